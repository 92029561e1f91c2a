import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { listen } from '../lib/serve.js'

/** A request that has been received completely. */
export interface Received {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body: string
  /** Its number among the requests of the server, from 1. */
  count: number
  /** Resolves once the client has the headers of the response. */
  headersReceived: Promise<void>
}

/** Handles a request, byte by byte. */
export type Behaviour = (socket: Socket, request: Received) => void

/** A server on bare sockets, so that it can violate HTTP. */
export interface FaultyServer {
  origin: string
  /** The requests that were received completely. */
  received: Received[]
  /** The number of requests that began to arrive. */
  begun(): number
  /** Reports to the server that the client has the headers of its last response. */
  onHeaders(): void
  /** Waits until the client has closed every connection. */
  abandoned(): Promise<void>
  close(): void
}

/** Serves a fault on a free port until it is closed. */
export async function serveFault(behave: Behaviour): Promise<FaultyServer> {
  const received: Received[] = []
  const open = new Set<Socket>()
  let begun = 0
  let whenEmpty: (() => void) | undefined
  let resolveHeaders = () => {}
  const server = createServer((socket) => {
    open.add(socket)
    let buffer = Buffer.alloc(0)
    socket.on('close', () => {
      open.delete(socket)
      if (open.size === 0) whenEmpty?.()
    })
    socket.on('data', (data) => {
      if (buffer.length === 0) begun++
      buffer = Buffer.concat([buffer, data])
      const request = parse(buffer)
      if (!request) return
      buffer = Buffer.alloc(0)
      const headersReceived = new Promise<void>((resolve) => {
        resolveHeaders = resolve
      })
      const whole = { ...request, count: received.length + 1, headersReceived }
      received.push(whole)
      behave(socket, whole)
    })
  })
  const { origin, close } = await listen(server)
  return {
    origin,
    received,
    begun: () => begun,
    onHeaders: () => resolveHeaders(),
    abandoned: () =>
      new Promise((resolve) => {
        whenEmpty = resolve
        if (open.size === 0) resolve()
      }),
    close,
  }
}

/** An origin that refuses connections until it is closed. */
export async function refuse(): Promise<Pick<FaultyServer, 'origin' | 'close'>> {
  const server = await serveFault(() => {})
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  await once(socket, 'connect')
  // The port belongs to a client socket, so no other test can listen on it.
  return {
    origin: `http://127.0.0.1:${socket.localPort}`,
    close() {
      socket.destroy()
      server.close()
    },
  }
}

// Clients send bodies in memory with their length, so chunked bodies are not supported here.
function parse(bytes: Buffer): Pick<Received, 'method' | 'path' | 'headers' | 'body'> | undefined {
  const [head, ...rest] = bytes.toString('latin1').split('\r\n\r\n')
  if (rest.length === 0) return undefined
  const [line = '', ...lines] = (head ?? '').split('\r\n')
  const [method = '', path = ''] = line.split(' ')
  const headers = Object.fromEntries(
    lines.map((field) => [
      field.slice(0, field.indexOf(':')).toLowerCase(),
      field.slice(field.indexOf(':') + 1).trim(),
    ]),
  )
  if ('transfer-encoding' in headers) throw new Error('This server cannot read a chunked body.')
  const body = rest.join('\r\n\r\n')
  return body.length < Number(headers['content-length'] ?? 0) ? undefined : { method, path, headers, body }
}

/** The results of the calls. */
export const user = { username: 'zoe', first_name: 'Zoé' }
export const message = { id: '101437428530810881', from: 'zoe', body: 'Բարեւ 🎉' }

/** The body of a success. */
const successOf = ({ method }: Received) => JSON.stringify(method === 'GET' ? user : message)

