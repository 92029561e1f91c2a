import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { delayOf, type Fault, faultOf, faults } from './faults.js'

/** The header that tells the proxy which call a request belongs to. */
export const operationHeader = 'x-soak-operation'

/** What decides where requests go, and which of them fail. */
export interface ProxyOptions {
  /** Where requests are passed on to. */
  target: string
  seed: number
  /** Share of requests with a fault, from 0 to 1. */
  rate: number
}

/** A proxy that fails. */
export interface FaultyProxy {
  readonly origin: string
  /** How often each fault was done. */
  readonly injected: Readonly<Record<Fault, number>>
  /** The call of every POST that was passed on, once for each time. */
  readonly reached: readonly number[]
  /** How many requests came. */
  requests(): number
  /** How many connections are open after so many milliseconds, or as soon as there are none. */
  connections(patience: number): Promise<number>
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Serves on a free port of this machine for as long as the process lives. */
export async function startProxy({ target, seed, rate }: ProxyOptions): Promise<FaultyProxy> {
  const agent = new Agent({ keepAlive: true })
  const injected = Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>
  const attempts = new Map<number, number>()
  const reached: number[] = []
  let requests = 0
  let open = 0
  let whenEmpty: (() => void) | undefined

  async function forward({ method, url, headers }: IncomingMessage, body: Buffer, operation: number): Promise<Answer> {
    if (method === 'POST') reached.push(operation)
    const { connection: _connection, 'transfer-encoding': _encoding, ...fields } = headers
    return new Promise((resolve, reject) => {
      const outgoing = send(
        target + url,
        { agent, method, headers: { ...fields, 'content-length': body.length } },
        (incoming) => {
          read(incoming).then(
            (body) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }),
            reject,
          )
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { socket } = request
    requests++
    const operation = Number(request.headers[operationHeader])
    const attempt = (attempts.get(operation) ?? 0) + 1
    attempts.set(operation, attempt)
    const fault = faultOf(seed, rate, operation, attempt)
    const body = await read(request)
    if (fault) injected[fault]++
    if (fault === 'reset before') return void socket.resetAndDestroy()
    if (fault === 'stall before') return
    if (fault === '429' || fault === '502 before' || fault === '503 before')
      return refuse(response, Number.parseInt(fault, 10))
    if (fault === 'delay') await new Promise((resolve) => setTimeout(resolve, delayOf(seed, operation, attempt)))
    // Whoever asked has gone, and may have asked again: what came now would come out of order.
    if (socket.destroyed) return
    const answer = await forward(request, body, operation)
    if (fault === 'stall after') return
    if (fault === '502 after' || fault === '503 after') return refuse(response, Number.parseInt(fault, 10))
    const {
      connection: _connection,
      'keep-alive': _keepAlive,
      'transfer-encoding': _encoding,
      ...headers
    } = answer.headers
    const short = fault === 'body cut short' && answer.body.length > 1
    // An answer without a body has nothing to cut.
    if (fault === 'reset after' || (fault === 'body cut short' && !short)) return void socket.resetAndDestroy()
    response.writeHead(answer.status, headers)
    if (short) response.write(answer.body.subarray(0, answer.body.length >> 1), () => socket.destroy())
    else response.end(answer.body)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.resetAndDestroy())
  })
  server.on('connection', (socket) => {
    open++
    socket.on('close', () => {
      open--
      if (open === 0) whenEmpty?.()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    injected,
    reached,
    requests: () => requests,
    async connections(patience) {
      if (open > 0) {
        await new Promise<void>((resolve) => {
          whenEmpty = resolve
          setTimeout(resolve, patience)
        })
      }
      return open
    },
  }
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function refuse(response: ServerResponse, status: number): void {
  const body = JSON.stringify({ code: status, type: 'Refusal', message: 'not now' })
  const wait = status === 429 ? { 'Retry-After': 0 } : {}
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...wait })
    .end(body)
}
