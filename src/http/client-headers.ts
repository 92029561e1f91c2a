import type { Operation } from '../operation/operation.js'
import type { Payload } from '../operation/payload.js'

/** The headers that a client sends with every request. */
export interface ClientHeaders {
  /** The headers that a caller or a middleware may replace. */
  readonly defaults: Readonly<Record<string, string>>
  /** The header that carries the API key. */
  readonly key: { readonly name: string; readonly value: string }
  /** All of them, for requests without headers of their own. An object is faster than `Headers`. */
  readonly all: Readonly<Record<string, string>>
}

/** The options of a client that its headers are made of. */
interface ClientHeadersOptions {
  apiKeyHeader: string
  apiKey: string
  /** `false` leaves the header to the runtime. */
  userAgent: string | false
}

/** Computes the headers of a client, once for all of its requests. Returns a function that chooses those of an operation. */
export function createClientHeaders({
  apiKeyHeader,
  apiKey,
  userAgent,
}: ClientHeadersOptions): (operation: Operation) => ClientHeaders {
  const key = { name: apiKeyHeader, value: apiKey }
  const withDefaults = (defaults: ClientHeaders['defaults']) => ({
    defaults,
    key,
    all: { ...defaults, [apiKeyHeader]: apiKey },
  })
  const defaults = { Accept: 'application/json, */*;q=0.5', ...(userAgent && { 'User-Agent': userAgent }) }
  const usual = withDefaults(defaults)
  // Most implementations of `fetch` do not report that a compressed body is truncated.
  const ofDownloads = withDefaults({ ...defaults, 'Accept-Encoding': 'identity' })
  return ({ result }) => (result === 'file' ? ofDownloads : usual)
}

/** Returns the headers of a request for which neither caller nor body sets any. */
export function usualHeaders(body: Payload['body'], { all }: ClientHeaders): Readonly<Record<string, string>> {
  return typeof body === 'string' ? { ...all, 'Content-Type': 'application/json' } : all
}

/** Adds the headers of the client to those of a request. */
export function addClientHeaders(headers: Headers, { defaults, key }: ClientHeaders): Headers {
  const all = new Headers(defaults)
  headers.forEach((value, name) => {
    all.set(name, value)
  })
  all.set(key.name, key.value)
  return all
}