/** Builds the bytes of a response. */
export function rawResponse(
  status: number,
  headers: Readonly<Record<string, string | number>>,
  body: string | Buffer = '',
): Buffer {
  const fields = Object.entries({ 'Content-Length': Buffer.byteLength(body), ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Some Reason\r\n${fields.join('')}\r\n`), Buffer.from(body)])
}

export const json = { 'Content-Type': 'application/json' }
const html = { 'Content-Type': 'text/html' }
const gzip = { ...json, 'Content-Encoding': 'gzip' }
const gate = '<!doctype html><h1>The gate is shut</h1>'
const refusal = '{"code":1,"type":"Refusal","message":"not now"}'
export const good: Behaviour = (socket, request) => socket.write(rawResponse(200, json, successOf(request)))

/** Rejects the first two requests, and accepts the others. */
const firstTwo =
  (rejection: () => Buffer): Behaviour =>
  (socket, request) =>
    request.count > 2 ? good(socket, request) : socket.write(rejection())

const always =
  (bytes: (request: Received) => Buffer | string): Behaviour =>
  (socket, request) =>
    socket.write(bytes(request))

/** Writes the beginning of a response, and ends the connection gracefully or with a reset. */
const breakOff =
  (how: 'end' | 'resetAndDestroy', bytes: (request: Received) => Buffer | string): Behaviour =>
  (socket, request) =>
    socket.write(bytes(request), () => socket[how]())

const half = <Bytes extends Buffer | string>(bytes: Bytes) => bytes.slice(0, bytes.length / 2) as Bytes
const inSeconds = (seconds: number) => new Date(Date.now() + 1000 * seconds).toUTCString()

/** Every fault that the tests use. */
export const faults = {
  nothing: good,

  // Error responses.
  '429 twice, Retry-After: 0': firstTwo(() => rawResponse(429, { ...json, 'Retry-After': 0 }, refusal)),
  '429 twice, Retry-After: a past date': firstTwo(() =>
    rawResponse(429, { ...json, 'Retry-After': inSeconds(-10) }, refusal),
  ),
  '429 once, Retry-After: the next second': (socket, request) =>
    request.count > 1
      ? good(socket, request)
      : socket.write(rawResponse(429, { ...json, 'Retry-After': inSeconds(1) }, refusal)),
  '429 always, Retry-After: 0': always(() => rawResponse(429, { ...json, 'Retry-After': 0 }, refusal)),
  '429, Retry-After: 61': always(() => rawResponse(429, { ...json, 'Retry-After': 61 }, refusal)),
  '503 twice, Retry-After: 0': firstTwo(() => rawResponse(503, { ...json, 'Retry-After': 0 }, refusal)),
  '503 always, Retry-After: 0': always(() => rawResponse(503, { ...json, 'Retry-After': 0 }, refusal)),
  '408 twice, Retry-After: 0': firstTwo(() => rawResponse(408, { ...json, 'Retry-After': 0 }, refusal)),
  '500 twice, Retry-After: 0': firstTwo(() => rawResponse(500, { ...json, 'Retry-After': 0 }, refusal)),
  '501': always(() => rawResponse(501, { ...json, 'Retry-After': 0 }, refusal)),
  '400': always(() => rawResponse(400, { ...json, 'Retry-After': 0 }, refusal)),
  '502 in HTML': always(() => rawResponse(502, { ...html, 'Retry-After': 0 }, gate)),
  '500, cut off': breakOff('end', () =>
    rawResponse(500, { ...json, 'Content-Length': 1000, 'Retry-After': 0 }, refusal),
  ),

  // No response.
  'reset before a response': (socket) => socket.resetAndDestroy(),
  'closed before a response': (socket) => socket.end(),
  'reset in the status line': breakOff('resetAndDestroy', () => 'HTTP/1.1 20'),
  'closed in the headers': breakOff('end', () => 'HTTP/1.1 200 OK\r\nContent-Type: applic'),
  'reset in the headers': breakOff('resetAndDestroy', () => 'HTTP/1.1 200 OK\r\nContent-Type: applic'),
  'not HTTP': always(() => 'SSH-2.0-OpenSSH_9.7\r\n'),
  'endless headers': always(() => `HTTP/1.1 200 OK\r\n${`X-Filler: ${'x'.repeat(1000)}\r\n`.repeat(100)}`),
  'hang before headers': () => {},
  'hang in the headers': always(() => 'HTTP/1.1 200 OK\r\nContent-Type: applic'),

  // Incomplete responses.
  'reset in the body': (socket, request) => {
    socket.write(rawResponse(200, { ...json, 'Content-Length': 1000 }, successOf(request)))
    // An earlier reset would overtake the headers.
    void request.headersReceived.then(() => socket.resetAndDestroy())
  },
  'closed in the body': (socket, request) =>
    socket.end(rawResponse(200, { ...json, 'Content-Length': 1000 }, successOf(request))),
  'closed in a chunked body': (socket, request) => {
    const body = successOf(request)
    socket.end(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`,
    )
  },
  'hang in the body': always((request) => rawResponse(200, { ...json, 'Content-Length': 1000 }, successOf(request))),
  trickle: (socket, request) => {
    socket.write(rawResponse(200, { ...json, 'Content-Length': 1_000_000 }, successOf(request)))
    const timer = setInterval(() => socket.write(' '), 20)
    socket.on('close', () => clearInterval(timer))
  },

  // Complete responses with unexpected content.
  'JSON cut short': always((request) => rawResponse(200, json, half(successOf(request)))),
  empty: always(() => rawResponse(200, json)),
  HTML: always(() => rawResponse(200, html, gate)),
  null: always(() => rawResponse(200, json, 'null')),
  'a number': always(() => rawResponse(200, json, '5')),
  '204': always(() => Buffer.from('HTTP/1.1 204 No Content\r\n\r\n')),
  'ISO 8859-1': always(() =>
    rawResponse(
      200,
      { 'Content-Type': 'application/json; charset=iso-8859-1' },
      Buffer.from('{"id":"1","username":"Zo\u00EB"}', 'latin1'),
    ),
  ),
  gzip: always((request) => rawResponse(200, gzip, gzipSync(successOf(request)))),
  'gzip cut short': always((request) => rawResponse(200, gzip, half(gzipSync(successOf(request))))),
  'gzip that is not gzip': always((request) => rawResponse(200, gzip, successOf(request))),
  'gzip, closed in the body': (socket, request) =>
    socket.end(rawResponse(200, { ...gzip, 'Content-Length': 1000 }, half(gzipSync(successOf(request))))),

  // Valid, but unusual.
  '100 Continue': always((request) => `HTTP/1.1 100 Continue\r\n\r\n${rawResponse(200, json, successOf(request))}`),
  '103 Early Hints': always(
    (request) =>
      `HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n${rawResponse(200, json, successOf(request))}`,
  ),
  'HTTP/1.0, ended by the connection': (socket, request) =>
    socket.end(`HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n${successOf(request)}`),
} satisfies Record<string, Behaviour>

