import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type AddAppOptions,
  type Fault,
  type Sandbox,
  type Seed,
  SeedError,
  type Snapshot,
} from 'sceyt-platform/sandbox'
import { decodeUtf8 } from '../../common/decode-utf8.js'
import { unknownName } from '../../common/unknown-name.js'
import { accessOf } from './access.js'
import type { EventStream } from './event-stream.js'
import type { Incoming } from './incoming.js'
import { longPieces } from './long-pieces.js'

/** The path of the controls. No path of the API begins with it. */
export const controlPath = '/_sandbox'

/** The stream of events, which is not a control among others: its response does not end. */
const eventsName = 'GET /events'

/** The parameters of a control. */
interface ControlCall {
  sandbox: Sandbox
  body: unknown
  query: URLSearchParams
  /** The id of an application in the path, which exists. */
  appId: string
  /** The origin of the server, as requested. */
  origin: string
}

/** Requests for scripts and images have no `Origin`. With these headers, browsers keep the responses from pages of other origins. */
const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
const maxBodyBytes = 256 * 1024 * 1024

const controls: Record<string, (call: ControlCall) => unknown> = {
  'GET /': ({ sandbox }) => ({
    apps: sandbox.apps.map(({ appId }) => ({ appId, basePath: sandbox.basePath(appId) })),
    controls: controlNames(),
  }),
  'GET /apps': ({ sandbox, origin }) =>
    sandbox.apps.map(({ appId, apiKey }) => ({ ...addressesOf(sandbox, appId, origin), apiKey })),
  'POST /apps': ({ sandbox, body, origin }) => {
    const { appId, apiKey } = sandbox.addApp(body === undefined ? {} : (body as AddAppOptions))
    return { ...addressesOf(sandbox, appId, origin), apiKey }
  },
  'DELETE /apps/ID': ({ sandbox, appId }) => sandbox.removeApp(appId),
  'POST /reset': ({ sandbox, query }) => sandbox.reset(query.get('app') ?? undefined),
  'POST /seed': ({ sandbox, body, query }) => sandbox.seed(body as Seed, query.get('app') ?? undefined),
  // In pieces, since the JSON of a large state is longer than a string can be.
  'GET /snapshot': ({ sandbox }) => Readable.from(longPieces(sandbox.snapshotText())),
  'PUT /snapshot': ({ sandbox, body }) => sandbox.restore(body as Snapshot),
  'POST /token': ({ sandbox, body }) => {
    const { username, ...options } = (body ?? {}) as { username?: string; appId?: string; expiresIn?: number }
    if (typeof username !== 'string')
      throw new TypeError(
        'Invalid body: expected { "username": "zoe" }, and optionally "appId" and "expiresIn" in milliseconds.',
      )
    return sandbox.token(username, options)
  },
  'GET /clock': ({ sandbox: { clock } }) => ({ now: clock.timestamp() }),
  'PUT /clock': ({ sandbox: { clock }, body }) => {
    const { time, advance, run } = (body ?? {}) as { time?: string; advance?: number; run?: boolean }
    if (time !== undefined) clock.set(time)
    else if (typeof advance === 'number') clock.advance(advance)
    else if (run === true) clock.run()
    else
      throw new RangeError(
        'Invalid body: expected { "time": "2030-01-01T00:00:00Z" }, { "advance": milliseconds } or { "run": true }.',
      )
    return { now: clock.timestamp() }
  },
  'GET /faults': ({ sandbox: { faults } }) => faults.list,
  'POST /faults': ({ sandbox: { faults }, body }) => {
    faults.add(body as Fault)
    return faults.list
  },
  'DELETE /faults': ({ sandbox: { faults } }) => faults.clear(),
  'GET /requests': ({ sandbox: { journal }, query }) =>
    journal.entries.filter(({ number }) => number > Number(query.get('after') ?? 0)),
  'DELETE /requests': ({ sandbox: { journal } }) => journal.clear(),
}

function controlNames(): string[] {
  return [...Object.keys(controls), eventsName]
}

function addressesOf(sandbox: Sandbox, appId: string, origin: string) {
  const basePath = sandbox.basePath(appId)
  return { appId, basePath, baseUrl: origin + basePath }
}

/** The parameters that controls have in their queries. */
const queryNames: Readonly<Record<string, readonly string[]>> = {
  'POST /reset': ['app'],
  'POST /seed': ['app'],
  'GET /requests': ['after'],
}

/** The controls of a server. */
export interface ControlPlane {
  readonly sandbox: Sandbox
  /** Whether the controls are on. */
  readonly open: boolean
  readonly events: EventStream
}

/**
 * Responds to a request to a control. Rejects pages of other origins, so that a site can neither read nor change the
 * sandbox of its visitor.
 */
export async function respondToControl(
  { sandbox, open, events }: ControlPlane,
  incoming: Incoming,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body?: unknown) => {
    const text = body === undefined ? undefined : `${JSON.stringify(body, null, 2)}\n`
    response.writeHead(status, { ...headers, ...(text && { 'Content-Type': 'application/json' }) }).end(text)
  }
  const { method, pathname, search } = incoming
  if (!open) return send(404, { message: 'The controls are off, since other machines can reach this server.' })
  if (!accessOf(incoming).controls) return send(403, { message: 'Pages of other origins cannot use the controls.' })
  const path = pathname.slice(controlPath.length) || '/'
  if (`${method} ${path}` === eventsName) {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' })
    return events.add(response, incoming.header('last-event-id'))
  }
  const [, appId = ''] = /^\/apps\/([^/]+)$/.exec(path) ?? []
  const name = `${method} ${appId ? '/apps/ID' : path}`
  const control = Object.hasOwn(controls, name) ? controls[name] : undefined
  if (!control) return send(404, { message: `${method} ${pathname} is not a control.`, controls: controlNames() })
  const bytes = await incoming.body(maxBodyBytes)
  if (bytes === undefined) return send(413, { message: `The body is larger than ${maxBodyBytes} bytes.` })
  if (appId && !sandbox.apps.some((app) => app.appId === appId))
    return send(404, {
      message: `There is no application ${JSON.stringify(appId)}.`,
      apps: sandbox.apps.map((app) => app.appId),
    })
  try {
    const query = new URLSearchParams(search)
    checkQuery(query, queryNames[name] ?? [])
    const text = typeof bytes === 'string' ? bytes : decodeUtf8(bytes)
    const result = await control({
      sandbox,
      body: text === '' ? undefined : JSON.parse(text),
      query,
      appId,
      origin: incoming.origin,
    })
    if (!(result instanceof Readable)) return send(result === undefined ? 204 : 200, result)
    response.writeHead(200, { ...headers, 'Content-Type': 'application/json' })
    await pipeline(result, response)
  } catch (error) {
    // By name, since importing the class from the client would slow down the start.
    const isInput = error instanceof Error && error.name === 'InputError'
    if (
      !(
        isInput ||
        error instanceof SeedError ||
        error instanceof RangeError ||
        error instanceof SyntaxError ||
        error instanceof TypeError
      )
    )
      throw error
    send(error instanceof SeedError && error.isTooLarge ? 413 : 422, { message: error.message })
  }
}

/** @throws RangeError naming the parameter that is not known. */
function checkQuery(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys())
    if (!known.includes(name)) throw new RangeError(unknownName('query parameter', name, known))
}
