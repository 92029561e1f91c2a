import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import { InputError } from 'sceyt-platform'
import type { Dispatcher } from 'undici'
import type { Fetch } from '../http/attempt.js'
import type { Deadline } from '../http/deadline.js'
import { takesDeadline } from '../http/fast-path.js'
import { acceptEncoding } from './decode-content.js'
import { Exchange } from './exchange.js'
import { PooledResponse } from './pooled-response.js'
import { type ProxyServer, readProxySettings } from './proxy-settings.js'
import { createTunnels } from './proxy-tunnels.js'

/** Options of a connection pool. */
export interface PoolOptions {
  /** Maximum number of open connections to one origin. Default: 16. */
  connections?: number | undefined
  /** Milliseconds that an idle connection stays open. A shorter time that the server asks for is honoured. Default: 4000. */
  keepAliveTimeout?: number | undefined
  /** Milliseconds within which a connection must be established. Default: 10000. */
  connectTimeout?: number | undefined
}

/** A `fetch` for `createSceyt` with a connection pool of its own. */
export interface PooledFetch extends Fetch {
  /**
   * Closes all connections once the requests in flight have ended. Later requests are rejected with an `InputError`.
   * It never rejects, and may be called repeatedly.
   *
   * @example
   * ```ts
   * import { pooledFetch } from 'sceyt-platform/node'
   *
   * const fetch = pooledFetch()
   * await fetch.close()
   * ```
   */
  close(): Promise<void>
}

/**
 * Creates a `fetch` that is faster than the global one: it keeps connections open, and creates streams on demand only.
 * It needs the package `undici`, version 7, and honours the proxy variables `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`.
 * If its setup is wrong, such as without `undici`, calls reject with an `InputError`, and are not retried.
 *
 * @param options - Size and timeouts of the pool.
 * @returns A function with the signature of `fetch`, and the method `close`.
 * @throws InputError naming the option that is not valid.
 *
 * @example
 * ```ts
 * import { createSceyt } from 'sceyt-platform'
 * import { pooledFetch } from 'sceyt-platform/node'
 *
 * const fetch = pooledFetch({ connections: 16 })
 * const sceyt = createSceyt({ fetch })
 * const user = await sceyt.users.get('zoe')
 * await fetch.close()
 * ```
 */
export function pooledFetch(options: PoolOptions = {}): PooledFetch {
  checkOptions(options)
  let opening: Promise<Pool> | undefined
  let ready: Pool | undefined
  let closing: Promise<void> | undefined
  const open = async () => {
    opening ??= openPool(options)
    ready = await opening
    return ready
  }
  const fetch = async (url: string, init: RequestInit = {}, deadline?: Deadline): Promise<Response> => {
    if (closing) throw new InputError('pooledFetch', 'is closed: create another one.')
    const pool = ready ?? (await open())
    const response = await new Promise<PooledResponse>((resolve, reject) => {
      const exchange: Exchange = new Exchange(() => resolve(new PooledResponse(url, exchange)), reject)
      if (deadline) deadline.onEnd((reason) => exchange.abort(reason))
      else abortWith(init.signal, exchange)
      if (exchange.aborted) return
      const request = requestOf(url, init, pool)
      if (request.body instanceof CallersStream) exchange.onEnd(request.body.cancel)
      pool.dispatcherFor(request.origin).dispatch(request, exchange)
    })
    if (!deadline) response.releaseWhenCollected()
    return response as unknown as Response
  }
  // Requests that wait for the pool to open are sent before it closes. A pool that failed to open has none.
  const close = () => {
    closing ??= opening
      ? open().then(
          (pool) => pool.close(),
          () => {},
        )
      : Promise.resolve()
    return closing
  }
  return Object.assign(fetch, { close, [takesDeadline]: true as const })
}

const leastValues = { connections: 1, keepAliveTimeout: 1, connectTimeout: 0 }

function checkOptions(options: PoolOptions): void {
  for (const [name, least] of Object.entries(leastValues)) {
    const value = options[name as keyof PoolOptions]
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= least))
      throw new InputError(name, `must be a whole number, ${least} or more, got ${String(value)}.`)
  }
}

function abortWith(signal: AbortSignal | null | undefined, exchange: Exchange): void {
  if (!signal) return
  const abort = () => exchange.abort(signal.reason)
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  exchange.onEnd(() => signal.removeEventListener('abort', abort))
}

function requestOf(
  url: string,
  { method = 'GET', headers, body }: RequestInit,
  pool: Pool,
): Dispatcher.DispatchOptions & { origin: string } {
  const { origin, path } = addressOf(url)
  const fields = fieldsOf(headers)
  const sent = typeof body === 'object' && body !== null ? encodeBody(body, fields, pool) : (body ?? null)
  return { origin, path, method: method as Dispatcher.HttpMethod, headers: fields, body: sent as string | null }
}

