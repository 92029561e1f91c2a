import { type HttpHandler, HttpResponse, http } from 'msw'
import type { Sandbox } from 'sceyt-platform/sandbox'

/** Where MSW looks for calls of the API. */
export interface HandlerOptions {
  /** Scheme and host that calls go to, such as `https://us-ohio-api.sceyt.com`. Default: any. */
  origin?: string | undefined
}

/**
 * Handlers of MSW that answer from a sandbox: in a browser through `setupWorker`, in Node through `setupServer`.
 *
 * @param sandbox - What `createSandbox` made. Calls to its applications are answered, others pass.
 *
 * @example
 * ```ts
 * import { setupServer } from 'msw/node'
 * import { createSandbox } from 'sceyt-platform/sandbox'
 * import { handlers } from 'sceyt-platform/sandbox/msw'
 *
 * const server = setupServer(...handlers(createSandbox()))
 * server.listen()
 * const sceyt = createSceyt({ apiUrl: 'us-ohio-api.sceyt.com', appId: 'sandbox', apiKey: 'sandbox-key' })
 * console.log((await sceyt.users.list()).total_count) // 0
 * server.close()
 * ```
 */
export function handlers(sandbox: Sandbox, { origin = '*' }: HandlerOptions = {}): HttpHandler[] {
  return sandbox.apps.map(({ appId }) =>
    http.all(`${origin}${sandbox.basePath(appId)}/*`, async ({ request }) => {
      try {
        return await sandbox.fetch(request)
      } catch {
        // What breaks a connection in the sandbox is to break it for the page.
        return HttpResponse.error()
      }
    }),
  )
}
