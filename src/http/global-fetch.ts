import { fieldOf } from '../common/field-of.js'
import { ownFields } from '../common/own-fields.js'
import { encodeForm } from '../operation/multipart.js'
import type { Fetch } from './attempt.js'

const encoder = new TextEncoder()

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
    return await fetch(url, { ...init, ...toStream(init), credentials: 'omit', keepalive: false, mode: 'cors' })
  } catch (error) {
    if (isProxyAuthentication(error)) return new Response(null, ownFields({ status: 407, headers: {} }))
    throw error
  }
}

/** Converts a body to a stream with a Content-Length, without which it would be sent in chunks. */
function toStream({ method, body, headers: given }: RequestInit): RequestInit | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  if (body === null || body === undefined)
    return withStream(new ReadableStream(ownFields<UnderlyingDefaultSource>({ start: (stream) => stream.close() })))
  const headers = new Headers(given)
  if (typeof body === 'string') {
    const bytes = encoder.encode(body)
    headers.set('Content-Length', String(bytes.length))
    return withStream(byteStreamOf(bytes), headers)
  }
  const blob = toBlob(body)
  if (!blob) return undefined
  headers.set('Content-Length', String(blob.size))
  if (blob.type && !headers.has('Content-Type')) headers.set('Content-Type', blob.type)
  return withStream(blob.stream(), headers)
}

function withStream(body: ReadableStream, headers?: Headers): RequestInit {
  const init = headers ? { body, headers } : { body }
  return Object.assign(init, { duplex: 'half' })
}

// A stream of bytes is the fastest one in Node, where `fetch` copies every body.
function byteStreamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream {
  return new ReadableStream(
    ownFields<UnderlyingByteSource>({
      type: 'bytes',
      start(stream) {
        if (bytes.length > 0) stream.enqueue(bytes)
        stream.close()
      },
    }),
  )
}

/** Returns undefined for a stream, or a body of an unknown type. */
function toBlob(body: NonNullable<RequestInit['body']>): Blob | undefined {
  if (body instanceof Blob) return body
  if (body instanceof FormData) return encodeForm(body)
  if (ArrayBuffer.isView(body)) return new Blob([body])
  // Of any realm, and shared ones too.
  if (/ArrayBuffer]$/.test(Object.prototype.toString.call(body))) return new Blob([body as ArrayBuffer])
  if (!(body instanceof URLSearchParams)) return undefined
  return new Blob([String(body)], ownFields({ type: 'application/x-www-form-urlencoded;charset=UTF-8' }))
}

/**
 * Returns whether an error of Node's `fetch` means a 407. It rejects a 407 with an error without a message, as it rejects
 * nothing else, and a 407 of the proxy in `HTTP_PROXY` with one that names it.
 */
function isProxyAuthentication(error: unknown): boolean {
  const cause = fieldOf(error, 'cause')
  const [message, code, errors] = ['message', 'code', 'errors'].map((name) => fieldOf(cause, name))
  return (message === '' && (code ?? errors) === undefined) || /^Proxy .*\(407\)/.test(String(message))
}
