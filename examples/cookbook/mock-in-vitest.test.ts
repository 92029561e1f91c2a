// Tests code that calls the API against the whole API in the same process: no port, no network, and nothing to stub.
import { NotFoundError, type Sceyt, ServerError } from 'sceyt-platform'
import { sandboxFixtures } from 'sceyt-platform/sandbox/vitest'
import { test as base, expect } from 'vitest'

// The code under test. Yours is in its own file.
async function welcome(sceyt: Sceyt, channelId: string, username: string): Promise<void> {
  const { first_name = username } = await sceyt.users.get(username)
  await sceyt.channels.members.add(channelId, { members: [{ username }] })
  await sceyt.messages.send(channelId, { from: 'robin', body: `Welcome, ${first_name}!` })
}

const club = '101437428530810880'
const users = [{ username: 'robin' }, { username: 'zoe', first_name: 'Zoe' }]
const channels = [{ id: club, type: 'private' as const, subject: 'Book club', owner: 'robin' }]
const test = base.extend(sandboxFixtures({ seed: { users, channels } }))

test('A new user becomes a member and is greeted.', async ({ sceyt }) => {
  await welcome(sceyt, club, 'zoe')
  const { users } = await sceyt.channels.members.list(club)
  expect(users.map(({ username, role }) => `${username}: ${role}`)).toEqual(['robin: Owner', 'zoe: Participant'])
  const { messages } = await sceyt.messages.list(club)
  expect(messages).toMatchObject([{ from: 'robin', body: 'Welcome, Zoe!' }])
})

test('Nothing remains of the previous test.', async ({ sceyt }) => {
  expect((await sceyt.channels.get(club)).members_count).toBe(1)
})

test('A user who does not exist is not greeted.', async ({ sceyt }) => {
  await expect(welcome(sceyt, club, 'nobody')).rejects.toThrow(NotFoundError)
  expect((await sceyt.messages.list(club)).messages).toEqual([])
})

test('When the server fails, the greeting is not retried.', async ({ sandbox, sceyt }) => {
  sandbox.faults.add({ operation: 'sendMessage', status: 503 })
  await expect(welcome(sceyt, club, 'zoe')).rejects.toThrow(ServerError)
  expect(sandbox.journal.entries.map(({ operation, status }) => [operation, status])).toEqual([
    ['getUser', 200],
    ['addChannelMembers', 200],
    ['sendMessage', 503],
  ])
})
