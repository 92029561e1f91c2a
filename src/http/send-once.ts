import { fieldOf } from '../common/field-of.js'
import { ownFields } from '../common/own-fields.js'
import type { FastFetch } from './fast-path.js'

/** A dispatcher of undici, which sends the requests of Node's `fetch`. */
interface Dispatcher {
  readonly isMockActive?: boolean
  dispatch(options: object, handler: object): boolean
}

/** The places of the global dispatcher. That in the second place has the methods of undici 8. */
const places = [Symbol.for('undici.globalDispatcher.1'), Symbol.for('undici.globalDispatcher.2')] as const

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
    return guard.hidden ? Object.defineProperty(response, 'status', { value: guard.hidden }) : response
  } catch (error) {
    if (isProxyAuthentication(error)) return new Response(null, ownFields({ status: 407, headers: {} }))
    throw error
  }
}

function globalDispatcher(place: symbol = places[0]): Dispatcher | undefined {
  // Node loads undici on first use of one of its classes.
  return globalThis.Response && Reflect.get(globalThis, place)
}

/** Sends one request, and hides the statuses that `fetch` would not return. */
class Guard implements Dispatcher {
  /** The status that was hidden. */
  hidden: number | undefined
  readonly #given: Dispatcher | undefined

  constructor(given: Dispatcher | undefined) {
    this.#given = given
  }

  /** Whether a `MockAgent` receives the request. Node's `fetch` then passes the body on as it was given. */
  get isMockActive(): boolean {
    return [this.#given, ...places.map(globalDispatcher)].some((dispatcher) => dispatcher?.isMockActive)
  }

  dispatch(options: object, handler: object): boolean {
    const isNew = 'onRequestStart' in handler
    const dispatcher = this.#given ?? ((isNew && globalDispatcher(places[1])) || globalDispatcher())
    return (dispatcher as Dispatcher).dispatch(options, this.#hideStatus(handler, isNew))
  }

  #hideStatus(handler: object, isNew: boolean): object {
    const [method, index] = isNew ? ['onResponseStart', 1] : ['onHeaders', 0]
    return new Proxy(handler, {
      get: (target, name) => {
        const value = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...parameters: unknown[]) => {
          const status = name === method ? parameters[index] : undefined
          if (status === 407 || status === 421) {
            this.hidden = status
            parameters[index] = 400
          }
          return Reflect.apply(value, target, parameters)
        }
      },
    })
  }
}

/** Returns whether an error of `fetch` means that the proxy in `HTTP_PROXY` or `HTTPS_PROXY` has responded with a 407. */
function isProxyAuthentication(error: unknown, depth = 4): boolean {
  if (/^Proxy .*\(407\)/.test(String(fieldOf(error, 'message')))) return true
  return depth > 0 && isProxyAuthentication(fieldOf(error, 'cause'), depth - 1)
}
