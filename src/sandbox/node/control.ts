import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type Fault,
  type JournalEntry,
  type Sandbox,
  type SandboxRequest,
  type Seed,
  SeedError,
  type Snapshot,
} from 'sceyt-platform/sandbox'
import { decodeUtf8 } from '../../common/decode-utf8.js'
import { isSentToLoopback } from './loopback.js'

/** Under it are the controls. No path of the API begins like it. */
export const controlPath = '/_sandbox'

/** A request to a control. */
interface Control {
  sandbox: Sandbox
  body: unknown
  query: URLSearchParams
}

/** Without an `Origin`, as scripts and images are asked for, a page of another origin cannot be told; browsers then keep the answer from it. */
const common = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
const limit = 256 * 1024 * 1024
const shownAtFirst = 50

const controls: Record<string, (control: Control) => unknown> = {
  'GET /': ({ sandbox }) => ({
    apps: sandbox.apps.map(({ appId }) => ({ appId, basePath: sandbox.basePath(appId) })),
    controls: Object.keys(controls),
  }),
  'POST /reset': ({ sandbox }) => sandbox.reset(),
  'POST /seed': ({ sandbox, body, query }) => sandbox.seed(body as Seed, query.get('app') ?? undefined),
  'GET /snapshot': ({ sandbox }) => sandbox.snapshot(),
  'PUT /snapshot': ({ sandbox, body }) => sandbox.restore(body as Snapshot),
  'POST /token': ({ sandbox, body }) => {
    const { username, appId, expiresIn } = (body ?? {}) as { username?: string; appId?: string; expiresIn?: number }
    if (typeof username !== 'string')
      throw new TypeError('A token needs { "username": "zoe" }; also "appId" and "expiresIn", in milliseconds.')
    return sandbox.token(username, { appId, expiresIn })
  },
  'GET /clock': ({ sandbox: { clock } }) => ({ now: clock.timestamp() }),
  'PUT /clock': ({ sandbox: { clock }, body }) => {
    const { time, advance, run } = (body ?? {}) as { time?: string; advance?: number; run?: boolean }
    if (time !== undefined) clock.set(time)
    else if (typeof advance === 'number') clock.advance(advance)
    else if (run === true) clock.run()
    else
      throw new RangeError(
        'The clock takes { "time": "2030-01-01T00:00:00Z" }, { "advance": milliseconds } or { "run": true }.',
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

/** What the controls control. */
export interface ControlPlane {
  readonly sandbox: Sandbox
  /** Whether there are controls at all. */
  readonly open: boolean
  /** Answers that go on until the server stops. */
  readonly streams: Set<ServerResponse>
}

/**
 * Answers a request to a control. Pages of other origins are turned away, so that a site that somebody visits
 * can neither change nor read their sandbox.
 */
export async function answerControl(
  { sandbox, open, streams }: ControlPlane,
  incoming: SandboxRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = (status: number, body?: unknown) => {
    const text = body === undefined ? undefined : `${JSON.stringify(body, null, 2)}\n`
    response.writeHead(status, { ...common, ...(text && { 'Content-Type': 'application/json' }) }).end(text)
  }
  const { method, pathname, search } = incoming
  if (!open)
    return answer(404, { message: 'There are no controls, since others than this machine can reach this server.' })
  const { origin, host } = request.headers
  if (!isSentToLoopback(request) || (origin !== undefined && origin !== `http://${host}`)) {
    return answer(403, { message: 'Pages of other origins cannot use the controls.' })
  }
  const path = pathname.slice(controlPath.length) || '/'
  if (method === 'GET' && path === '/events') return streamEvents(sandbox, response, streams)
  const control = Object.hasOwn(controls, `${method} ${path}`) ? controls[`${method} ${path}`] : undefined
  if (!control) return answer(404, { message: `There is no ${method} ${pathname}.`, controls: Object.keys(controls) })
  const bytes = await incoming.body(limit)
  if (bytes === undefined) return answer(413, { message: `The body is larger than ${limit} bytes.` })
  try {
    const text = typeof bytes === 'string' ? bytes : decodeUtf8(bytes)
    const result = await control({
      sandbox,
      body: text === '' ? undefined : JSON.parse(text),
      query: new URLSearchParams(search),
    })
    answer(result === undefined ? 204 : 200, result)
  } catch (error) {
    // By its name, since the class of an InputError is the client's, which would make the start of a server slower.
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
    answer(422, { message: error.message })
  }
}

/** Tells of the latest requests, and of each further one as it comes. */
function streamEvents({ journal }: Sandbox, response: ServerResponse, streams: Set<ServerResponse>): void {
  response.writeHead(200, { ...common, 'Content-Type': 'text/event-stream' })
  const tell = ({ body: _body, ...entry }: JournalEntry) =>
    response.write(`event: request\ndata: ${JSON.stringify(entry)}\n\n`)
  response.flushHeaders()
  for (const entry of journal.entries.slice(-shownAtFirst)) tell(entry)
  const stop = journal.listen(tell)
  streams.add(response)
  response.once('close', () => {
    stop()
    streams.delete(response)
  })
}
