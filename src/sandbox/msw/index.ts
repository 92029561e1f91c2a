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
