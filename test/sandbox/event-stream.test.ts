import { once } from 'node:events'
import { createServer, type IncomingMessage, get as request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { EventStream } from '../../src/sandbox/node/event-stream.js'
import { listen, type SandboxServer } from '../../src/sandbox/node/index.js'
import type { Recorder } from '../../src/sandbox/recorder.js'

interface SentEvent {
  id?: string
  event?: string
  data?: { number?: number; from?: number; to?: number; message?: string | null }
}

const ask = (sandbox: Sandbox, name = 'zoe') =>
  sandbox.fetch(`https://x.example/v1/sandbox/users/${name}`, { headers: { 'Platform-Api-Key': 'sandbox-key' } })
const times = async (count: number, work: () => Promise<unknown>) => {
  for (let round = 0; round < count; round++) await work()
}

async function serve(sandbox = createSandbox()): Promise<{ sandbox: Sandbox; server: SandboxServer }> {
  const server = await listen(sandbox)
  onTestFinished(() => server.close())
  return { sandbox, server }
}

/** Connects to the events, as a browser does that reconnects. */
async function follow(server: Pick<SandboxServer, 'origin'>, lastId?: string) {
  const headers = lastId === undefined ? {} : { 'Last-Event-ID': lastId }
  const [response] = (await once(
    request(`${server.origin}/_sandbox/events`, { headers, agent: false }),
    'response',
  )) as [IncomingMessage]
  onTestFinished(() => void response.destroy())
  response.on('error', () => {})
  const events: SentEvent[] = []
  let text = ''
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (text + chunk).split('\n\n')
    text = blocks.pop() ?? ''
    events.push(...blocks.map(parse))
  })
  return {
    events,
    close: () => response.destroy(),
    until: (count: number) => vi.waitUntil(() => events.length >= count),
  }
}

function parse(block: string): SentEvent {
  const event: SentEvent = {}
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) event.id = line.slice(4)
    if (line.startsWith('event: ')) event.event = line.slice(7)
    if (line.startsWith('data: ')) event.data = JSON.parse(line.slice(6))
  }
  return event
}

const changed = { event: 'changed', data: {} }
const numbers = (events: SentEvent[]) =>
  events.map(({ data }) => data?.number ?? (data?.from === undefined ? undefined : `${data.from} to ${data.to}`))

it('sends the latest 50 requests, and further ones, each once', async () => {
  const { sandbox, server } = await serve()
  await times(60, () => ask(sandbox))
  const { events, until } = await follow(server)
  const second = ask(sandbox).then(() => follow(server))
  await times(5, () => ask(sandbox))
  const later = await second
  await Promise.all([until(56), later.until(50)])
  await ask(sandbox)
  await Promise.all([until(57), vi.waitUntil(() => later.events.at(-1)?.data?.number === 67)])
  expect(numbers(events)).toEqual(Array.from({ length: 57 }, (_event, index) => 11 + index))
  const received = numbers(later.events)
  expect(received).toEqual(Array.from({ length: received.length }, (_event, index) => 68 - received.length + index))
})

it('sends the missed events to a reader that reconnects', async () => {
  const { sandbox, server } = await serve()
  const first = await follow(server)
  await first.until(1)
  await times(3, () => ask(sandbox))
  await first.until(4)
  first.close()
  await times(100, () => ask(sandbox))
  const second = await follow(server, first.events.at(-1)?.id)
  await second.until(100)
  expect(numbers(second.events)).toEqual(Array.from({ length: 100 }, (_event, index) => 4 + index))
  const third = await follow(server, second.events.at(-1)?.id)
  await third.until(1)
  await ask(sandbox)
  await third.until(2)
  expect(numbers(third.events)).toEqual([undefined, 104])
})

it('sends all requests to a reader that connected before the first one and reconnects', async () => {
  const { sandbox, server } = await serve()
  const first = await follow(server)
  await first.until(1)
  first.close()
  await times(80, () => ask(sandbox))
  const second = await follow(server, first.events[0]?.id)
  await second.until(80)
  expect(numbers(second.events)).toEqual(Array.from({ length: 80 }, (_event, index) => 1 + index))
})

