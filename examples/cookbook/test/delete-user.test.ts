import { AuthenticationError, createSceyt, InputError, ServerError } from 'sceyt-platform'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { deleteUser } from '../delete-user.js'
import { run, serve } from './program.js'

const club = '101437428530810880'
const team = '101437428530810881'
const chat = '101437428530810882'
/** As many messages, every second one by Zoe. */
const messages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ from: index % 2 ? 'omar' : 'zoe', body: `${index}` }))
const members = [{ username: 'zoe' }, { username: 'omar' }]
const { sandbox, server, env } = await serve({
  seed: {
    users: [...members, { username: 'lena' }],
    channels: [
      { id: club, type: 'public', owner: 'lena', members, messages: messages(120) },
      { id: team, type: 'private', owner: 'lena', members, messages: messages(4) },
      { id: chat, type: 'direct', members, messages: messages(2) },
    ],
  },
})
const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
beforeEach(() => sandbox.reset())
afterAll(() => server.close())

/** The authors of all messages that are there, and how many of them each has. */
async function authors(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for await (const { id } of sceyt.channels.list())
    for await (const { from } of sceyt.messages.list(id)) counts[from] = (counts[from] ?? 0) + 1
  return counts
}

const isThere = async (username: string) => (await sceyt.users.list()).users.some((user) => user.username === username)

test('As a program it deletes a user with all messages, and no message of others; a second run finds nothing to do.', async () => {
  const first = await run(['delete-user.ts', 'zoe'], env)
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toContain('messages: 63')
  expect(first.out).toContain("user: 'deleted'")
  expect(await authors()).toEqual({ omar: 63 })
  expect([await isThere('zoe'), await isThere('omar')]).toEqual([false, true])

  sandbox.journal.clear()
  expect((await run(['delete-user.ts', 'zoe'], env)).out).toContain("user: 'gone'")
  expect(sandbox.journal.count).toBe(1)
})

test('A failure keeps the user, and the next run does the rest.', async () => {
  sandbox.faults.add({ operation: 'deleteMessage', status: 500, times: 1 })
  await expect(deleteUser(sceyt, 'zoe')).rejects.toThrow(ServerError)
  expect(await isThere('zoe')).toBe(true)
  const { messages, left, user } = await deleteUser(sceyt, 'zoe')
  expect(messages).toBeGreaterThan(0)
  expect([left.size, user]).toEqual([0, 'deleted'])
  expect(await authors()).toEqual({ omar: 63 })
})

test('What disappears meanwhile is skipped: a channel, a message, and the user.', async () => {
  sandbox.faults.add({ operation: 'listMessages', status: 404, times: 1 })
  sandbox.faults.add({ operation: 'deleteMessage', status: 404, times: 1 })
  sandbox.faults.add({ operation: 'deleteUser', status: 404, times: 1 })
  await expect(deleteUser(sceyt, 'zoe')).resolves.toEqual({ messages: 2, left: new Map(), user: 'deleted' })
})

test('Messages in a channel that the user has left are listed, and the user is kept until they are gone too.', async () => {
  await sceyt.channels.members.remove(team, { members: ['zoe'] })
  const { messages, left, user } = await deleteUser(sceyt, 'zoe')
  expect([messages, left.size, user]).toEqual([61, 2, 'kept'])
  expect([...left.values()][0]).toContain('"zoe" is not a member of this channel.')
  expect(await isThere('zoe')).toBe(true)

  await sceyt.channels.members.add(team, { members: [{ username: 'zoe' }] })
  await expect(deleteUser(sceyt, 'zoe')).resolves.toEqual({ messages: 2, left: new Map(), user: 'deleted' })
  expect(await authors()).toEqual({ omar: 63 })
})

test('A refused key, or no name, is an error.', async () => {
  await expect(deleteUser(createSceyt({ ...sandbox.connection(), apiKey: 'wrong' }), 'zoe')).rejects.toThrow(
    AuthenticationError,
  )
  await expect(deleteUser(sceyt, '')).rejects.toThrow(InputError)
  expect(await authors()).toEqual({ zoe: 63, omar: 63 })
})
