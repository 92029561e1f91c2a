/** The server's side, in a process of its own so that its memory is not the client's: the sandbox, behind a server with faults. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSandbox, type Seed } from '../../src/sandbox/index.js'
import { callHeader, channelOfLane, delayOf, type Fault, faultOf, faults, userOfLane } from './plan.js'

/** The options of the process, as JSON in its first argument. */
export interface ServerOptions {
  seed: number
  /** Share of requests with a fault, from 0 to 1. */
  rate: number
  lanes: number
}

/** The first message of the process. */
export interface Started {
  baseUrl: string
  apiKey: string
}

/** The last message of the process. */
export interface Evidence {
  state: Seed
  /** Number of injections of each fault. */
  injected: Record<Fault, number>
  /** The call of every POST that reached the sandbox, once for each time. */
  reached: number[]
  requests: number
  /** Connections of the client that are still open. */
  connections: number
}

const { seed, rate, lanes } = JSON.parse(process.argv[2] ?? '{}') as ServerOptions
const numbers = Array.from({ length: lanes }, (_none, lane) => lane)
const sandbox = createSandbox({
  seed: {
    users: numbers.map((lane) => ({ username: userOfLane(lane) })),
    channels: numbers.map((lane) => ({
      type: 'public',
      id: channelOfLane(lane),
      subject: `Lane ${lane}`,
      owner: userOfLane(lane),
    })),
  },
})
const { apiUrl, appId, apiKey, fetch } = sandbox.connection()
const attempts = new Map<number, number>()
const evidence: Evidence = {
  state: {},
  injected: Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>,
  reached: [],
  requests: 0,
  connections: 0,
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { socket, method = 'GET', url = '', headers } = request
  const call = Number(headers[callHeader])
  const attempt = (attempts.get(call) ?? 0) + 1
  attempts.set(call, attempt)
  evidence.requests++
  const fault = faultOf(seed, rate, call, attempt)
  const body = await buffer(request)
  if (fault) evidence.injected[fault]++
  if (fault === '429' || fault?.endsWith(' before')) return fail(fault, response)
  if (fault === 'delay') await sleep(delayOf(seed, call, attempt))
  // After a timeout of the client, a late attempt would take effect out of order.
  if (socket.destroyed) return
  if (method === 'POST') evidence.reached.push(call)
  const { connection: _connection, 'transfer-encoding': _encoding, ...fields } = headers
  const received = await fetch(apiUrl + url, {
    method,
    headers: fields as Record<string, string>,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
  const content = Buffer.from(await received.arrayBuffer())
  if (fault?.endsWith(' after')) return fail(fault, response)
  const short = fault === 'body cut short'
  // An empty body has nothing to cut.
  if (short && content.length < 2) return void socket.resetAndDestroy()
  response.writeHead(received.status, {
    ...Object.fromEntries(received.headers),
    ...(received.status !== 204 && { 'content-length': content.length }),
  })
  if (short) response.write(content.subarray(0, content.length >> 1), () => socket.destroy())
  else response.end(content)
}

/** Injects a fault. A stall gets no response at all. */
function fail(fault: Fault | string, response: ServerResponse): void {
  const status = Number.parseInt(fault, 10)
  if (fault.startsWith('reset')) response.socket?.resetAndDestroy()
  else if (status)
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...(status === 429 && { 'Retry-After': 0 }) })
      .end(JSON.stringify({ code: status, type: 'Fault', message: 'not now' }))
}

const server = createServer((request, response) => {
  handle(request, response).catch(() => request.socket.resetAndDestroy())
})
const countConnections = () =>
  new Promise<number>((resolve) => {
    server.getConnections((_error, count) => resolve(count))
  })

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.send?.({ baseUrl: `http://127.0.0.1:${port}/v1/${appId}`, apiKey } satisfies Started)
})
process.on('disconnect', () => process.exit())
process.on('message', async (patience: number) => {
  const until = performance.now() + patience
  while ((await countConnections()) > 0 && performance.now() < until) await sleep(20)
  evidence.connections = await countConnections()
  evidence.state = Object.values(sandbox.snapshot().apps)[0] ?? {}
  process.send?.(evidence, () => process.exit())
})
