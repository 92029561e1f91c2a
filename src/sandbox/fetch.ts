import { readWithin } from '../http/read-bytes.js'
import type { Outcome } from './outcome.js'
import type { SandboxRequest } from './parse-request.js'

/** A function with the signature of the global `fetch`. */
export type SandboxFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** Makes a `fetch` of what answers requests. */
export function createFetch(respond: (request: SandboxRequest) => Promise<Outcome>): SandboxFetch {
  return async (input, init) => {
    const isPlain = typeof input === 'string' || input instanceof URL
    const request = isPlain ? plainRequest(String(input), init) : webRequest(init ? new Request(input, init) : input)
    request.signal?.throwIfAborted()
    return toResponse(await respond(request))
  }
}

/** A request without the classes of the web, which are dear. */
function plainRequest(input: string, { method = 'GET', headers, body, signal }: RequestInit = {}): SandboxRequest {
  const { origin, pathname, search } = new URL(input)
  const carrier = body === undefined || body === null || typeof body === 'string' ? undefined : new Response(body)
  const given = readHeaders(headers)
  return {
    method: method.toUpperCase(),
    origin,
    pathname,
    search: search.slice(1),
    header: (name) =>
      given(name) ??
      (name === 'content-type'
        ? (carrier?.headers.get(name) ?? (typeof body === 'string' ? 'text/plain;charset=UTF-8' : null))
        : null),
    async body(limit) {
      if (carrier) return readWithin(carrier.body, limit)
      const text = typeof body === 'string' ? body : ''
      // No character takes more than three bytes for each of its code units.
      return text.length * 3 <= limit || new TextEncoder().encode(text).length <= limit ? text : undefined
    },
    signal,
  }
}

function webRequest({ method, url, headers, body, signal }: Request): SandboxRequest {
  const { origin, pathname, search } = new URL(url)
  return {
    method,
    origin,
    pathname,
    search: search.slice(1),
    header: (name) => headers.get(name),
    body: (limit) => readWithin(body, limit),
    signal,
  }
}

function readHeaders(headers: HeadersInit | undefined): (name: string) => string | null | undefined {
  if (headers === undefined) return () => undefined
  if (headers instanceof Headers || Array.isArray(headers)) {
    const all = new Headers(headers)
    return (name) => all.get(name)
  }
  const all: Record<string, string> = Object.create(null)
  for (const name in headers) all[name.toLowerCase()] = headers[name] as string
  return (name) => all[name]
}

function toResponse(outcome: Outcome): Response {
  if (outcome.kind === 'reset') throw networkError('fetch failed', 'ECONNRESET')
  const { status, headers, body, cut } = outcome
  return new Response(cut && body !== null ? halfOf(body) : body, { status, headers })
}

function halfOf(body: string | Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  let begun = false
  return new ReadableStream({
    pull(controller) {
      if (begun) controller.error(networkError('terminated', 'UND_ERR_SOCKET'))
      else controller.enqueue(bytes.subarray(0, bytes.length >> 1))
      begun = true
    },
  })
}

/** An error such as that of Node's `fetch`. */
function networkError(message: string, code: string): TypeError {
  return new TypeError(message, {
    cause: Object.assign(new Error('The sandbox was told to break the connection.'), { code }),
  })
}
