import { Readable } from 'node:stream'
import type { AddAppOptions, Clock, Fault, Sandbox, Seed, Snapshot } from 'sceyt-platform/sandbox'
import type { EventStream } from './event-stream.js'
import { longPieces } from './long-pieces.js'
import type { NamedSnapshots } from './named-snapshots.js'
import type { Rows } from './rows.js'

/** What the controls of a server act on. */
export interface ControlTarget {
  readonly sandbox: Sandbox
  readonly events: EventStream
  readonly rows: Rows
  readonly snapshots: NamedSnapshots
}

/** The parameters of a control. */
export interface ControlCall extends ControlTarget {
  body: unknown
  query: URLSearchParams
  /** The id of an application in the path, which exists. */
  appId: string
  /** The origin of the server, as requested. */
  origin: string
}

/** The stream of events, which is not a control among others: its response does not end. */
export const eventsName = 'GET /events'

/** The controls by their methods and paths. */
export const controls: Readonly<Record<string, (call: ControlCall) => unknown>> = {
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
  'GET /rows': ({ rows, query }) => rows.page(query),
  // In pieces, since the JSON of a large state is longer than a string can be.
  'GET /snapshot': ({ sandbox }) => Readable.from(longPieces(sandbox.snapshotText())),
  'PUT /snapshot': ({ sandbox, body }) => sandbox.restore(body as Snapshot),
  'GET /snapshots': ({ snapshots }) => snapshots.list,
  'PUT /snapshots': async ({ snapshots, events, query }) => {
    await snapshots.take(required(query, 'name'))
    events.publishChange()
    return snapshots.list
  },
  'DELETE /snapshots': ({ snapshots, events, query }) => {
    snapshots.delete(required(query, 'name'))
    events.publishChange()
  },
  'POST /snapshots/restore': ({ snapshots, query }) => snapshots.restore(required(query, 'name')),
  'GET /snapshots/content': ({ snapshots, query }) => snapshots.content(required(query, 'name')),
  'POST /token': ({ sandbox, body }) => {
    const { username, ...options } = (body ?? {}) as { username?: string; appId?: string; expiresIn?: number }
    if (typeof username !== 'string')
      throw new TypeError(
        'Invalid body: expected { "username": "zoe" }, and optionally "appId" and "expiresIn" in milliseconds.',
      )
    return sandbox.token(username, options)
  },
  'GET /clock': ({ sandbox: { clock } }) => showClock(clock),
  'PUT /clock': ({ sandbox: { clock }, body }) => {
    const { time, advance, run } = (body ?? {}) as { time?: string; advance?: number; run?: boolean }
    if (time !== undefined) clock.set(time)
    else if (typeof advance === 'number') clock.advance(advance)
    else if (run === true) clock.run()
    else
      throw new RangeError(
        'Invalid body: expected { "time": "2030-01-01T00:00:00Z" }, { "advance": milliseconds } or { "run": true }.',
      )
    return showClock(clock)
  },
  'GET /faults': ({ sandbox: { faults } }) => faults.numbered,
  'POST /faults': ({ sandbox: { faults }, body }) => {
    faults.add(body as Fault)
    return faults.numbered
  },
  'DELETE /faults': ({ sandbox: { faults }, query }) => {
    const number = readPosition(query, 'number')
    if (number === undefined) faults.clear()
    else faults.remove(number)
  },
  'GET /requests': ({ sandbox: { journal }, query }) => {
    const number = readPosition(query, 'number')
    if (number !== undefined) return [journal.find(number) ?? []].flat()
    const after = Number(query.get('after') ?? 0)
    return journal.entries.filter((entry) => entry.number > after)
  },
  'DELETE /requests': ({ sandbox: { journal } }) => journal.clear(),
}

/** The parameters that controls have in their queries. */
export const queryNames: Readonly<Record<string, readonly string[]>> = {
  'POST /reset': ['app'],
  'POST /seed': ['app'],
  'GET /rows': ['of', 'app', 'channel', 'key', 'search', 'sort', 'order', 'offset', 'limit'],
  'PUT /snapshots': ['name'],
  'DELETE /snapshots': ['name'],
  'POST /snapshots/restore': ['name'],
  'GET /snapshots/content': ['name'],
  'DELETE /faults': ['number'],
  'GET /requests': ['after', 'number'],
}

/** The methods and paths of all controls. */
export function controlNames(): string[] {
  return [...Object.keys(controls), eventsName]
}

function addressesOf(sandbox: Sandbox, appId: string, origin: string) {
  const basePath = sandbox.basePath(appId)
  return { appId, basePath, baseUrl: origin + basePath }
}

function showClock(clock: Clock) {
  return { now: clock.timestamp(), isStopped: 'stopped' in clock.state }
}

/** @throws RangeError if the query has no such parameter. */
function required(query: URLSearchParams, name: string): string {
  return query.get(name) ?? fail(`${name} is missing in the query.`)
}

/** @throws RangeError if it is not a whole number. */
function readPosition(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  return /^\d{1,15}$/.test(text) ? Number(text) : fail(`${name} must be a whole number, got ${JSON.stringify(text)}.`)
}

function fail(message: string): never {
  throw new RangeError(message)
}
