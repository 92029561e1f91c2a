import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSceyt, type Fetch, type Message, type SceytOptions, where } from 'sceyt-platform'
import type { Seed } from 'sceyt-platform/sandbox'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { broadcast, type State } from '../broadcast.js'
import { run, serve, start } from './program.js'

const channel = (subject: string, type: 'public' | 'private' = 'public') => ({ type, subject, owner: 'zoe' })
const seed: Seed = {
  users: [{ username: 'zoe' }, { username: 'omar' }],
  // More than fit on one page.
  channels: [
    ...Array.from({ length: 24 }, (_, index) => channel(`Room ${index}`)),
    channel('Secret', 'private'),
    { ...channel("Omar's"), owner: 'omar' },
  ],
}
const { sandbox, server, env } = await serve({ seed })
const baseUrl = server.baseUrl()
const { apiKey } = sandbox.connection()
const reader = createSceyt({ baseUrl, apiKey })
const open = [where('type', 'eq', 'public')]
const message = { from: 'zoe', body: 'Բարեւ 🎉' }

let log: string
beforeEach(() => {
  sandbox.reset()
  log = join(mkdtempSync(join(tmpdir(), 'broadcast-')), 'log.ndjson')
})
afterEach(() => rmSync(join(log, '..'), { recursive: true }))
afterAll(() => server.close())

/** A client that sends one at a time, so that each fault hits the intended channel. */
const oneByOne = (options: SceytOptions = {}) =>
  createSceyt({ baseUrl, apiKey, maxConcurrent: 1, maxRetries: 0, timeout: 300, ...options })

/** The messages in each channel, by its subject. */
async function messagesBySubject(): Promise<Map<string, Message[]>> {
  const all = new Map<string, Message[]>()
  for await (const { id, subject = '' } of reader.channels.list())
    all.set(subject, (await reader.messages.list(id)).messages)
  return all
}

async function statesOf(sending: ReturnType<typeof broadcast>): Promise<Map<string, State>> {
  const states = new Map<string, State>()
  for (const { channel, state } of await sending) states.set((await reader.channels.get(channel)).subject ?? '', state)
  return states
}

const sends = () => sandbox.journal.entries.filter(({ operation }) => operation === 'sendMessage').length

test('As a program it sends to every public channel once, reports where it was rejected, and on a second run sends only there.', async () => {
  const first = await run(['broadcast.ts', message.from, message.body, log], env)
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out.match(/'sent'/g)).toHaveLength(24)
  expect(first.out).toContain("'unsent'")
  expect(first.out).toContain('PermissionDeniedError')
  const bodies = await messagesBySubject()
  expect([...bodies].filter(([, messages]) => messages.length === 0).map(([subject]) => subject)).toEqual([
    'Secret',
    "Omar's",
  ])
  expect(
    [...bodies].filter(([, messages]) => messages.length === 1 && messages[0]?.body === message.body),
  ).toHaveLength(24)

  sandbox.journal.clear()
  expect((await run(['broadcast.ts', message.from, message.body, log], env)).code).toBe(0)
  // Only where it was rejected.
  expect(sends()).toBe(1)
})

test('Each kind of failure gets its own state, and after any number of runs no channel has the message twice.', async () => {
  const closed = createServer().listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const refusing = `http://127.0.0.1:${(closed.address() as AddressInfo).port}/`
  closed.close()
  const { items } = await reader.channels.list({ filter: [where('subject', 'eq', 'Room 5')] })
  const fifth = items[0]?.id ?? 'none'
  for (const fault of [
    { status: 503 },
    { status: 404 },
    { reset: 'before' },
    { reset: 'after' },
    { cut: true },
  ] as const)
    sandbox.faults.add({ operation: 'sendMessage', times: 1, ...fault })
  const unreachable: Fetch = (url, init) => fetch(init.method === 'POST' && url.includes(fifth) ? refusing : url, init)
  const first = await statesOf(broadcast(oneByOne({ fetch: unreachable }), message, open, log))
  const expected = ['unknown', 'unsent', 'unknown', 'unknown', 'sent', 'unsent', 'sent']
  expect([...first].slice(0, expected.length)).toEqual(expected.map((state, index) => [`Room ${index}`, state]))
  // The unsent ones were not sent. Of the unknown ones, one was sent and two were not.
  const counts = async () =>
    [...(await messagesBySubject()).values()].slice(0, expected.length).map(({ length }) => length)
  expect(await counts()).toEqual([0, 0, 0, 1, 1, 0, 1])

  for (let again = 0; again < 2; again++) {
    const states = await statesOf(broadcast(oneByOne(), message, open, log))
    expect([...states.values()].slice(0, expected.length)).toEqual([
      'unknown',
      'sent',
      'unknown',
      'unknown',
      'sent',
      'sent',
      'sent',
    ])
    expect(await counts()).toEqual([0, 1, 0, 1, 1, 1, 1])
  }
})

test('A message that timed out in the queue can be retried, one that timed out in flight cannot.', async () => {
  sandbox.faults.add({ operation: 'sendMessage', latency: 60_000, times: 1 })
  const states = await statesOf(
    broadcast(oneByOne({ totalTimeout: 300, timeout: Infinity }), message, [where('subject', 'begins', 'Room 1')], log),
  )
  expect(states.size).toBe(11)
  expect(states.get('Room 1')).toBe('unknown')
  // Others may get their turn in the moment before their own time ends.
  expect([...states.values()]).toContain('unsent')
  const bodies = await messagesBySubject()
  expect([...states].filter(([subject, state]) => state === 'unsent' && bodies.get(subject)?.length !== 0)).toEqual([])
})

test('A run that was killed is continued by the next one, and no channel has the message twice.', async () => {
  const child = start(['broadcast.ts', message.from, message.body, log], env)
  const stop = sandbox.journal.listen(({ operation }) => {
    if (operation === 'sendMessage' && sends() === 5) child.kill('SIGKILL')
  })
  await once(child, 'close')
  stop()
  expect(child.signalCode).toBe('SIGKILL')
  const states = await statesOf(broadcast(createSceyt({ baseUrl, apiKey }), message, open, log))
  const bodies = await messagesBySubject()
  for (const [subject, state] of states) {
    const count = bodies.get(subject)?.length ?? 0
    expect([subject, state, count]).toEqual([
      subject,
      state,
      state === 'sent' ? 1 : state === 'unsent' ? 0 : Math.min(count, 1),
    ])
  }
  expect([...states.values()].filter((state) => state === 'sending').length).toBeGreaterThan(0)
  expect(states.size).toBe(25)
})

test('The log entry is on disk before the message is sent.', async () => {
  const seen: string[] = []
  const watch: Fetch = (url, init) => {
    if (init.method === 'POST') seen.push(readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '')
    return fetch(url, init)
  }
  await broadcast(oneByOne({ fetch: watch }), message, [where('subject', 'eq', 'Room 3')], log)
  expect(seen.map((line) => (JSON.parse(line) as { state: State }).state)).toEqual(['sending'])
})
