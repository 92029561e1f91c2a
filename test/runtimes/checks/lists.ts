import { where } from 'sceyt-platform'
import type { Check } from '../check.js'
import { createClient } from '../scene.js'

const members = ['ana', 'ben', 'cho', 'dia', 'eli']

export const lists: readonly Check[] = [
  {
    name: 'for await lists three pages, each item once',
    expected: { usernames: members, pages: [2, 2, 1] },
    async run({ sandbox }) {
      const { users } = createClient(sandbox)
      for (const username of members) await users.create({ username })
      const usernames: string[] = []
      const pages: number[] = []
      for await (const { username } of users.list({ limit: 2 })) usernames.push(username)
      for await (const page of users.list({ limit: 2 }).pages()) pages.push(page.users.length)
      for (const username of members) await users.delete(username)
      return { usernames, pages }
    },
  },
  {
    name: 'a filter from where() finds the matching channel',
    expected: { subjects: ["It's *new*; & 你好"], total: 1 },
    async run({ sandbox }) {
      const { users, channels } = createClient(sandbox)
      await users.create({ username: 'owner' })
      for (const subject of ["It's *new*; & 你好", 'Another'])
        await channels.createPublic({ subject, uri: `uri_${subject.length}`, owner: 'owner' })
      const { items, total_count } = await channels.list({
        filter: [where('type', 'eq', 'public'), where('subject', 'contains', "'s *new*; & 你")],
      })
      return { subjects: items.map(({ subject }) => subject ?? null), total: total_count ?? null }
    },
  },
]
