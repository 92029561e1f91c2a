import type { Sandbox, SandboxRequest, SandboxResponse } from 'sceyt-platform/sandbox'
import { escapePattern, originPattern } from '../../common/origin-pattern.js'

/** Options of `routeTo`. */
export interface RouteOptions {
  /** Scheme and host of the requests to route, such as `https://us-ohio-api.sceyt.com`; `*` matches any text. Default: any. */
  origin?: string | undefined
}

/** The part of Playwright's `Request` that is used. */
export interface RoutedRequest {
  /** The HTTP method. */
  method(): string
  /** The whole URL. */
  url(): string
  /** The headers, with names in lower case. */
  headers(): Record<string, string>
  /** The body. */
  postDataBuffer(): Uint8Array | null
}

/** The part of Playwright's `Route` that is used. */
export interface RequestRoute {
  /** The request of the page. */
  request(): RoutedRequest
  /** Responds. */
  fulfill(response?: { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }): Promise<void>
  /** Breaks the connection. */
  abort(errorCode: string): Promise<void>
  /** Passes the request on. */
  fallback(): Promise<void>
}

/** The part of Playwright's `Page` and `BrowserContext` that is used. */
export interface RouteTarget {
  /** Calls the handler for each request to a URL. */
  route(url: RegExp, handler: (route: RequestRoute) => Promise<void>): Promise<unknown>
  /** Subscribes to requests that fail, for example because the page has aborted them. */
  on(event: 'requestfailed', listener: (request: RoutedRequest) => void): unknown
  /** Subscribes to the closing of the page or context. */
  on(event: 'close', listener: () => void): unknown
}

/** The requests that wait for the sandbox. */
type Pending = Map<RoutedRequest, AbortController>

/**
 * Routes the requests of a page to a sandbox in the process of the test, whatever the page's origin. A fault that cuts
 * a response breaks it before its headers, since Playwright cannot break it within its body.
 *
 * @param target - A page of Playwright, or a context, for all its pages. Requests of a service worker are not routed: create the
 * context with `serviceWorkers: 'block'`.
 * @param sandbox - The sandbox. Requests to its applications, and to those that are added later, are routed; others pass.
 * @param options - The origin of the requests.
 * @throws RangeError if the origin is not a URL, or naming an option that is not known.
 *
 * @example
 * ```ts
 * import { expect, test } from '@playwright/test'
 * import { createSandbox } from 'sceyt-platform/sandbox'
 * import { routeTo } from 'sceyt-platform/sandbox/playwright'
 *
 * test('the page reads a user of the sandbox', async ({ page }) => {
 *   await routeTo(page, createSandbox({ seed: { users: [{ username: 'zoe' }] } }))
 *   const user = await page.evaluate(async () => {
 *     const headers = { 'Platform-Api-Key': 'sandbox-key' }
 *     return (await fetch('https://us-ohio-api.sceyt.com/v1/sandbox/users/zoe', { headers })).json()
 *   })
 *   expect(user).toMatchObject({ username: 'zoe' })
 * })
 * ```
 */
export async function routeTo(target: RouteTarget, sandbox: Sandbox, options: RouteOptions = {}): Promise<void> {
  const basePath = sandbox.basePath()
  const parent = basePath.slice(0, basePath.lastIndexOf('/') + 1)
  const pattern = new RegExp(`^${originPattern(options)}${escapePattern(parent)}`)
  const pending: Pending = new Map()
  await target.route(pattern, (route) => respond(route, sandbox, pending))
  target.on('requestfailed', (request) => pending.get(request)?.abort())
  target.on('close', () => {
    for (const controller of pending.values()) controller.abort()
  })
}

async function respond(route: RequestRoute, sandbox: Sandbox, pending: Pending): Promise<void> {
  const request = route.request()
  const { pathname } = new URL(request.url())
  if (!sandbox.apps.some(({ appId }) => pathname.startsWith(`${sandbox.basePath(appId)}/`))) return route.fallback()
  const headers = request.headers()
  if (request.method() === 'OPTIONS') return route.fulfill(preflight(headers))
  const controller = new AbortController()
  const { signal } = controller
  pending.set(request, controller)
  try {
    const outcome = await sandbox.respond(toSandboxRequest(request, headers, signal))
    if (outcome.kind === 'reset') await route.abort('connectionreset')
    // A shorter body would count as whole, and Playwright cannot break a connection within one.
    else if (outcome.cut) await route.abort('connectionclosed')
    else await route.fulfill(toFulfilment(outcome, headers['origin']))
  } catch (error) {
    if (!signal.aborted) throw error
    // The page has aborted the request already.
    await route.abort('aborted').catch(() => {})
  } finally {
    pending.delete(request)
  }
}

function toSandboxRequest(
  request: RoutedRequest,
  headers: Record<string, string>,
  signal: AbortSignal,
): SandboxRequest {
  const { origin, pathname, search } = new URL(request.url())
  return {
    method: request.method(),
    origin,
    pathname,
    search: search.slice(1),
    header: (name) => headers[name],
    headers: () => Object.entries(headers).flat(),
    async body(limit) {
      const body = request.postDataBuffer() ?? ''
      if (body.length > limit) return undefined
      return typeof body === 'string' ? body : new Uint8Array(body)
    },
    signal,
  }
}

function toFulfilment({ status, headers, body }: SandboxResponse, origin: string | undefined) {
  const names = Object.keys(headers)
  const own = Object.fromEntries(names.map((name) => [name.toLowerCase(), headers[name] ?? '']))
  return {
    status,
    headers: { ...(origin !== undefined && corsHeaders(origin, names)), ...own },
    body: Buffer.from((body ?? '') as string),
  }
}

/** Chromium sends no preflight through a route, but Playwright does not promise that for every browser. */
function preflight(headers: Record<string, string>) {
  return {
    status: 204,
    headers: {
      ...corsHeaders(headers['origin'] ?? '*', []),
      'access-control-allow-methods': headers['access-control-request-method'] ?? '*',
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    },
  }
}

function corsHeaders(origin: string, exposed: readonly string[]): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': exposed.join(', '),
    vary: 'Origin',
  }
}
