import { isBlob, openBlob } from '../common/blob.js'
import { bytesOf } from '../common/bytes-of.js'
import type { Fetch } from './attempt.js'

/**
 * Calls the global `fetch`, so that each call is one request. It is read at each call, since a test or a tracer may replace
 * it, and called unbound, as browsers require.
 */
export const globalFetch: Fetch = (url, init) => {
  const fetch = sendOnce(globalThis.fetch)
  return fetch(url, init)
}

/** Wraps Node's own `fetch`, so that each call is one request. Any other is returned as it is. */
export function sendOnce(fetch: Fetch): Fetch {
  return isNodeFetch(fetch) ? (url, init) => fetchOnce(fetch, url, init) : fetch
}

let checked: { readonly fetch: unknown; readonly isNode: boolean } | undefined

/**
 * Returns whether this is Node's own `fetch`, which names its module, and not a stub or a wrapper, which may read the body.
 * The source of a bound one, or a Proxy of it, is native code, as is every `fetch` of other runtimes.
 */
function isNodeFetch(fetch: Fetch): boolean {
  if (checked?.fetch !== fetch) {
    const source = String(fetch)
    const isNode = source.includes('internal/deps/undici') || (source.endsWith('{ [native code] }') && runsInNode())
    checked = { fetch, isNode }
  }
  return checked.isNode
}

/** Returns whether this is Node itself. Bun, Deno, workerd and simulated browsers state another name. Node 20 states none. */
function runsInNode(): boolean {
  return globalThis.process?.release?.name === 'node' && /^(Node\.js|$)/.test(globalThis.navigator?.userAgent ?? '')
}

/**
 * Prevents Node's `fetch` from repeating a request on its own: after a 421, unless the body is a stream, and after a 401,
 * endlessly in undici 7.19. Up to 8.0 it even rejects a 401 if the body is a stream. Without credentials it does neither.
 *
 * A GET or HEAD cannot have a body, so it is still repeated after a 421. `keepalive` and most modes do not support streams,
 * and mean nothing in Node.
 */
async function fetchOnce(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      ...(!isMocked(init) && toStream(init)),
      credentials: 'omit',
      keepalive: false,
      mode: 'cors',
    })
  } catch (error) {
    if (isProxyAuthentication(error)) return new Response(null, { status: 407 })
    throw error
  }
}

/** The places of the global dispatcher, which undici shares with Node. */
const dispatchers = ['1', '2'].map((version) => Symbol.for(`undici.globalDispatcher.${version}`))

/** Returns whether a `MockAgent` of undici receives the request. It compares a body only as it was given. */
function isMocked({ dispatcher }: RequestInit & { dispatcher?: unknown }): boolean {
  const all = [dispatcher, ...dispatchers.map((name) => Reflect.get(globalThis, name))]
  return all.some((one) => (one as { isMockActive?: unknown } | undefined)?.isMockActive === true)
}

/** Converts a body to a stream with a Content-Length, without which it would be sent in chunks. */
function toStream({ method, body, headers: given }: RequestInit): RequestInit | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  if (body === null || body === undefined) return withStream(new ReadableStream({ start: (stream) => stream.close() }))
  if (isBlob(body)) return withStream(openBlob(body), headersOf(given, body.size, body.type))
  const isQuery = body instanceof URLSearchParams
  const bytes = bytesOf(isQuery ? String(body) : body)
  if (!bytes) return undefined
  const type = isQuery ? 'application/x-www-form-urlencoded;charset=utf-8' : ''
  return withStream(byteStreamOf(bytes), headersOf(given, bytes.length, type))
}

function headersOf(given: RequestInit['headers'], size: number, type: string): Headers {
  const headers = new Headers(given)
  headers.set('Content-Length', String(size))
  if (type && !headers.has('Content-Type')) headers.set('Content-Type', type)
  return headers
}

function withStream(body: ReadableStream, headers?: Headers): RequestInit {
  const init = headers ? { body, headers } : { body }
  return Object.assign(init, { duplex: 'half' })
}

// A stream of bytes is the fastest one in Node, where `fetch` copies every body.
function byteStreamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream {
  return new ReadableStream({
    type: 'bytes',
    start(stream) {
      // Copied, since the stream takes over its buffer, and a retry sends the same bytes.
      if (bytes.length > 0) stream.enqueue(bytes.slice())
      stream.close()
    },
  })
}

/**
 * Returns whether an error of Node's `fetch` means a 407. It rejects a 407 with an error without a message, as it rejects
 * nothing else, and a 407 of the proxy in `HTTP_PROXY` with one that names it.
 */
function isProxyAuthentication(error: unknown): boolean {
  const { message, code, errors } =
    (error as { cause?: { message?: unknown; code?: unknown; errors?: unknown } }).cause ?? {}
  return (message === '' && (code ?? errors) === undefined) || /^Proxy .*\(407\)/.test(String(message))
}
