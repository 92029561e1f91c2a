import { createRequire } from 'node:module'
import { InputError } from 'sceyt-platform'
import type { Dispatcher } from 'undici'
import type { Fetch } from '../http/attempt.js'
import type { Deadline } from '../http/deadline.js'
import { takesDeadline } from '../http/fast-path.js'
import { acceptEncoding, PooledResponse } from './pooled-response.js'

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
   * Closes all connections once the requests in flight have ended. Later requests are rejected.
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
      const response = new PooledResponse(url, resolve, reject)
      if (deadline) deadline.onEnd((reason) => response.abort(reason))
      else abortWith(init.signal, response)
      if (!response.aborted) pool.dispatcher.dispatch(requestOf(url, init, pool), response)
    })
    return response as unknown as Response
  }
  // It opens the pool first, so that requests which wait for that are sent before.
  const close = () => {
    closing ??= open().then(({ dispatcher }) => dispatcher.close())
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

function abortWith(signal: AbortSignal | null | undefined, response: PooledResponse): void {
  if (!signal) return
  const abort = () => response.abort(signal.reason)
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  response.onEnd = () => signal.removeEventListener('abort', abort)
}

function requestOf(
  url: string,
  { method = 'GET', headers, body }: RequestInit,
  pool: Pool,
): Dispatcher.DispatchOptions {
  const { origin, path } = addressOf(url)
  const fields = fieldsOf(headers)
  const sent = typeof body === 'object' && body !== null ? encodeBody(body, fields, pool) : (body ?? null)
  return { origin, path, method: method as Dispatcher.HttpMethod, headers: fields, body: sent as string | null }
}

/** Converts a body to a type that undici supports. */
function encodeBody(body: object, fields: Record<string, string>, { toOwnForm }: Pool): unknown {
  if (body instanceof FormData) return toOwnForm(body)
  if (!(body instanceof URLSearchParams)) return body
  fields['content-type'] ??= 'application/x-www-form-urlencoded;charset=UTF-8'
  return String(body)
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
  dispatcher: Dispatcher
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
  const { env } = process
  const proxied = env['HTTP_PROXY'] || env['http_proxy'] || env['HTTPS_PROXY'] || env['https_proxy']

  /** The connections to a proxy that become tunnels. */
  class Tunnels extends undici.Pool {
    // After its own error "other side closed" undici would connect again at once, and forever.
    override connect(options: Dispatcher.ConnectOptions): Promise<never> {
      return super.connect(options).catch(({ message }: Error) => {
        throw Object.assign(new Error(`The proxy opened no tunnel: ${message}`), { syscall: 'connect' })
      }) as Promise<never>
    }
  }
  const clientFactory = (origin: URL) => new Tunnels(origin, { connect, headersTimeout: connectTimeout })

  function openProxied(): Dispatcher {
    try {
      return new undici.EnvHttpProxyAgent({ ...limits, clientFactory })
    } catch {
      // Its own error shows the variable, which may hold a password.
      throw new InputError('HTTP_PROXY or HTTPS_PROXY', 'must be a URL.')
    }
  }

  return {
    dispatcher: proxied ? openProxied() : new undici.Agent(limits),
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
