import type { Operation } from '../operation/operation.js'
import type { Payload } from '../operation/payload.js'

/** Stands in for the platform's `Request`, which is expensive to build and needed by middlewares alone. */
export class LightRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: Payload | undefined

  constructor(url: string, { method, headers, body }: { method: string; headers: Headers; body?: Payload }) {
    this.url = url
    this.method = method
    this.headers = headers
    this.body = body
  }
}

/** A request that is ready to be sent, and perhaps to be retried. */
export interface Sendable {
  readonly url: string
  readonly method: string
  readonly headers: Record<string, string> | Headers
  /** The body, or a function that opens it for one attempt. */
  readonly body: Payload['body']
  /** Whether the body can be sent more than once. */
  readonly repeatable: boolean
  /** Other options for `fetch`. */
  readonly init: RequestInit | undefined
}

/** The header that carries the API key. */
export interface KeyHeader {
  readonly name: string
  readonly value: string
}

const accept = 'application/json, */*;q=0.5'

/** The parts of a request that openapi-fetch does not know, or need not. */
export interface SendableOptions {
  readonly operation: Operation
  readonly key: KeyHeader
  readonly payload: Payload | undefined
  /** Whether the caller or the body sets headers. */
  readonly hasHeaders: boolean
  readonly init: RequestInit | undefined
}

/** Adds the API key to a request that openapi-fetch has built. */
export function fromLightRequest(
  request: LightRequest,
  { operation, key, hasHeaders, init }: SendableOptions,
): Sendable {
  const { url, method, body: payload } = request
  const body = payload?.body ?? null
  return {
    url,
    method,
    headers: hasHeaders ? withKey(request.headers, key) : usualHeaders(body, key),
    body: protectFromResend(body, operation),
    repeatable: payload?.repeatable ?? true,
    init,
  }
}

/** Adds the API key to a request that middlewares have seen, and perhaps replaced. */
export async function fromRequest(request: Request, options: SendableOptions): Promise<Sendable> {
  const { operation, key, payload, init } = options
  const { url, method } = request
  const isStream = typeof payload?.body === 'function' || payload?.body instanceof ReadableStream
  // Firefox has no `request.body`, so it says nothing about whether there is one.
  const bytes = isStream ? undefined : await request.arrayBuffer()
  const body = bytes ? (bytes.byteLength > 0 ? bytes : null) : request.body
  const headers = withKey(request.headers, key)
  // A request that a middleware has put in the place of ours does not carry the payload.
  const isUntouched = (request as { payload?: unknown }).payload === payload && !request.bodyUsed
  if (isStream && isUntouched && payload.repeatable) {
    return { url, method, headers, body: payload.body, repeatable: true, init }
  }
  return { url, method, headers, body: protectFromResend(body, operation), repeatable: !isStream, init }
}

/** What the headers of a request come to if nothing else sets any. An object is faster than `Headers`. */
function usualHeaders(body: Payload['body'], key: KeyHeader): Record<string, string> {
  const headers: Record<string, string> = { Accept: accept, [key.name]: key.value }
  if (typeof body === 'string') headers['Content-Type'] = 'application/json'
  return headers
}

/** Deno sends text and bytes again by itself when a kept connection breaks, without knowing whether that is safe. A `Blob` it does not. */
function protectFromResend(body: Payload['body'], { idempotent }: Operation): Payload['body'] {
  const isPlain = typeof body === 'string' || body instanceof ArrayBuffer || ArrayBuffer.isView(body)
  return isPlain && !idempotent && 'Deno' in globalThis ? new Blob([body]) : body
}

function withKey(headers: Headers, key: KeyHeader): Headers {
  const all = new Headers({ Accept: accept })
  headers.forEach((value, name) => {
    all.set(name, value)
  })
  all.set(key.name, key.value)
  return all
}
