import type { Operation } from '../operation/operation.js'
import type { Ending } from './attempt.js'
import type { Call } from './call-state.js'
import { type Init, onAbort } from './shortcuts.js'

/** openapi-fetch's client without its types: here, paths come from the operations table. */
export interface UntypedClient
  extends Record<
    Operation['method'],
    (path: string, init: object) => Promise<{ response: Response; error?: unknown }>
  > {
  use(...middleware: unknown[]): void
  eject(...middleware: unknown[]): void
}

/** Stands in for the platform's `Request`, which openapi-fetch would build only for the transport to take apart again. */
export class PlainRequest {
  readonly url: string
  readonly headers: Headers
  readonly method: string

  constructor(url: string, { method, headers }: { method: string; headers: Headers }) {
    this.url = url
    this.method = method
    this.headers = headers
  }
}

/** A request that can be sent, and perhaps sent again. */
export interface Sendable {
  url: string
  /** Whether its body can be sent more than once. */
  repeatable: boolean
  /** Makes what `fetch` is given, anew for each attempt. */
  init(ending: Ending): Init
}

/** The header that carries the API key. */
export interface KeyHeader {
  name: string
  value: string
}

const accept = 'application/json, */*;q=0.5'

/** What `fetch` is given. */
class AttemptInit {
  readonly method: string
  readonly headers: HeadersInit
  readonly body: BodyInit | null
  // A custom header follows redirects to any origin, in every runtime. 'error' would do too, but workerd lacks it.
  readonly redirect = 'manual'
  readonly #ending: Ending
  #signal: AbortSignal | undefined

  constructor(method: string, headers: HeadersInit, body: BodyInit | null, ending: Ending) {
    this.method = method
    this.headers = headers
    this.body = body
    this.#ending = ending
    Object.defineProperty(this, 'signal', AttemptInit.#lazySignal)
  }

  [onAbort](listener: (reason: unknown) => void): void {
    this.#ending.listen(listener)
  }

  // An own property, so that `{ ...init }` has it. One getter for all: V8 gives an object with a getter of its own a map
  // of its own, which stays until the next full collection.
  static readonly #lazySignal = {
    get(this: AttemptInit) {
      this.#signal ??= this.#ending.signal()
      return this.#signal
    },
    enumerable: true,
  }
}

/** Takes from the call what openapi-fetch was not burdened with. */
export function readPlain(
  { url, method, headers }: PlainRequest,
  { operation, body, form, ownHeaders, init }: Call,
  key: KeyHeader,
): Sendable {
  const streams = form !== undefined || (typeof body === 'object' && body instanceof ReadableStream)
  return {
    url,
    repeatable: form ? form.repeatable : !streams,
    init(ending) {
      const encoded = form?.encode()
      const fixed: Record<string, string> = { Accept: accept, [key.name]: key.value }
      if (typeof body === 'string') fixed['Content-Type'] = 'application/json'
      const all = encoded || ownHeaders ? merge([fixed, headers, encoded?.headers], key) : fixed
      const made = new AttemptInit(method, all, encoded?.body ?? sentOnce(body ?? null, operation), ending)
      if (streams) Object.assign(made, { duplex: 'half' })
      return init ? Object.assign(made, init, { method, redirect: 'manual' }) : made
    },
  }
}

/** Takes everything from a request that middlewares have seen, and perhaps replaced. Its body is read once, for all attempts. */
export async function readPlatform(
  request: Request,
  { operation, form, init }: Call,
  key: KeyHeader,
): Promise<Sendable> {
  const { url, method } = request
  const body = form || !request.body ? request.body : await request.arrayBuffer()
  const headers = merge([{ Accept: accept }, request.headers], key)
  return {
    url,
    repeatable: !form,
    init: (ending) =>
      Object.assign(
        new AttemptInit(method, headers, sentOnce(body, operation), ending),
        form && { duplex: 'half' },
        init,
        { method, redirect: 'manual' },
      ),
  }
}

/** Deno sends text and bytes a second time by itself when a kept connection breaks, whatever came of the first. A `Blob` it does not. */
function sentOnce(body: BodyInit | null, { idempotent }: Operation): BodyInit | null {
  const isPlain = typeof body === 'string' || body instanceof ArrayBuffer || ArrayBuffer.isView(body)
  return isPlain && !idempotent && 'Deno' in globalThis ? new Blob([body]) : body
}

function merge(all: readonly (Record<string, string> | Headers | undefined)[], key: KeyHeader): Headers {
  const merged = new Headers()
  for (const headers of all) {
    const fields = headers instanceof Headers ? headers : Object.entries(headers ?? {})
    for (const [name, value] of fields) merged.set(name, value)
  }
  merged.set(key.name, key.value)
  return merged
}
