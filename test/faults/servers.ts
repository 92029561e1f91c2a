import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

/** A request whose every byte has come. */
export interface Received {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body: string
  /** Which one it is of the server's, from 1. */
  count: number
  /** Waits until the client has the headers of the answer. */
  answered: Promise<void>
}

/** What a server does with a request, byte for byte. */
export type Behaviour = (socket: Socket, request: Received) => void

/** A server that speaks no HTTP by itself, so that it can get it wrong. */
export interface FaultyServer {
  origin: string
  /** The requests that came whole. */
  received: Received[]
  /** How many requests began to come. */
  begun(): number
  /** Tells the server that the headers of its last answer are there. */
  answered(): void
  /** Waits until the client has let go of every connection. */
  abandoned(): Promise<void>
  close(): void
}

/** Serves on a free port until it is closed. */
export async function serve(behave: Behaviour): Promise<FaultyServer> {
  const received: Received[] = []
  const open = new Set<Socket>()
  let begun = 0
  let whenEmpty: (() => void) | undefined
  let tellAnswered = () => {}
  const server = createServer((socket) => {
    open.add(socket)
    let buffer = Buffer.alloc(0)
    // Clients that give up reset the connection, which is what some tests are about.
    socket.on('error', () => {})
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
      const answered = new Promise<void>((resolve) => {
        tellAnswered = resolve
      })
      const whole = { ...request, count: received.length + 1, answered }
      received.push(whole)
      behave(socket, whole)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    begun: () => begun,
    answered: () => tellAnswered(),
    abandoned: () =>
      new Promise((resolve) => {
        whenEmpty = resolve
        if (open.size === 0) resolve()
      }),
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

/** An address where nobody listens, until it is closed. */
export async function refuse(): Promise<Pick<FaultyServer, 'origin' | 'close'>> {
  const server = await serve(() => {})
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  await once(socket, 'connect')
  // The port of a client is taken, so no other test gets to listen there.
  return {
    origin: `http://127.0.0.1:${socket.localPort}`,
    close() {
      socket.destroy()
      server.close()
    },
  }
}

// Clients send what they have in memory with its length, so chunked bodies need not be known here.
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

/** What is asked for. */
export const user = { username: 'zoe', first_name: 'Zoé' }
export const message = { id: '101437428530810881', from: 'zoe', body: 'Բարեւ 🎉' }

/** The success that a request is due. */
const due = ({ method }: Received) => JSON.stringify(method === 'GET' ? user : message)

/** An answer in one piece. */
export function answer(
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
export const good: Behaviour = (socket, request) => socket.write(answer(200, json, due(request)))

/** Turns away the first requests, and answers the others. */
const firstTwo =
  (refused: () => Buffer): Behaviour =>
  (socket, request) =>
    request.count > 2 ? good(socket, request) : socket.write(refused())

const always =
  (bytes: (request: Received) => Buffer | string): Behaviour =>
  (socket, request) =>
    socket.write(bytes(request))

/** Writes the beginning of an answer, and ends the connection: in good order, or not. */
const breakOff =
  (how: 'end' | 'resetAndDestroy', bytes: (request: Received) => Buffer | string): Behaviour =>
  (socket, request) =>
    socket.write(bytes(request), () => socket[how]())

const half = <Bytes extends Buffer | string>(bytes: Bytes) => bytes.slice(0, bytes.length / 2) as Bytes
const inSeconds = (seconds: number) => new Date(Date.now() + 1000 * seconds).toUTCString()

/** Everything that a server gets wrong in the tests. */
export const faults = {
  nothing: good,

  // Turned away.
  '429 twice, Retry-After: 0': firstTwo(() => answer(429, { ...json, 'Retry-After': 0 }, refusal)),
  '429 twice, Retry-After: a date gone by': firstTwo(() =>
    answer(429, { ...json, 'Retry-After': inSeconds(-10) }, refusal),
  ),
  '429 once, Retry-After: the next second': (socket, request) =>
    request.count > 1
      ? good(socket, request)
      : socket.write(answer(429, { ...json, 'Retry-After': inSeconds(1) }, refusal)),
  '429 always, Retry-After: 0': always(() => answer(429, { ...json, 'Retry-After': 0 }, refusal)),
  '429, Retry-After: 61': always(() => answer(429, { ...json, 'Retry-After': 61 }, refusal)),
  '503 twice, Retry-After: 0': firstTwo(() => answer(503, { ...json, 'Retry-After': 0 }, refusal)),
  '503 always, Retry-After: 0': always(() => answer(503, { ...json, 'Retry-After': 0 }, refusal)),
  '408 twice, Retry-After: 0': firstTwo(() => answer(408, { ...json, 'Retry-After': 0 }, refusal)),
  '500 twice, Retry-After: 0': firstTwo(() => answer(500, { ...json, 'Retry-After': 0 }, refusal)),
  '501': always(() => answer(501, { ...json, 'Retry-After': 0 }, refusal)),
  '400': always(() => answer(400, { ...json, 'Retry-After': 0 }, refusal)),
  '502 in HTML': always(() => answer(502, { ...html, 'Retry-After': 0 }, gate)),
  '500, cut off': breakOff('end', () => answer(500, { ...json, 'Content-Length': 1000, 'Retry-After': 0 }, refusal)),

  // No answer.
  'reset before an answer': (socket) => socket.resetAndDestroy(),
  'closed before an answer': (socket) => socket.end(),
  'reset in the status line': breakOff('resetAndDestroy', () => 'HTTP/1.1 20'),
  'closed in the headers': breakOff('end', () => 'HTTP/1.1 200 OK\r\nContent-Type: applic'),
  'reset in the headers': breakOff('resetAndDestroy', () => 'HTTP/1.1 200 OK\r\nContent-Type: applic'),
  'no HTTP': always(() => 'SSH-2.0-OpenSSH_9.7\r\n'),
  'headers without end': always(() => `HTTP/1.1 200 OK\r\n${`X-Filler: ${'x'.repeat(1000)}\r\n`.repeat(100)}`),
  'hang before headers': () => {},
  'hang in the headers': always(() => 'HTTP/1.1 200 OK\r\nContent-Type: applic'),

  // Not all of an answer.
  'reset in the body': (socket, request) => {
    socket.write(answer(200, { ...json, 'Content-Length': 1000 }, due(request)))
    // Before that, the reset would overtake the headers.
    void request.answered.then(() => socket.resetAndDestroy())
  },
  'closed in the body': (socket, request) => socket.end(answer(200, { ...json, 'Content-Length': 1000 }, due(request))),
  'closed in a chunked body': (socket, request) => {
    const body = due(request)
    socket.end(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`,
    )
  },
  'hang in the body': always((request) => answer(200, { ...json, 'Content-Length': 1000 }, due(request))),
  trickle: (socket, request) => {
    socket.write(answer(200, { ...json, 'Content-Length': 1_000_000 }, due(request)))
    const timer = setInterval(() => socket.write(' '), 20)
    socket.on('close', () => clearInterval(timer))
  },

  // A whole answer of the wrong kind.
  'JSON cut short': always((request) => answer(200, json, half(due(request)))),
  empty: always(() => answer(200, json)),
  HTML: always(() => answer(200, html, gate)),
  null: always(() => answer(200, json, 'null')),
  'a number': always(() => answer(200, json, '5')),
  '204': always(() => Buffer.from('HTTP/1.1 204 No Content\r\n\r\n')),
  'ISO 8859-1': always(() =>
    answer(
      200,
      { 'Content-Type': 'application/json; charset=iso-8859-1' },
      Buffer.from('{"id":"1","username":"Zo\u00EB"}', 'latin1'),
    ),
  ),
  gzip: always((request) => answer(200, gzip, gzipSync(due(request)))),
  'gzip cut short': always((request) => answer(200, gzip, half(gzipSync(due(request))))),
  'gzip that is none': always((request) => answer(200, gzip, due(request))),
  'gzip, closed in the body': (socket, request) =>
    socket.end(answer(200, { ...gzip, 'Content-Length': 1000 }, half(gzipSync(due(request))))),

  // Right, in an unusual way.
  '100 Continue': always((request) => `HTTP/1.1 100 Continue\r\n\r\n${answer(200, json, due(request))}`),
  '103 Early Hints': always(
    (request) =>
      `HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n${answer(200, json, due(request))}`,
  ),
  'HTTP/1.0, ended by the connection': (socket, request) =>
    socket.end(`HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n${due(request)}`),
} satisfies Record<string, Behaviour>

/** What a server puts on the connection after the answer to the first request: it is no answer to the next. */
export const leftovers = {
  'a second answer': (socket, request) =>
    socket.write(
      Buffer.concat([answer(200, json, due(request)), answer(200, json, JSON.stringify({ username: 'mallory' }))]),
    ),
  'a longer body than it says': (socket, request) => socket.write(`${answer(200, json, due(request))}and more`),
  '204 with a body': (socket) => socket.write(answer(204, json, JSON.stringify({ username: 'mallory' }))),
  'a redirect with a body': (socket) =>
    socket.write(answer(302, { ...json, Location: '/elsewhere' }, JSON.stringify({ username: 'mallory' }))),
  'an error that is too long to read': (socket) => socket.write(answer(400, json, 'x'.repeat(200_000))),
} satisfies Record<string, Behaviour>

/** Answers with an error whose body goes on and on, as fast as it is taken, and counts the bytes that left. */
export function flood(size: number): { behave: Behaviour; written(): number } {
  let socket: Socket | undefined
  let written = 0
  const chunk = Buffer.alloc(64 * 1024, 'x')
  return {
    behave(given) {
      socket = given
      const start = given.bytesWritten
      given.write(`HTTP/1.1 400 Bad Request\r\nContent-Length: ${size}\r\n\r\n`)
      const more = () => {
        while (!given.destroyed && given.bytesWritten - start < size && given.write(chunk))
          written = given.bytesWritten - start - given.writableLength
      }
      given.on('drain', more)
      more()
    },
    written: () => Math.max(written, socket ? socket.bytesWritten - socket.writableLength : 0),
  }
}
