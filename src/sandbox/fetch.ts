import { ownFields } from '../common/own-fields.js'
import { readWithin } from '../http/read-bytes.js'
import type { Outcome } from './outcome.js'
import type { SandboxRequest } from './parse-request.js'

/** A function with the signature of the global `fetch`. */
export type SandboxFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** Makes a `fetch` that calls the sandbox instead of a network. */
export function createFetch(respond: (request: SandboxRequest) => Promise<Outcome>): SandboxFetch {
  return async (input, init) => {
    const isPlain = typeof input === 'string' || input instanceof URL
    const request = isPlain ? fromInit(String(input), init) : fromRequest(init ? new Request(input, init) : input)
    // The signals of React Native have no throwIfAborted.
    if (request.signal?.aborted) throw request.signal.reason
    return toResponse(await respond(request))
  }
}

/** Reads the parameters of `fetch` without a `Request` or `Headers`, which are expensive to create. */
function fromInit(input: string, { method = 'GET', headers, body, signal }: RequestInit = {}): SandboxRequest {
  const { origin, pathname, search } = new URL(input)
  const carrier =
    body === undefined || body === null || typeof body === 'string'
      ? undefined
      : new Response(body, ownFields({ headers: {} }))
  const given = readHeaders(headers)
  const defaultType: string | null =
    carrier?.headers.get('content-type') ?? (typeof body === 'string' ? 'text/plain;charset=UTF-8' : null)
  return {
    method: method.toUpperCase(),
    origin,
    pathname,
    search: search.slice(1),
    header: (name) => find(given, name) ?? (name === 'content-type' ? defaultType : null),
    headers: () =>
      defaultType === null || find(given, 'content-type') !== undefined
        ? given
        : [...given, 'content-type', defaultType],
    async body(limit) {
      if (carrier) return readWithin(carrier.body, limit)
      const text = typeof body === 'string' ? body : ''
      // No character takes more than three bytes for each of its code units.
      return text.length * 3 <= limit || new TextEncoder().encode(text).length <= limit ? text : undefined
    },
    signal,
  }
}

function fromRequest({ method, url, headers, body, signal }: Request): SandboxRequest {
  const { origin, pathname, search } = new URL(url)
  return {
    method,
    origin,
    pathname,
    search: search.slice(1),
    header: (name) => headers.get(name),
    headers: () => namesAndValues(headers),
    body: (limit) => readWithin(body, limit),
    signal,
  }
}

/** Copies the names, in lower case, and the values of headers in turn. For a few headers, that is faster than an object. */
function readHeaders(headers: HeadersInit = {}): readonly string[] {
  if (headers instanceof Headers || Array.isArray(headers)) return namesAndValues(new Headers(headers))
  const all: string[] = []
  for (const name in headers) {
    const value: unknown = headers[name]
    if (value !== undefined && value !== null) all.push(name.toLowerCase(), String(value))
  }
  return all
}

/** Lists the names and values in turn. The `Headers` of happy-dom keep the case of names. */
function namesAndValues(headers: Headers): readonly string[] {
  return [...headers].flatMap(([name, value]) => [name.toLowerCase(), value])
}

/** Finds the value of the last header with a name. */
function find(headers: readonly string[], name: string): string | undefined {
  for (let index = headers.length - 2; index >= 0; index -= 2) if (headers[index] === name) return headers[index + 1]
  return undefined
}

function toResponse(outcome: Outcome): Response {
  if (outcome.kind === 'reset') throw networkError('fetch failed', 'ECONNRESET')
  const { status, headers, body, cut } = outcome
  if (!cut || body === null) return new Response(body, ownFields({ status, headers }))
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  // MSW 3 passes the failure on as the end of the connection, which only the length shows to be early.
  const whole = { ...headers, 'content-length': String(bytes.length) }
  return new Response(cutInHalf(bytes), ownFields({ status, headers: whole }))
}

/** The timer of the runtime, since a test may have replaced it meanwhile. */
const startTimer = setTimeout

function cutInHalf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  let started = false
  return new ReadableStream({
    async pull(controller) {
      if (!started) {
        started = true
        controller.enqueue(bytes.subarray(0, bytes.length >> 1))
        return
      }
      // MSW 3 and servers drop what they have not passed on, headers too, if the error follows at once.
      await new Promise((resolve) => startTimer(resolve))
      controller.error(networkError('terminated', 'UND_ERR_SOCKET'))
    },
  })
}

/** Creates the error that Node's `fetch` rejects with. */
function networkError(message: string, code: string): TypeError {
  return new TypeError(message, {
    cause: Object.assign(new Error('The connection was broken by a fault of the sandbox.'), { code }),
  })
}