/** Converts a body to a type that undici supports. */
function encodeBody(body: object, fields: Record<string, string>, { toOwnForm }: Pool): unknown {
  if (body instanceof FormData) return toOwnForm(body)
  if (body instanceof ReadableStream) return new CallersStream(body)
  if (!(body instanceof URLSearchParams)) return body
  fields['content-type'] ??= 'application/x-www-form-urlencoded;charset=UTF-8'
  return String(body)
}

/**
 * A request body that is read in the asynchronous context of the caller. undici would read it in that of whichever call
 * had the connection before.
 */
class CallersStream implements AsyncIterable<Uint8Array> {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #inContext = AsyncLocalStorage.snapshot()

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader()
  }

  readonly cancel = (reason?: unknown): void => {
    this.#inContext(() => this.#reader.cancel(reason)).catch(() => {})
  };

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return { next: () => this.#inContext(() => this.#reader.read()) as Promise<IteratorResult<Uint8Array>> }
  }
}

/** Matches URLs that `new URL` would not change. It takes longer than everything else here. */
const plainUrl = /^https?:\/\/[a-z\d.:[\]-]+\/[\w.~%!$&()*+,;=:@/?-]*$/

function addressOf(url: string): { origin: string; path: string } {
  if (!plainUrl.test(url)) {
    const { origin, pathname, search } = new URL(url)
    return { origin, path: pathname + search }
  }
  const path = url.indexOf('/', 'https://'.length)
  return { origin: url.slice(0, path), path: url.slice(path) }
}

function fieldsOf(headers: HeadersInit = {}): Record<string, string> {
  let fields: Record<string, string> = {}
  if (Symbol.iterator in headers)
    fields = Object.fromEntries(headers instanceof Headers ? headers : new Headers(headers))
  else for (const name in headers) fields[name.toLowerCase()] = headers[name] as string
  fields['accept-encoding'] ??= acceptEncoding
  return fields
}

/** The parts of undici that are used. */
interface Pool {
  dispatcherFor(origin: string): Dispatcher
  close(): Promise<void>
  /** Copies a form, since undici supports only its own class. The files in it are not copied. */
  toOwnForm(form: FormData): unknown
}

async function openPool({
  connections = 16,
  keepAliveTimeout = 4_000,
  connectTimeout = 10_000,
}: PoolOptions): Promise<Pool> {
  const undici = await importUndici()
  const connect = { timeout: connectTimeout }
  // The client has timeouts of its own, which undici's must not undercut.
  const limits = {
    connections,
    keepAliveTimeout,
    keepAliveMaxTimeout: keepAliveTimeout,
    connect,
    headersTimeout: 0,
    bodyTimeout: 0,
  }
  const proxyFor = readProxySettings(process.env)
  const direct = new undici.Agent(limits)
  const proxied = new Map<ProxyServer, Dispatcher>()
  const chosen = new Map<string, Dispatcher>()

  function choose(origin: string): Dispatcher {
    const proxy = proxyFor?.(origin)
    if (!proxy) return direct
    const clientFactory = (url: URL) => createTunnels(undici, url, { connect, headersTimeout: connectTimeout })
    const dispatcher = proxied.get(proxy) ?? new undici.ProxyAgent({ ...limits, ...proxy, clientFactory })
    proxied.set(proxy, dispatcher)
    return dispatcher
  }

  return {
    dispatcherFor(origin) {
      if (!proxyFor) return direct
      const dispatcher = chosen.get(origin) ?? choose(origin)
      chosen.set(origin, dispatcher)
      return dispatcher
    },
    async close() {
      await Promise.allSettled([direct, ...proxied.values()].map((dispatcher) => dispatcher.close()))
    },
    toOwnForm(form) {
      const own = new undici.FormData()
      for (const [name, value] of form) own.append(name, value)
      return own
    },
  }
}

const neededVersion = 7

async function importUndici(): Promise<typeof import('undici')> {
  const fail = (found: string, cause?: unknown) =>
    new InputError(
      'pooledFetch',
      `needs undici ${neededVersion}, found ${found}. Run: npm install undici@${neededVersion}`,
      { cause },
    )
  const undici = await import('undici').catch((cause: unknown) => {
    throw fail('none', cause)
  })
  // A bundle has no package.json of undici: its version was chosen when it was bundled.
  const version = versionOfUndici()
  if (version !== undefined && Number.parseInt(version, 10) !== neededVersion) throw fail(version)
  return undici
}

function versionOfUndici(): string | undefined {
  try {
    return (createRequire(import.meta.url)('undici/package.json') as { version: string }).version
  } catch {
    return undefined
  }
}