/** Extra bytes on the connection after the first response, which must not become the response to the next request. */
export const leftovers = {
  'a second response': (socket, request) =>
    socket.write(
      Buffer.concat([
        rawResponse(200, json, successOf(request)),
        rawResponse(200, json, JSON.stringify({ username: 'mallory' })),
      ]),
    ),
  'a body longer than its Content-Length': (socket, request) =>
    socket.write(`${rawResponse(200, json, successOf(request))}and more`),
  '204 with a body': (socket) => socket.write(rawResponse(204, json, JSON.stringify({ username: 'mallory' }))),
  'a redirect with a body': (socket) =>
    socket.write(rawResponse(302, { ...json, Location: '/elsewhere' }, JSON.stringify({ username: 'mallory' }))),
  'an error that is too long to read': (socket) => socket.write(rawResponse(400, json, 'x'.repeat(200_000))),
} satisfies Record<string, Behaviour>

/** Responds with an error whose body is `size` bytes long, as fast as it is read, and counts the bytes written. */
export function flood(size: number): { behave: Behaviour; written(): number } {
  let socket: Socket | undefined
  let written = 0
  const chunk = Buffer.alloc(64 * 1024, 'x')
  return {
    behave(client) {
      socket = client
      const start = client.bytesWritten
      client.write(`HTTP/1.1 400 Bad Request\r\nContent-Length: ${size}\r\n\r\n`)
      const more = () => {
        while (!client.destroyed && client.bytesWritten - start < size && client.write(chunk))
          written = client.bytesWritten - start - client.writableLength
      }
      client.on('drain', more)
      more()
    },
    written: () => Math.max(written, socket ? socket.bytesWritten - socket.writableLength : 0),
  }
}
