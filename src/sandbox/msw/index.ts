/**
 * Serves a sandbox through MSW, for tests and front ends that use it.
 *
 * @packageDocumentation
 */
import { type HttpHandler, HttpResponse, http } from 'msw'
import type { Sandbox } from 'sceyt-platform/sandbox'
import { escapePattern, originPattern } from '../../common/origin-pattern.js'

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
  const start = originPattern(options)
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
