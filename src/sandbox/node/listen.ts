import { createServer, type IncomingMessage, type OutgoingHttpHeader, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Outcome, Sandbox, SandboxRequest } from 'sceyt-platform/sandbox'
import { ByteCollector } from '../../common/byte-collector.js'
import { isLoopback } from '../../common/is-loopback.js'
import { readRangeOptions } from '../../common/read-range-options.js'
import { controlPath, respondToControl } from './control.js'
import { docsPage } from './docs.js'
import { homePage } from './home.js'
import { isSentToLoopback } from './loopback.js'
import { html, type Page } from './page.js'

/** Options of `listen`. */
export interface ListenOptions {
  /** The port. Default: any free port. */
  port?: number | undefined
  /** The address to listen on. Default: `127.0.0.1`, which only this machine can reach. */
  host?: string | undefined
  /**
   * Whether to serve the controls, and to show keys and requests on the page at `/`; both only for requests to a name of
   * this machine. Default: whether `host` is a loopback address.
   */
  control?: boolean | undefined
}

const listenNames: readonly (keyof ListenOptions)[] = ['port', 'host', 'control']

/** A running server. */
export interface SandboxServer {
  /** The origin, such as `http://127.0.0.1:4010`. */
  readonly origin: string
  /**
   * Returns the `baseUrl` for `createSceyt`.
   *
   * @param appId - Default: the first application.
   */
  baseUrl(appId?: string): string
  /** Completes the requests in flight, and stops. */
  close(): Promise<void>
}

/** Milliseconds after which a connection is closed although its client has not closed it. */
const lingering = 2_000
const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*', 'Cache-Control': 'no-store' }
const corsFields = Object.entries(cors).flat()

/**
 * Serves a sandbox over HTTP: the API under its base path, a start page at `/`, the documentation at `/docs`.
 *
 * @returns The running server.
 * @throws RangeError naming an option that is not known.
 * @throws Error with the code `EADDRINUSE` if the port is in use.
 *
 * @example
 * ```ts
 * import { createSceyt } from 'sceyt-platform'
 * import { createSandbox } from 'sceyt-platform/sandbox'
 * import { listen } from 'sceyt-platform/sandbox/node'
 *
 * const server = await listen(createSandbox({ seed: { users: [{ username: 'zoe' }] } }))
 * const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key' })
 * console.log((await sceyt.users.get('zoe')).username) // zoe
 * await server.close()
 * ```
 */
export async function listen(sandbox: Sandbox, options: ListenOptions = {}): Promise<SandboxServer> {
  const { port = 0, host = '127.0.0.1', control = isLoopback(host) } = readRangeOptions('options', options, listenNames)
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      // The client has disconnected, or has received part of a response.
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
        await docsPage(pathname, incoming.origin + sandbox.basePath(), open ? sandbox.apps[0]?.apiKey : undefined),
      )
    }
    if (pathname === controlPath || pathname.startsWith(`${controlPath}/`))
      return respondToControl({ sandbox, open: control, streams }, incoming, request, response)
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
 * A class, since an object literal with a getter has a new hidden class each time: slow to read, and V8 keeps it,
 * with the request and the response in it, until the next full garbage collection.
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
    // Links contain it, so it must be a host and nothing else.
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

  // Created on access, since it takes longer than the rest of a request.
  get signal(): AbortSignal {
    const controller = new AbortController()
    this.#response.once('close', () => controller.abort())
    return controller.signal
  }
}

/** Reads a body without `for await`, which would close the connection at the end of the loop, before the response. */
function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    const collector = new ByteCollector(limit)
    request.on('data', (chunk: Buffer) => {
      if (!collector.add(chunk)) resolve(undefined)
    })
    request.on('end', () => resolve(collector.bytes()))
    request.on('error', reject)
    request.on('close', () => {
      // Every request closes in the end, and errors are expensive to create.
      if (!request.complete) reject(new Error('The connection closed before the end of the request.'))
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
  // Names and values in turn: building an object for Node to take apart takes a sixth of a request.
  const fields: OutgoingHttpHeader[] = [...corsFields]
  for (const name of Object.keys(headers)) fields.push(name, headers[name] as string)
  if (body !== null) fields.push('Content-Length', String(Buffer.byteLength(body)))
  response.writeHead(status, fields)
  // Node sends text in one piece with the headers.
  if (!cut || body === null) response.end(body)
  else
    response.write(Buffer.from(body as string).subarray(0, Buffer.byteLength(body) >> 1), () =>
      request.socket.destroy(),
    )
}

/** Closes the connection late enough for the response to reach a client that is still sending. */
function closeAfter(request: IncomingMessage, response: ServerResponse): void {
  const socket: Socket = request.socket
  response.setHeader('Connection', 'close')
  request.resume()
  // Node would close both directions with the response, and the reset that follows discards it if the client has not read it yet.
  socket.destroySoon = () => socket.end()
  setTimeout(() => socket.destroy(), lingering).unref()
}

/** Allows requests from any origin: a front end runs on another port. */
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
