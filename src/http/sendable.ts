import { isReadableStream } from '../common/is-readable-stream.js'
import type { Operation } from '../operation/operation.js'
import type { Payload } from '../operation/payload.js'
import { addClientHeaders, type ClientHeaders, usualHeaders } from './client-headers.js'
import { protectFromResend } from './resend.js'

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
  readonly headers: Readonly<Record<string, string>> | Headers
  /** The body, or a function that opens it for one attempt. */
  readonly body: Payload['body']
  /** Whether the body can be sent more than once. */
  readonly repeatable: boolean
  /** Other options for `fetch`. */
  readonly init: RequestInit | undefined
}

/** The parts of a request that openapi-fetch does not receive. */
export interface SendableOptions {
  readonly operation: Operation
  readonly clientHeaders: ClientHeaders
  readonly payload: Payload | undefined
  /** Whether the caller or the body sets headers. */
  readonly hasHeaders: boolean
  readonly init: RequestInit | undefined
}

/** Adds the headers of the client to a request that openapi-fetch has built. */
export function fromLightRequest(
  request: LightRequest,
  { operation, clientHeaders, hasHeaders, init }: SendableOptions,
): Sendable {
  const { url, method, body: payload } = request
  const body = payload?.body ?? null
  return {
    url,
    method,
    headers: hasHeaders ? addClientHeaders(request.headers, clientHeaders) : usualHeaders(body, clientHeaders),
    body: protectFromResend(body, operation),
    repeatable: payload?.repeatable ?? true,
    init,
  }
}

/** Adds the headers of the client to a request that middlewares have seen, and perhaps replaced. */
export async function fromRequest(request: Request, options: SendableOptions): Promise<Sendable> {
  const { operation, clientHeaders, payload, init } = options
  const { url, method } = request
  const headers = addClientHeaders(request.headers, clientHeaders)
  // A request that a middleware has put in the place of ours does not carry the payload.
  const isUntouched = (request as { payload?: unknown }).payload === payload && !request.bodyUsed
  if (payload?.repeatable && isUntouched)
    return { url, method, headers, body: protectFromResend(payload.body, operation), repeatable: true, init }
  const isStream = typeof payload?.body === 'function' || isReadableStream(payload?.body)
  // Firefox has no `request.body`, so its absence does not mean that there is none.
  // A view, since the buffer of happy-dom is of another realm.
  const bytes = isStream ? undefined : new Uint8Array(await request.arrayBuffer())
  const body = bytes ? (bytes.byteLength > 0 ? bytes : null) : request.body
  return { url, method, headers, body: protectFromResend(body, operation), repeatable: !isStream, init }
}
