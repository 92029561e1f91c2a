import { fieldOf } from '../common/field-of.js'
import { ownFields } from '../common/own-fields.js'
import { toStandardHeaders } from '../common/standard-headers.js'
import type { FastFetch } from './fast-path.js'
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
    const response = await fetch(url, Object.assign(init, { dispatcher: guard, credentials: 'omit' }))
    // A wrapper may return the response of another request, or freeze it.
    if (!guard.hidden || response?.status !== 400) return response
    if (Reflect.defineProperty(response, 'status', ownFields({ value: guard.hidden }))) return response
    const fields = { status: guard.hidden, statusText: response.statusText, url: response.url }
    return createResponse(response.body, fields, toStandardHeaders(response.headers))
  } catch (error) {
    if (isProxyAuthentication(error)) return new Response(null, ownFields({ status: 407, headers: {} }))
    throw error
  }
}

function globalDispatcher(place: symbol = dispatchers[0]): Dispatcher | undefined {
  // Node loads undici on first use of one of its classes.
  return Reflect.get(globalThis, place) ?? (globalThis.Response && Reflect.get(globalThis, place))
}

/** Sends one request, and hides the statuses that `fetch` would not return. */
class Guard implements Dispatcher {
  /** The status of the last response, if it was hidden. A wrapper may send several requests. */
  hidden: number | undefined = undefined
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
      return receive?.apply(handler, parameters)
    }
    const dispatcher = this.#given ?? ((isNew && globalDispatcher(dispatchers[1])) || globalDispatcher())
    return (dispatcher as Dispatcher).dispatch(options, handler)
  }
}

/** Returns whether an error of `fetch` means that the proxy in `HTTP_PROXY` or `HTTPS_PROXY` has responded with a 407. */
function isProxyAuthentication(error: unknown, depth = 4): boolean {
  if (/^Proxy .*\(407\)/.test(String(fieldOf(error, 'message')))) return true
  return depth > 0 && isProxyAuthentication(fieldOf(error, 'cause'), depth - 1)
}
