import { type HttpHandler, HttpResponse, http } from 'msw'
import type { Sandbox } from 'sceyt-platform/sandbox'

/** Options of `handlers`. */
export interface HandlerOptions {
  /** Scheme and host of the calls to handle, such as `https://us-ohio-api.sceyt.com`. Default: any. */
  origin?: string | undefined
}

/**
 * Creates MSW handlers that respond from a sandbox: in a browser with `setupWorker`, in Node with `setupServer`.
 *
 * @param sandbox - The sandbox. Calls to its applications are handled, others pass through.
 * @param options - The origin of the calls.
 * @returns A handler for each application.
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
export function handlers(sandbox: Sandbox, { origin = '*' }: HandlerOptions = {}): HttpHandler[] {
  return sandbox.apps.map(({ appId }) =>
    http.all(`${origin}${sandbox.basePath(appId)}/*`, async ({ request }) => {
      try {
        return await sandbox.fetch(request)
      } catch {
        // A connection that breaks in the sandbox breaks for the page, too.
        return HttpResponse.error()
      }
    }),
  )
}
