import { AsyncLocalStorage } from 'node:async_hooks'
import { InputError } from 'sceyt-platform'
import type { Dispatcher } from 'undici'
import { ownFields } from '../common/own-fields.js'
import type { Fetch } from '../http/attempt.js'
import type { Deadline } from '../http/deadline.js'
import { prepare, takesDeadline } from '../http/fast-path.js'
import { acceptEncoding } from './decode-content.js'
import { headerFields } from './header-fields.js'
import { openPool, type Pool } from './open-pool.js'
import { type PoolOptions, readPoolOptions } from './pool-options.js'
import { PooledExchange } from './pooled-exchange.js'
import { PooledResponse } from './pooled-response.js'

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
 * It needs the package `undici`, version 7 or 8, and honours the proxy variables `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`.
 * `undici` is loaded with the first call, and is not bundled: a bundle needs it in a `node_modules` folder beside it.
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
  const own = readPoolOptions(options)
  let opening: Promise<Pool> | undefined
  let ready: Pool | undefined
  let closing: Promise<void> | undefined
  const open = async () => {
    opening ??= openPool(own)
    ready = await opening
    return ready
  }
  const checkOpen = () => {
    if (closing) throw new InputError('pooledFetch', 'is closed: create another one.')
  }
  const fetch = async (url: string, init: RequestInit = {}, deadline?: Deadline): Promise<Response> => {
    checkOpen()
    const pool = ready ?? (await open())
    const response = await new Promise<PooledResponse>((resolve, reject) => {
      const respond = () => resolve(new PooledResponse(url, exchange, init.method !== 'GET'))
      const exchange: PooledExchange = new PooledExchange(respond, reject)
      if (deadline) deadline.onEnd((reason) => exchange.abort(reason))
      else abortWith(init.signal, exchange)
      if (exchange.aborted) return discardBody(init)
      const request = requestOf(url, init, pool)
      if (request.body instanceof CallersStream) exchange.onEnd(request.body.cancel)
      pool.dispatcherFor(request.origin).dispatch(request, exchange)
    })
    if (pool.missesCuts) response.markIfCut()
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
  const check = () => {
    checkOpen()
    return ready ? undefined : open()
  }
  return Object.assign(fetch, { close, [takesDeadline]: true as const, [prepare]: check })
}

function abortWith(signal: AbortSignal | null | undefined, exchange: PooledExchange): void {
  if (!signal) return
  const abort = () => exchange.abort(signal.reason)
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  exchange.onEnd(() => signal.removeEventListener('abort', abort))
}

function discardBody({ body, signal }: RequestInit): void {
  if (body instanceof ReadableStream) body.cancel(signal?.reason).catch(() => {})
}

function requestOf(
  url: string,
  { method = 'GET', headers, body }: RequestInit,
  pool: Pool,
): Dispatcher.DispatchOptions & { origin: string } {
  const { origin, path } = addressOf(url)
  const fields = headerFields(headers)
  fields['accept-encoding'] ??= acceptEncoding
  const sent = typeof body === 'object' && body !== null ? encodeBody(body, fields, pool) : (body ?? null)
  // undici sets that of a body in memory, and rejects another one.
  if (!(sent instanceof CallersStream)) delete fields['content-length']
  return ownFields({
    origin,
    path,
    method: method as Dispatcher.HttpMethod,
    headers: fields,
    body: sent as string | null,
  })
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
