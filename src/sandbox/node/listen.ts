import { createServer, type IncomingMessage, type OutgoingHttpHeader, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Outcome, Sandbox, SandboxRequest } from 'sceyt-platform/sandbox'
import { answerControl, controlPath } from './control.js'
import { answerDocs } from './docs.js'
import { homePage } from './home.js'
import { isLoopback, isSentToLoopback } from './loopback.js'
import { html, type Page } from './page.js'

/** Where a sandbox listens. */
export interface ListenOptions {
  /** Default: any that is free. */
  port?: number | undefined
  /** Address to bind to. Default: `127.0.0.1`, which only this machine reaches. */
  host?: string | undefined
  /** Whether the control plane answers, and the page at `/` shows keys and requests. Default: only if nobody else can reach it. Either is only for requests to a name of this machine. */
  control?: boolean | undefined
}

/** A sandbox that is listening. */
export interface SandboxServer {
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string
  /**
   * The `baseUrl` for `createSceyt`.
   *
   * @param appId - Default: the first application.
   */
  baseUrl(appId?: string): string
  /** Answers what has begun, and stops. */
  close(): Promise<void>
}

/** Milliseconds that a connection may outlive what ended it. */
const lingering = 2_000
const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*', 'Cache-Control': 'no-store' }
const corsFields = Object.entries(cors).flat()

/**
 * Serves a sandbox over HTTP: the API under its base path, a page for people at `/`, the documentation at `/docs`.
 *
 * @throws Error with the code `EADDRINUSE` if the port is taken.
 *
 * @example
 * ```ts
 * import { createSandbox } from 'sceyt-platform/sandbox'
 * import { listen } from 'sceyt-platform/sandbox/node'
 *
 * const server = await listen(createSandbox())
 * const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key' })
 * console.log((await sceyt.users.list()).total_count) // 0
 * await server.close()
 * ```
 */
export async function listen(
  sandbox: Sandbox,
  { port = 0, host = '127.0.0.1', control = isLoopback(host) }: ListenOptions = {},
): Promise<SandboxServer> {
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      // Whoever asked has gone, or has a part of an answer that can only be broken off.
      if (request.destroyed || response.destroyed || response.headersSent) {
        response.destroy()
        return
      }
      const message = error instanceof Error ? error.message : String(error)
      response
        .writeHead(500, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ code: 500, type: 'InternalError', message }))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { address, port: actual, family } = server.address() as AddressInfo
  const self = `${family === 'IPv6' ? `[${address}]` : address}:${actual}`

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = new Incoming(request, response, self)
    const { method, pathname } = incoming
    const open = control && isSentToLoopback(request)
    if (pathname === '/' && method === 'GET') return send(response, html(homePage(sandbox, incoming.origin, open)))
    if (pathname === '/docs' || pathname.startsWith('/docs/') || pathname === '/openapi.json') {
      return send(
        response,
        await answerDocs(pathname, incoming.origin + sandbox.basePath(), open ? sandbox.apps[0]?.apiKey : undefined),
      )
    }
    if (pathname === controlPath || pathname.startsWith(`${controlPath}/`))
      return answerControl({ sandbox, open: control, streams }, incoming, request, response)
    if (method === 'OPTIONS') return preflight(request, response)
    write(request, response, await sandbox.respond(incoming))
  }

  return {
    origin: `http://${self}`,
    baseUrl: (appId) => `http://${self}${sandbox.basePath(appId)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const stream of streams) stream.end()
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), lingering).unref()
      }),
  }
}

/**
 * A class, since an object with a getter of its own is of a shape of its own each time: slow to read, and V8 keeps the shape,
 * with the request and the response in it, until it next sweeps everything.
 */
class Incoming implements SandboxRequest {
  readonly method: string
  readonly origin: string
  readonly pathname: string
  readonly search: string
  readonly #request: IncomingMessage
  readonly #response: ServerResponse

  constructor(request: IncomingMessage, response: ServerResponse, self: string) {
    const { method = 'GET', url = '/', headers } = request
    const question = url.indexOf('?')
    this.method = method
    // It goes into links, so it has to be a host and nothing else.
    this.origin = `http://${/^[\w.-]+(:\d+)?$|^\[[\da-fA-F:]+\](:\d+)?$/.test(headers.host ?? '') ? headers.host : self}`
    this.pathname = question < 0 ? url : url.slice(0, question)
    this.search = question < 0 ? '' : url.slice(question + 1)
    this.#request = request
    this.#response = response
  }

  header(name: string): string | undefined {
    return this.#request.headers[name] as string | undefined
  }

  body(limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return readBody(this.#request, limit)
  }

  // Made when it is asked for, since it takes longer than the rest of a request.
  get signal(): AbortSignal {
    const gone = new AbortController()
    this.#response.once('close', () => gone.abort())
    return gone.signal
  }
}

/** `for await` would do, but ends the connection with the loop, and the answer with it. */
function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else resolve(undefined)
    })
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer<ArrayBuffer>) : Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('close', () => {
      // Every request closes in the end, and an error is dear to make.
      if (!request.complete) reject(new Error('The request was cut off.'))
    })
  })
}

function write(request: IncomingMessage, response: ServerResponse, outcome: Outcome): void {
  if (outcome.kind === 'reset') {
    request.socket.resetAndDestroy()
    return
  }
  const { status, headers, body, cut } = outcome
  if (status === 413) closeAfter(request, response)
  // Names and values in turn: to put an object together, and have Node take it apart, takes a sixth of a request.
  const fields: OutgoingHttpHeader[] = [...corsFields]
  for (const name in headers) fields.push(name, headers[name] as string)
  if (body !== null) fields.push('Content-Length', String(Buffer.byteLength(body)))
  response.writeHead(status, fields)
  // Text, since Node then sends it in one piece with the headers.
  if (!cut || body === null) response.end(body)
  else
    response.write(Buffer.from(body as string).subarray(0, Buffer.byteLength(body) >> 1), () =>
      request.socket.destroy(),
    )
}

/** Lets the answer reach a client that is still sending, for a while. */
function closeAfter(request: IncomingMessage, response: ServerResponse): void {
  const socket: Socket = request.socket
  response.setHeader('Connection', 'close')
  request.resume()
  // Node would end both directions with the answer, and the reset that comes of it takes the answer from who has not read it yet.
  socket.destroySoon = () => socket.end()
  setTimeout(() => socket.destroy(), lingering).unref()
}

/** A front end runs on another port, and so on another origin. */
function preflight(request: IncomingMessage, response: ServerResponse): void {
  const headers = request.headers['access-control-request-headers'] ?? '*'
  response
    .writeHead(204, {
      ...cors,
      'Access-Control-Allow-Methods': 'GET, PUT, POST, DELETE',
      'Access-Control-Allow-Headers': headers,
      'Access-Control-Max-Age': '600',
    })
    .end()
}

function send(response: ServerResponse, { status, headers, body }: Page): void {
  response.writeHead(status, headers).end(body)
}
