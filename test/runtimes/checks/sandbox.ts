import { createSceyt } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { apiKey, type Check } from '../check.js'
import { describeFailure } from '../failure.js'

export const sandbox: readonly Check[] = [
  {
    name: 'a sandbox in the same process keeps state',
    expected: { messages: ['zoe: Բարեւ 🎉', 'zoe: second'], missing: { error: 'NotFoundError', status: 404 } },
    async run() {
      const sceyt = createSceyt(createSandbox().connection())
      const zoe = await sceyt.users.create({ username: 'zoe' })
      const club = await sceyt.channels.createPublic({ subject: 'Book club', uri: 'book_club', owner: zoe.username })
      for (const body of ['Բարեւ 🎉', 'second']) await sceyt.messages.send(club.id, { from: zoe.username, body })
      const messages: string[] = []
      for await (const { from, body } of sceyt.messages.list(club.id, { limit: 1 })) messages.push(`${from}: ${body}`)
      return { messages, missing: await describeFailure(sceyt.users.get('nobody'), 'status') }
    },
  },
  {
    name: 'its fetch serves a client, and accepts what the global fetch accepts',
    expected: { user: 'zoe', byRequest: 200, withoutKey: 401 },
    async run() {
      const sandbox = createSandbox({ apps: [{ appId: 'shop', apiKey }], seed: { users: [{ username: 'zoe' }] } })
      const baseUrl = `https://api.example.com${sandbox.basePath()}`
      const { fetch } = sandbox
      const sceyt = createSceyt({ baseUrl, apiKey, fetch, allowBrowser: true })
      const url = `${baseUrl}/users/zoe`
      return {
        user: (await sceyt.users.get('zoe')).username,
        byRequest: (await fetch(new Request(url, { headers: { 'Platform-Api-Key': apiKey } }))).status,
        withoutKey: (await fetch(new URL(url))).status,
      }
    },
  },
  {
    name: 'its faults act like those of a network',
    expected: {
      attempts: 3,
      reset: { error: 'ConnectionError', attempts: 1, unsent: false },
      cut: { error: 'ResponseError', incomplete: true },
    },
    async run() {
      const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
      const { faults } = sandbox
      const { users } = createSceyt(sandbox.connection())
      faults.add({ operation: 'getUser', status: 503, retryAfter: 0, times: 2 })
      faults.add({ operation: 'createUser', reset: 'after', times: 1 })
      faults.add({ operation: 'updateUser', cut: true })
      const { attempts } = await users.get('zoe').withResponse()
      return {
        attempts,
        reset: await describeFailure(users.create({ username: 'ana' }), 'attempts', 'unsent'),
        cut: await describeFailure(users.update('zoe', { first_name: 'Zoe' }, { maxRetries: 0 }), 'incomplete'),
      }
    },
  },
]
