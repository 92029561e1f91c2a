import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Seen, Step } from './scene.js'

/** A running server. */
export interface HostileServer {
  origin: string
  close(): void
}

interface Scenario {
  seen: Seen[]
  begun: Promise<void>
  begin: () => void
  ends: Promise<unknown>[]
}

const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*', 'Cache-Control': 'no-store' }
const json = { 'Content-Type': 'application/json' }
const user = '{"username":"zoe"}'

/**
 * Serves on a free port of this machine until it is closed. To `/503,503,ok/ID/users/zoe` it responds with 503 twice,
 * and from then on with a user. `/seen/ID` returns the requests with that id, `/begun/ID` does so once there is one,
 * and `/ended/ID` once all of them have ended. `/another/origin` starts another such server.
 *
 * @param elsewhere - The origin to redirect to.
 */
export async function serveHostile(elsewhere = ''): Promise<HostileServer> {
  const scenarios = new Map<string, Scenario>()
  const usedSockets = new WeakSet<object>()
  const others: HostileServer[] = []
  const server = createServer(async (request, response) => {
    const [, first = '', id = '', rest = ''] = /^\/([^/]+)\/([^/]+)(.*)$/.exec(request.url ?? '') ?? []
    const scenario = scenarios.get(id) ?? newScenario()
    scenarios.set(id, scenario)
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value)
    // Whether a connection is reused must not depend on earlier checks.
    if (!first.includes('kept')) response.setHeader('Connection', 'close')
    if (request.method === 'OPTIONS') return permit(request, response)
    if (first === 'another') {
      const other = await serveHostile(elsewhere)
      others.push(other)
      return void response.writeHead(200, json).end(JSON.stringify(other.origin))
    }
    if (first === 'begun') await scenario.begun
    if (first === 'ended') await Promise.all(scenario.ends)
    if (first === 'seen' || first === 'begun' || first === 'ended')
      return void response.writeHead(200, json).end(JSON.stringify(scenario.seen))

    const { method = '', headers, socket } = request
    scenario.seen.push({
      method,
      path: rest,
      key: String(headers['platform-api-key']),
      reused: usedSockets.has(socket),
      chunked: 'transfer-encoding' in headers,
    })
    usedSockets.add(socket)
    scenario.ends.push(once(response, 'close'))
    scenario.begin()
    const steps = first.split(',') as Step[]
    const step = steps[Math.min(scenario.seen.length, steps.length) - 1] as Step
    // By then the server has the whole request, so a client cannot claim that nothing was sent.
    request.resume().once('end', () =>
      responses[step](response, {
        key: String(headers['platform-api-key']),
        userAgent: String(headers['user-agent']),
        elsewhere: `${elsewhere}/ok/${id}${rest}`,
      }),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
      for (const other of others) other.close()
    },
  }
}

/** An origin that refuses connections, and that no other server can use, until it is closed. */
export async function refuse(): Promise<HostileServer> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A client socket occupies its port.
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  return {
    origin: `http://127.0.0.1:${socket.localPort}`,
    close() {
      socket.destroy()
      server.close()
    },
  }
}

function newScenario(): Scenario {
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  return { seen: [], begun, begin, ends: [] }
}

/** Responds to the preflight that browsers send before a request with the key's header. */
function permit({ headers }: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, PUT, POST, DELETE',
      'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
      'Access-Control-Max-Age': '600',
    })
    .end()
}

type Respond = (response: ServerResponse, about: { key: string; userAgent: string; elsewhere: string }) => void

const succeed: Respond = (response) =>
  response.writeHead(200, { ...json, 'X-Request-Id': 'request-1', 'RateLimit-Remaining': '7' }).end(user)

const refuseWith =
  (status: number, retryAfter: number): Respond =>
  (response) =>
    response
      .writeHead(status, { ...json, 'Retry-After': String(retryAfter) })
      .end(JSON.stringify({ code: status, type: 'Test', message: 'Not now' }))

const redirectWith =
  (status: number): Respond =>
  (response, { elsewhere }) =>
    response.writeHead(status, { Location: elsewhere }).end()

/** Sends the beginning of a response. */
const begin = (response: ServerResponse, done?: () => void) =>
  response.writeHead(200, { ...json, 'Content-Length': '1000' }).write(user, done)

const responses: Record<Step, Respond> = {
  ok: succeed,
  kept: succeed,
  421: refuseWith(421, 0),
  429: refuseWith(429, 1),
  503: refuseWith(503, 0),
  echo: (response, { key }) =>
    response
      .writeHead(401, { ...json, 'X-Echo': key })
      .end(JSON.stringify({ code: 401, type: 'Authentication', message: `Unknown key ${key}` })),
  agent: (response, { userAgent }) => response.writeHead(200, { ...json, 'X-Echo': userAgent }).end(user),
  gzip: (response) => response.writeHead(200, { ...json, 'Content-Encoding': 'gzip' }).end(gzipSync(user)),
  html: (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome</h1>'),
  reset: (response) => response.socket?.resetAndDestroy(),
  hang: () => {},
  stall: (response) => begin(response),
  cut: (response) => begin(response, () => response.socket?.end()),
  301: redirectWith(301),
  302: redirectWith(302),
  303: redirectWith(303),
  307: redirectWith(307),
  308: redirectWith(308),
}
