import { createServer, type IncomingMessage, type OutgoingHttpHeader, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Outcome, Sandbox } from 'sceyt-platform/sandbox'
import { isLoopback } from '../../common/is-loopback.js'
import { messageOf } from '../../common/message-of.js'
import { readRangeOptions } from '../../common/read-range-options.js'
import { accessOf } from './access.js'
import { controlPath, respondToControl } from './control.js'
import { corsHeaders, preflight } from './cors.js'
import { docsPage } from './docs.js'
import { EventStream } from './event-stream.js'
import { homePage } from './home.js'
import { Incoming } from './incoming.js'
import { NamedSnapshots } from './named-snapshots.js'
import { html, type Page } from './page.js'
import { reachableHost } from './reachable-host.js'
import { Rows } from './rows.js'
import { isStudioFile, studioFile, studioPage } from './studio-page.js'

/** Options of `listen`. */
export interface ListenOptions {
  /** The port. Default: any free port. */
  port?: number | undefined
  /** The address to listen on. Default: `127.0.0.1`, which only this machine can reach. */
  host?: string | undefined
  /**
   * Whether to serve the controls, and at `/` the studio, which shows the data, the requests and the keys; both only for
   * requests to a name of this machine. Default: whether `host` is a loopback address.
   */
  control?: boolean | undefined
}

const listenNames: readonly (keyof ListenOptions)[] = ['port', 'host', 'control']

/** Options for `createSceyt`. The key is not secret, so a page may have it. */
export interface ServerConnection {
  /** Origin and base path of the application. */
  baseUrl: string
  /** Its API key. */
  apiKey: string
  /** Allows a page to use it. */
  allowBrowser: true
}

/** A running server. */
export interface SandboxServer {
  /** The origin, such as `http://127.0.0.1:4010`. For a host that stands for all addresses, it has that of loopback. */
  readonly origin: string
  /**
   * Returns the `baseUrl` for `createSceyt`.
   *
   * @param appId - Default: the first application.
   */
  baseUrl(appId?: string): string
  /**
   * Returns the options with which `createSceyt` calls this server, also from a page.
   *
   * @param appId - Default: the first application.
   * @throws RangeError if there is no such application.
   *
   * @example
   * ```ts
   * import { createSandbox } from 'sceyt-platform/sandbox'
   * import { listen } from 'sceyt-platform/sandbox/node'
   *
   * const server = await listen(createSandbox())
   * const sceyt = createSceyt(server.connection())
   * console.log((await sceyt.users.create({ username: 'zoe' })).username) // zoe
   * await server.close()
   * ```
   */
  connection(appId?: string): ServerConnection
  /** Completes the requests in flight, and stops. */
  close(): Promise<void>
  /**
   * Closes the server at the end of a scope.
   *
   * @example
   * ```ts
   * import { createSandbox } from 'sceyt-platform/sandbox'
   * import { listen } from 'sceyt-platform/sandbox/node'
   *
   * await using server = await listen(createSandbox())
   * const sceyt = createSceyt(server.connection())
   * console.log((await sceyt.users.list()).count) // 0
   * ```
   */
  [Symbol.asyncDispose](): Promise<void>
}

/** Milliseconds after which a connection is closed although its client has not closed it. */
const lingering = 2_000

/**
 * Serves a sandbox over HTTP: the API under its base path, the studio at `/`, the documentation at `/docs`.
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
  const events = new EventStream(sandbox)
  const plane = {
    sandbox,
    open: control,
    events,
    rows: new Rows(sandbox),
    snapshots: new NamedSnapshots(sandbox),
  }
  const connections = new Set<Socket>()
  const responses = new Set<ServerResponse>()
  let isClosing = false
  const server = createServer((request, response) => {
    responses.add(response)
    response.once('close', () => responses.delete(response))
    respond(request, response).catch((error: unknown) => {
      // The client has disconnected, or has received part of a response.
      if (request.destroyed || response.destroyed || response.headersSent) {
        response.destroy()
        return
      }
      const message = messageOf(error)
      response
        .writeHead(500, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ code: 500, type: 'InternalError', message }))
    })
  })
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { address, port: actual, family } = server.address() as AddressInfo
  const self = `${reachableHost(family === 'IPv6' ? `[${address}]` : address)}:${actual}`
  const baseUrl = (appId?: string) => `http://${self}${sandbox.basePath(appId)}`

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = new Incoming(request, response, self)
    const { method, pathname } = incoming
    if (pathname === controlPath || pathname.startsWith(`${controlPath}/`))
      return respondToControl(plane, incoming, response)
    if (method === 'OPTIONS') return send(response, preflight(incoming))
    if (pathname === '/' && method === 'GET') {
      const { origin } = incoming
      const isTrusted = control && accessOf(incoming).keys
      const local = control ? `http://${self}` : undefined
      return send(response, isTrusted ? studioPage(sandbox, origin) : html(homePage(sandbox, origin, local)))
    }
    if (isStudioFile(pathname)) return send(response, await studioFile(pathname))
    if (pathname === '/docs' || pathname.startsWith('/docs/') || pathname === '/openapi.json') {
      const apiKey = control && accessOf(incoming).keys ? sandbox.apps[0]?.apiKey : undefined
      const page = await docsPage(pathname, incoming.origin + sandbox.basePath(), apiKey)
      // Pages of other origins may read the document only, since it does not contain a key.
      return send(response, page, pathname === '/openapi.json' ? corsHeaders(incoming, Object.keys(page.headers)) : {})
    }
    const outcome = await sandbox.respond(incoming)
    // The server would wait for a connection that its client keeps for more requests.
    if (isClosing) response.setHeader('Connection', 'close')
    write(request, response, incoming, outcome)
  }

  const close = () =>
    new Promise<void>((resolve) => {
      isClosing = true
      server.close(() => resolve())
      events.end()
      // Those without a request, also if they never had one, which the server counts as active.
      const busy = new Set([...responses].map(({ socket }) => socket))
      for (const socket of connections) if (!busy.has(socket)) socket.destroy()
      setTimeout(() => server.closeAllConnections(), lingering).unref()
    })
  return {
    origin: `http://${self}`,
    baseUrl,
    connection: (appId) => ({ baseUrl: baseUrl(appId), apiKey: sandbox.connection(appId).apiKey, allowBrowser: true }),
    close,
    [Symbol.asyncDispose]: close,
  }
}

function write(request: IncomingMessage, response: ServerResponse, incoming: Incoming, outcome: Outcome): void {
  if (outcome.kind === 'reset') {
    request.socket.resetAndDestroy()
    return
  }
  const { status, headers, body, cut } = outcome
  if (status === 413) closeAfter(request, response)
  // Names and values in turn: building an object for Node to take apart takes a sixth of a request.
  const fields: OutgoingHttpHeader[] = []
  const names = Object.keys(headers)
  for (const name of names) fields.push(name, headers[name] as string)
  const cors = corsHeaders(incoming, names)
  // A fault may have set some of these.
  const given = names.map((name) => name.toLowerCase())
  for (const name of Object.keys(cors)) if (!given.includes(name.toLowerCase())) fields.push(name, cors[name] as string)
  if (!given.includes('cache-control')) fields.push('Cache-Control', 'no-store')
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

function send(response: ServerResponse, { status, headers, body }: Page, more: Page['headers'] = {}): void {
  response.writeHead(status, { ...headers, ...more }).end(body)
}
