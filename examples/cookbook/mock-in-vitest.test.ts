// Tests code that calls the API against the whole API in the same process: no port, no network, and nothing to stub.
import { createSceyt, NotFoundError, type Sceyt, ServerError } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { beforeEach, expect, test } from 'vitest'

// The code under test. Yours is in its own file.
async function welcome(sceyt: Sceyt, channelId: string, username: string): Promise<void> {
  const { first_name = username } = await sceyt.users.get(username)
  await sceyt.channels.members.add(channelId, { members: [{ username }] })
  await sceyt.messages.send(channelId, { from: 'robin', body: `Welcome, ${first_name}!` })
}

const club = '101437428530810880'
const sandbox = createSandbox({
  seed: {
    users: [{ username: 'robin' }, { username: 'zoe', first_name: 'Zoe' }],
    channels: [{ id: club, type: 'private', subject: 'Book club', owner: 'robin' }],
  },
})
let sceyt: Sceyt

beforeEach(() => {
  sandbox.reset()
  // A new client too: after a 429, a client pauses, also into the next test. Retries take time, so they are off.
  sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
})

test('A new user becomes a member and is greeted.', async () => {
  await welcome(sceyt, club, 'zoe')
  const { users } = await sceyt.channels.members.list(club)
  expect(users.map(({ username, role }) => `${username}: ${role}`)).toEqual(['robin: Owner', 'zoe: Participant'])
  const { messages } = await sceyt.messages.list(club)
  expect(messages).toMatchObject([{ from: 'robin', body: 'Welcome, Zoe!' }])
})

test('Nothing remains of the previous test.', async () => {
  expect((await sceyt.channels.get(club)).members_count).toBe(1)
})

test('A user who does not exist is not greeted.', async () => {
  await expect(welcome(sceyt, club, 'nobody')).rejects.toThrow(NotFoundError)
  expect((await sceyt.messages.list(club)).messages).toEqual([])
})

test('When the server fails, the greeting is not retried.', async () => {
  sandbox.faults.add({ operation: 'sendMessage', status: 503 })
  await expect(welcome(sceyt, club, 'zoe')).rejects.toThrow(ServerError)
  expect(sandbox.journal.entries.map(({ operation, status }) => [operation, status])).toEqual([
    ['getUser', 200],
    ['addChannelMembers', 200],
    ['sendMessage', 503],
  ])
})
