import type { Payload } from '../operation/payload.js'
import type { PreparedCall } from './prepare-call.js'
import type { CallOptions } from './request-options.js'

/** Returns whether the caller or the body sets headers. */
export function setsHeaders(payload: Payload | undefined, { headers }: CallOptions): boolean {
  return headers !== undefined || payload?.headers !== undefined
}

/** Merges the headers that the caller and the body set. `null` removes the JSON content type, which openapi-fetch sets by default. */
export function mergeHeaders(payload: Payload | undefined, headers: CallOptions['headers']): Record<string, unknown> {
  const own = headers && Symbol.iterator in headers ? Object.fromEntries(new Headers(headers)) : headers
  // The content type of a form contains its boundary, so the caller cannot replace it.
  const isForm = typeof payload?.body === 'function' || payload?.body instanceof FormData
  return isForm ? { ...own, ...payload.headers } : { ...payload?.headers, ...own }
}

/** Returns the options with which openapi-fetch builds a `Request` of the platform, for middlewares. */
export function platformOptions({ payload, options }: PreparedCall, signal: AbortSignal): object {
  const body = typeof payload?.body === 'function' ? payload.body() : payload?.body
  return {
    Request: globalThis.Request,
    // Marks the request as the one whose body is this payload.
    payload,
    bodySerializer: () => body,
    signal,
    redirect: 'manual',
    middleware: options.middleware,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  }
}
