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
  // More than a page of them.
  channels: [
    ...Array.from({ length: 24 }, (_, index) => channel(`Room ${index}`)),
    channel('Secret', 'private'),
    { ...channel('Of Omar'), owner: 'omar' },
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

/** One at a time, so that each fault befalls the channel that is meant. */
const oneByOne = (options: SceytOptions = {}) =>
  createSceyt({ baseUrl, apiKey, maxConcurrent: 1, maxRetries: 0, timeout: 300, ...options })

/** What was said, by the subject of the channel. */
async function said(): Promise<Map<string, Message[]>> {
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

test('As a program it reaches every public channel once, says where it was refused, and sends no more when it is run again.', async () => {
  const first = await run(['broadcast.ts', message.from, message.body, log], env)
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out.match(/'sent'/g)).toHaveLength(24)
  expect(first.out).toContain("'unsent'")
  expect(first.out).toContain('PermissionDeniedError')
  const bodies = await said()
  expect([...bodies].filter(([, messages]) => messages.length === 0).map(([subject]) => subject)).toEqual([
    'Secret',
    'Of Omar',
  ])
  expect(
    [...bodies].filter(([, messages]) => messages.length === 1 && messages[0]?.body === message.body),
  ).toHaveLength(24)

  sandbox.journal.clear()
  expect((await run(['broadcast.ts', message.from, message.body, log], env)).code).toBe(0)
  // Only where it was refused.
  expect(sends()).toBe(1)
})

test('Each way to fail is told apart, and after any number of runs no channel has the message twice.', async () => {
  const gone = createServer().listen(0, '127.0.0.1')
  await once(gone, 'listening')
  const nowhere = `http://127.0.0.1:${(gone.address() as AddressInfo).port}/`
  gone.close()
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
  const unreachable: Fetch = (url, init) => fetch(init.method === 'POST' && url.includes(fifth) ? nowhere : url, init)
  const first = await statesOf(broadcast(oneByOne({ fetch: unreachable }), message, open, log))
  const expected = ['unknown', 'unsent', 'unknown', 'unknown', 'sent', 'unsent', 'sent']
  expect([...first].slice(0, expected.length)).toEqual(expected.map((state, index) => [`Room ${index}`, state]))
  // What is called unsent was not sent; of the unknown, one was and two were not.
  const counts = async () => [...(await said()).values()].slice(0, expected.length).map(({ length }) => length)
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

test('A message that waited in line until its time was up is safe to send again, one that was on its way is not.', async () => {
  sandbox.faults.add({ operation: 'sendMessage', latency: 60_000, times: 1 })
  const states = await statesOf(
    broadcast(oneByOne({ totalTimeout: 300, timeout: Infinity }), message, [where('subject', 'begins', 'Room 1')], log),
  )
  expect(states.size).toBe(11)
  expect(states.get('Room 1')).toBe('unknown')
  expect(states.get('Room 19')).toBe('unsent')
  const bodies = await said()
  expect([...states].filter(([subject, state]) => state === 'unsent' && bodies.get(subject)?.length !== 0)).toEqual([])
})

test('A run that is killed is taken up by the next one, and no channel has the message twice.', async () => {
  const child = start(['broadcast.ts', message.from, message.body, log], env)
  const stop = sandbox.journal.listen(({ operation }) => {
    if (operation === 'sendMessage' && sends() === 5) child.kill('SIGKILL')
  })
  await once(child, 'close')
  stop()
  expect(child.signalCode).toBe('SIGKILL')
  const states = await statesOf(broadcast(createSceyt({ baseUrl, apiKey }), message, open, log))
  const bodies = await said()
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

test('The log is on the disk before the message is on its way.', async () => {
  const seen: string[] = []
  const watch: Fetch = (url, init) => {
    if (init.method === 'POST') seen.push(readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '')
    return fetch(url, init)
  }
  await broadcast(oneByOne({ fetch: watch }), message, [where('subject', 'eq', 'Room 3')], log)
  expect(seen.map((line) => (JSON.parse(line) as { state: State }).state)).toEqual(['sending'])
})
