import { AuthenticationError, createSceyt, InputError, ServerError } from 'sceyt-platform'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { deleteUser } from '../delete-user.js'
import { run, serve } from './program.js'

const club = '101437428530810880'
const team = '101437428530810881'
const chat = '101437428530810882'
/** Creates `count` messages, every second one from Zoe. */
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

/** The number of messages in the sandbox, by author. */
async function authors(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for await (const { id } of sceyt.channels.list())
    for await (const { from } of sceyt.messages.list(id)) counts[from] = (counts[from] ?? 0) + 1
  return counts
}

const exists = async (username: string) => (await sceyt.users.list()).users.some((user) => user.username === username)

test('As a program it deletes a user with all messages, and no messages of others; a second run finds nothing to do.', async () => {
  const first = await run(['delete-user.ts', 'zoe'], env)
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toContain('messages: 63')
  expect(first.out).toContain("user: 'deleted'")
  expect(await authors()).toEqual({ omar: 63 })
  expect([await exists('zoe'), await exists('omar')]).toEqual([false, true])

  sandbox.journal.clear()
  expect((await run(['delete-user.ts', 'zoe'], env)).out).toContain("user: 'gone'")
  expect(sandbox.journal.count).toBe(1)
})

test('A failure keeps the user, and the next run completes the deletion.', async () => {
  sandbox.faults.add({ operation: 'deleteMessage', status: 500, times: 1 })
  await expect(deleteUser(sceyt, 'zoe')).rejects.toThrow(ServerError)
  expect(await exists('zoe')).toBe(true)
  const { messages, remaining, user } = await deleteUser(sceyt, 'zoe')
  expect(messages).toBeGreaterThan(0)
  expect([remaining.size, user]).toEqual([0, 'deleted'])
  expect(await authors()).toEqual({ omar: 63 })
})

test('A channel, a message or a user that disappears meanwhile is skipped.', async () => {
  sandbox.faults.add({ operation: 'listMessages', status: 404, times: 1 })
  sandbox.faults.add({ operation: 'deleteMessage', status: 404, times: 1 })
  sandbox.faults.add({ operation: 'deleteUser', status: 404, times: 1 })
  await expect(deleteUser(sceyt, 'zoe')).resolves.toEqual({ messages: 2, remaining: new Map(), user: 'deleted' })
})

test('Messages in a channel where the user is no longer a member are listed, and the user is kept until they are deleted too.', async () => {
  await sceyt.channels.members.remove(team, { members: ['zoe'] })
  const { messages, remaining, user } = await deleteUser(sceyt, 'zoe')
  expect([messages, remaining.size, user]).toEqual([61, 2, 'kept'])
  expect([...remaining.values()][0]).toContain('"zoe" is not a member of this channel.')
  expect(await exists('zoe')).toBe(true)

  await sceyt.channels.members.add(team, { members: [{ username: 'zoe' }] })
  await expect(deleteUser(sceyt, 'zoe')).resolves.toEqual({ messages: 2, remaining: new Map(), user: 'deleted' })
  expect(await authors()).toEqual({ omar: 63 })
})

test('A rejected key, or an empty username, is an error.', async () => {
  await expect(deleteUser(createSceyt({ ...sandbox.connection(), apiKey: 'wrong' }), 'zoe')).rejects.toThrow(
    AuthenticationError,
  )
  await expect(deleteUser(sceyt, '')).rejects.toThrow(InputError)
  expect(await authors()).toEqual({ zoe: 63, omar: 63 })
})