it('reports which events were dropped', async () => {
  const { sandbox, server } = await serve()
  await times(10, () => ask(sandbox))
  const first = await follow(server)
  await first.until(10)
  first.close()
  await times(2000, () => ask(sandbox))
  const second = await follow(server, first.events.at(-1)?.id)
  await vi.waitUntil(() => second.events.at(-1)?.data?.number === 2010)
  const [missed, next] = second.events
  expect(missed).toMatchObject({ event: 'missed', data: { from: 11, to: (next?.data?.number ?? 0) - 1 } })
  expect(next?.data?.number).toBeGreaterThan(1000)
  const third = await follow(server, missed?.id)
  await third.until(second.events.length - 1)
  expect(numbers(third.events)).toEqual(numbers(second.events.slice(1)))
})

it.each<[string, (sandbox: Sandbox) => void]>([
  ['a reset', (sandbox) => sandbox.reset()],
  ['the journal is cleared', (sandbox) => sandbox.journal.clear()],
  ['a restart', () => {}],
])('does not take an id of before %s for one of after it', async (what, renew) => {
  const { sandbox, server } = await serve()
  await times(5, () => ask(sandbox))
  const before = await follow(server)
  await before.until(5)
  before.close()
  renew(sandbox)
  const next = what === 'a restart' ? await serve() : { sandbox, server }
  await times(7, () => ask(next.sandbox))
  const after = await follow(next.server, before.events.at(-1)?.id)
  await after.until(7)
  expect(numbers(after.events)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

it.each(['', 'x', '5', '-1', '__proto__', `${'a'.repeat(36)}-0-9`])(
  'treats a reader with the id %j as one that has received nothing of this server',
  async (id) => {
    const { sandbox, server } = await serve()
    await times(3, () => ask(sandbox))
    const { events, until } = await follow(server, id)
    await until(3)
    expect(numbers(events)).toEqual([1, 2, 3])
  },
)

it('disconnects a reader for which more than 1 MiB waits', async () => {
  const sandbox = createSandbox()
  const stream = new EventStream(sandbox)
  const responses: ServerResponse[] = []
  const server = createServer((_request, response) => {
    response.writeHead(200)
    stream.add(response, undefined)
    responses.push(response)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [slow, quick] = [connect(port, '127.0.0.1').pause(), connect(port, '127.0.0.1').resume()]
  for (const socket of [slow, quick]) {
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  }
  await vi.waitUntil(() => responses.length === 2)
  const [first, second] = responses as [ServerResponse, ServerResponse]
  const isSlow = (response: ServerResponse) => response.socket?.remotePort === slow.localPort
  const [dropped, kept] = isSlow(first) ? [first, second] : [second, first]
  let most = 0
  for (let round = 0; round < 3000 && !dropped.destroyed; round++) {
    await ask(sandbox, 'z'.repeat(12_000))
    most = Math.max(most, dropped.writableLength)
    if (round % 10 === 0) await new Promise(setImmediate)
  }
  expect(dropped.destroyed).toBe(true)
  expect(kept.destroyed).toBe(false)
  expect(most).toBeGreaterThan(512 * 1024)
  expect(most).toBeLessThanOrEqual(1024 * 1024 + 10_000)
})

it('sends a request once to a reader that connects right after it', async () => {
  const sandbox = createSandbox()
  const stream = new EventStream(sandbox)
  const entry = { time: '', method: 'GET', url: '/', operation: undefined, status: 200, duration: 0 }
  const rest = { headers: undefined, responseHeaders: undefined, responseBody: undefined, faults: [] }
  const add = () => sandbox.journal.add({ ...entry, ...rest, body: undefined, problem: undefined })
  const server = createServer((_request, response) => {
    response.writeHead(200)
    add()
    stream.add(response, undefined)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const first = await follow({ origin })
  const second = await follow({ origin })
  await Promise.all([first.until(2), second.until(2)])
  add()
  await Promise.all([first.until(3), second.until(3)])
  expect([numbers(first.events), numbers(second.events)]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ])
})

it('serializes each request once for all readers', async () => {
  const { sandbox, server } = await serve()
  const readers = await Promise.all(Array.from({ length: 50 }, () => follow(server)))
  await Promise.all(readers.map(({ until }) => until(1)))
  const stringify = vi.spyOn(JSON, 'stringify')
  onTestFinished(() => stringify.mockRestore())
  await ask(sandbox)
  await Promise.all(readers.map(({ until }) => until(2)))
  const serialized = stringify.mock.calls.filter(([value]) => (value as { number?: number } | undefined)?.number === 1)
  expect(serialized).toHaveLength(1)
})

it('reports why changes cannot be saved, and when they can be saved again', async () => {
  const { sandbox, server } = await serve()
  let problem: Error | undefined = new Error('ENOSPC: no space left on device')
  const recorder: Recorder = {
    record() {
      if (problem) throw problem
    },
    retract() {},
  }
  sandbox.recordWith(recorder)
  const early = await follow(server)
  await early.until(1)
  const add = (username: string) => () => sandbox.seed({ users: [{ username }] })
  expect(add('zoe')).toThrow('ENOSPC')
  expect(add('omar')).toThrow('ENOSPC')
  await early.until(2)
  const late = await follow(server)
  await late.until(2)
  problem = undefined
  add('zoe')()
  await Promise.all([early.until(4), late.until(4)])
  for (const { events } of [early, late])
    expect(events.slice(1)).toEqual([
      { event: 'failure', data: { message: 'ENOSPC: no space left on device' } },
      { event: 'failure', data: { message: null } },
      changed,
    ])
})

it.each<[string, (sandbox: Sandbox) => unknown]>([
  ['a change by a request', (sandbox) => createSceyt(sandbox.connection()).users.create({ username: 'ann' })],
  ['a seed', (sandbox) => sandbox.seed({ users: [{ username: 'ann' }] })],
  ['the clock', (sandbox) => sandbox.clock.advance(1)],
  ['an application', (sandbox) => sandbox.addApp()],
  ['a fault', (sandbox) => sandbox.faults.add({ operation: 'listRoles', latency: 0 })],
  ['the removal of faults', (sandbox) => sandbox.faults.clear()],
  ['a cleared log', (sandbox) => sandbox.journal.clear()],
])('reports %s as one change', async (_what, change) => {
  const { sandbox, server } = await serve()
  const { events, until } = await follow(server)
  await until(1)
  await change(sandbox)
  await vi.waitUntil(() => events.some(({ event }) => event === 'changed'))
  await ask(sandbox)
  await vi.waitUntil(() => events.at(-1)?.event === 'request')
  expect(events.filter(({ event }) => event === 'changed')).toEqual([changed])
})

it('reports a request that changes nothing, and a fault that does not apply to it, as no change', async () => {
  const { sandbox, server } = await serve()
  sandbox.faults.add({ operation: 'listRoles', status: 500 })
  const { events, until } = await follow(server)
  await until(1)
  await times(3, () => ask(sandbox))
  await until(4)
  expect(events.slice(1).map(({ event }) => event)).toEqual(['request', 'request', 'request'])
})

it('reports many changes at once as one, after the requests that made them', async () => {
  const { sandbox, server } = await serve()
  const { events, until } = await follow(server)
  await until(1)
  for (let change = 0; change < 1000; change++) sandbox.seed({ users: [{ username: `user${change}` }] })
  await ask(sandbox)
  await until(3)
  expect(events.slice(1).map(({ event }) => event)).toEqual(['request', 'changed'])
})

it('sends neither bodies nor headers', async () => {
  const { sandbox, server } = await serve()
  const { events, until } = await follow(server)
  await until(1)
  await createSceyt(sandbox.connection()).users.create({ username: 'ann' })
  await until(2)
  const { data } = events.find(({ event }) => event === 'request') ?? {}
  expect(Object.keys(data ?? {})).toEqual([
    'number',
    'time',
    'method',
    'url',
    'operation',
    'status',
    'duration',
    'faults',
  ])
})
