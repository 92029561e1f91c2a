import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SeedError } from 'sceyt-platform/sandbox'
import { decodeUtf8 } from '../../common/decode-utf8.js'
import { unknownName } from '../../common/unknown-name.js'
import { accessOf } from './access.js'
import { type ControlTarget, controlNames, controls, eventsName, queryNames } from './controls.js'
import type { Incoming } from './incoming.js'

/** The path of the controls. No path of the API begins with it. */
export const controlPath = '/_sandbox'

/** Requests for scripts and images have no `Origin`. With these headers, browsers keep the responses from pages of other origins. */
const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
const maxBodyBytes = 256 * 1024 * 1024

/** The controls of a server. */
export interface ControlPlane extends ControlTarget {
  /** Whether the controls are on. */
  readonly open: boolean
}

/**
 * Responds to a request to a control. Rejects pages of other origins, so that a site can neither read nor change the
 * sandbox of its visitor.
 */
export async function respondToControl(
  { open, ...target }: ControlPlane,
  incoming: Incoming,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body?: unknown) => {
    const text = body === undefined ? undefined : `${JSON.stringify(body, null, 2)}\n`
    response.writeHead(status, { ...headers, ...(text && { 'Content-Type': 'application/json' }) }).end(text)
  }
  const { sandbox, events } = target
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
      ...target,
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
