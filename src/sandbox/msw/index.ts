import { type HttpHandler, HttpResponse, http } from 'msw'
import type { Sandbox } from 'sceyt-platform/sandbox'
import { describe } from '../../common/describe.js'
import { parseUrl } from '../../common/parse-url.js'
import { unknownName } from '../../common/unknown-name.js'

/** Options of `handlers`. */
export interface HandlerOptions {
  /** Scheme and host of the calls to handle, such as `https://us-ohio-api.sceyt.com`; `*` matches any text. Default: any. */
  origin?: string | undefined
}

/**
 * Creates MSW handlers that respond from a sandbox: in a browser with `setupWorker`, in Node with `setupServer`.
 *
 * @param sandbox - The sandbox. Calls to its applications are handled, others pass through. For
 * applications that are added later, call `server.use(...handlers(sandbox))`.
 * @param options - The origin of the calls.
 * @returns A handler for each application.
 * @throws RangeError if the origin is not a URL, or naming an option that is not known.
 *
 * @example
 * ```ts
 * import { setupServer } from 'msw/node'
 * import { createSceyt } from 'sceyt-platform'
 * import { createSandbox } from 'sceyt-platform/sandbox'
 * import { handlers } from 'sceyt-platform/sandbox/msw'
 *
 * const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
 * const server = setupServer(...handlers(sandbox))
 * server.listen()
 * const sceyt = createSceyt({ apiUrl: 'us-ohio-api.sceyt.com', appId: 'sandbox', apiKey: 'sandbox-key' })
 * console.log((await sceyt.users.get('zoe')).username) // zoe
 * server.close()
 * ```
 */
export function handlers(sandbox: Sandbox, options: HandlerOptions = {}): HttpHandler[] {
  const { origin = '*' } = readOwn(options)
  const start = patternOf(origin)
  return sandbox.apps.map(({ appId }) =>
    // MSW reads text as a pattern of its own, in which the colons and brackets of an address have a meaning.
    http.all(new RegExp(`^${start}${escapePattern(sandbox.basePath(appId))}/`), async ({ request }) => {
      try {
        return await sandbox.fetch(request)
      } catch {
        // A connection that breaks in the sandbox breaks for the page, too.
        return HttpResponse.error()
      }
    }),
  )
}

/** Reads the options without the code for those of a client, which is larger than the rest of this entry. */
function readOwn(options: HandlerOptions): HandlerOptions {
  let own: HandlerOptions
  try {
    own = Object.setPrototypeOf({ ...options }, null)
  } catch (cause) {
    throw new RangeError('options cannot be read.', { cause })
  }
  const unknown = Object.keys(own).find((name) => name !== 'origin')
  if (unknown !== undefined) throw new RangeError(unknownName('option', unknown, ['origin']))
  return own
}

/** Returns the source of an expression for an origin, which is normalized as the URLs of requests are. */
function patternOf(origin: string): string {
  const isText = typeof origin === 'string'
  const normalized = isText && origin.includes('*') ? origin.toLowerCase() : isText && parseUrl(origin)?.origin
  if (!normalized)
    throw new RangeError(`origin must be a URL, such as https://api.example.com, got ${describe(origin)}.`)
  return normalized.replace(/\/$/, '').split('*').map(escapePattern).join('.*')
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
}
