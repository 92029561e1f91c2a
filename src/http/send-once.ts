import { fieldOf } from '../common/field-of.js'
import { ownFields } from '../common/own-fields.js'
import { toStandardHeaders } from '../common/standard-headers.js'
import { streamOf } from '../common/stream-of.js'
import { type FastFetch, mayBeCut } from './fast-path.js'
import { closesAfterChunks, missesCuts, ownUndici } from './misses-cuts.js'
import { InvalidBody } from './read-body.js'
import { createResponse } from './received.js'

/** A dispatcher of undici, which sends the requests of Node's `fetch`. */
interface Dispatcher {
  readonly isMockActive?: boolean
  dispatch(options: object, handler: Handler): boolean
}

/** The callbacks of one request. Their names changed in undici 8. */
type Handler = Record<string, ((...parameters: unknown[]) => unknown) | undefined>

/** The places of the global dispatcher. That in the second place has the methods of undici 8. */
const dispatchers = [Symbol.for('undici.globalDispatcher.1'), Symbol.for('undici.globalDispatcher.2')] as const

/**
 * Calls a `fetch` so that it sends one request. Node's own, which may be inside a wrapper, repeats a request on its own after a
 * 421, unless the body is a stream, and it rejects a 407. It sends through the dispatcher in `init`, which hides these statuses
 * from it. With credentials, that of undici 7.19 also repeats a request after a 401, endlessly.
 */
export async function sendOnce(fetch: FastFetch, url: string, init: RequestInit): Promise<Response> {
  const { dispatcher } = init as { dispatcher?: Dispatcher }
  if (!dispatcher && !globalDispatcher()) return fetch(url, init)
  const guard = new Guard(dispatcher)
  try {
    return guard.restore(await fetch(url, Object.assign(init, { dispatcher: guard, credentials: 'omit' })))
  } catch (error) {
    if (isProxyAuthentication(error)) return new Response(null, ownFields({ status: 407, headers: {} }))
    throw error
  }
}

function globalDispatcher(place: symbol = dispatchers[0]): Dispatcher | undefined {
  // Node loads undici on first use of one of its classes.
  return Reflect.get(globalThis, place) ?? (globalThis.Response && Reflect.get(globalThis, place))
}

/** More content codings are an attack. Node's `fetch` rejects them without the status, and Node 20 may then end the process. */
const mostCodings = 5

/** Sends one request, and hides what `fetch` would not return: some statuses, and too many content codings. */
class Guard implements Dispatcher {
  /** The status of the last response, if it was hidden. A wrapper may send several requests. */
  hidden: number | undefined = undefined
  /** Its content codings, if they were hidden. */
  #codings: string | undefined = undefined
  /** Whether its body, if it is truncated, ends as if it were whole. */
  #missesCut = false
  readonly #given: Dispatcher | undefined

  constructor(given: Dispatcher | undefined) {
    this.#given = given
  }

  /** Whether a `MockAgent` receives the request. Node's `fetch` then passes the body on as it was given. */
  get isMockActive(): boolean {
    const isActive = this.#given?.isMockActive || globalDispatcher()?.isMockActive
    return isActive || !!globalDispatcher(dispatchers[1])?.isMockActive
  }

  dispatch(options: object, handler: Handler): boolean {
    const isNew = 'onRequestStart' in handler
    const [method, index] = isNew ? ['onResponseStart', 1] : ['onHeaders', 0]
    const { [method]: receive } = handler
    handler[method] = (...parameters) => {
      const status = parameters[index]
      this.hidden = status === 407 || status === 421 ? status : undefined
      if (this.hidden) parameters[index] = 400
      const fields = isNew ? fieldOf(parameters[0], 'rawHeaders') : parameters[1]
      const headers: unknown[] = Array.isArray(fields) ? fields : []
      this.#codings = hideCodings(headers)
      // The version of a dispatcher that was given is not known.
      const isOwn = !isNew && !this.#given
      this.#missesCut =
        isOwn &&
        missesCuts(ownUndici()) &&
        closesAfterChunks(readHeader(headers, 'connection'), readHeader(headers, 'transfer-encoding'))
      return receive?.apply(handler, parameters)
    }
    const dispatcher = this.#given ?? ((isNew && globalDispatcher(dispatchers[1])) || globalDispatcher())
    return (dispatcher as Dispatcher).dispatch(options, handler)
  }

  /** Returns a response of `fetch` with what was hidden. A wrapper may return that of another request, another value, or freeze it. */
  restore(response: Response): Response {
    if (this.#missesCut) Reflect.defineProperty(Object(response), mayBeCut, ownFields({ value: true }))
    const isCoded = this.#codings && `${response?.headers?.get?.('content-encoding')}`.startsWith('identity')
    const codings = isCoded ? this.#codings : undefined
    const status = this.hidden && response?.status === 400 ? this.hidden : undefined
    if (codings === undefined) {
      if (!status || Reflect.defineProperty(response, 'status', ownFields({ value: status }))) return response
    }
    const { body, statusText, url } = response
    const headers = toStandardHeaders(response.headers)
    if (codings !== undefined) {
      body?.cancel().catch(() => {})
      headers.set('content-encoding', codings)
    }
    const shown = codings === undefined ? body : undecoded(codings)
    return createResponse(shown, { status: status ?? response.status, statusText, url }, headers)
  }
}

/** A body in too many content codings, which nothing decodes. */
function undecoded(codings: string): ReadableStream<Uint8Array> {
  const { length } = codings.split(',')
  const problem = `the body has ${length} content codings; expected at most ${mostCodings}`
  return streamOf(
    () => Promise.reject(new InvalidBody(problem)),
    () => {},
  )
}

/** Returns the places of the values of a header, among names and values in turn. */
function placesOf(name: string, headers: readonly unknown[]): number[] {
  return headers.flatMap((field, place) => (place % 2 === 0 && `${field}`.toLowerCase() === name ? [place + 1] : []))
}

function readHeader(headers: readonly unknown[], name: string): string {
  return placesOf(name, headers)
    .map((place) => String(headers[place]))
    .join(', ')
}

/** Hides the content codings of a response if they are too many, and returns them. */
function hideCodings(headers: unknown[]): string | undefined {
  const codings = readHeader(headers, 'content-encoding')
  if (codings.split(',').length <= mostCodings) return undefined
  for (const place of placesOf('content-encoding', headers)) headers[place] = 'identity'
  return codings
}

/** Returns whether an error of `fetch` means that the proxy in `HTTP_PROXY` or `HTTPS_PROXY` has responded with a 407. */
function isProxyAuthentication(error: unknown, depth = 4): boolean {
  if (/^Proxy .*\(407\)/.test(String(fieldOf(error, 'message')))) return true
  return depth > 0 && isProxyAuthentication(fieldOf(error, 'cause'), depth - 1)
}
