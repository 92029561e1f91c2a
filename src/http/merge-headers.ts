import type { CheckedHeaders } from '../operation/check-headers.js'
import type { Payload } from '../operation/payload.js'

/** Returns whether the caller or the body sets headers. */
export function setsHeaders(payload: Payload | undefined, headers: CheckedHeaders | undefined): boolean {
  return headers !== undefined || payload?.headers !== undefined
}

/** Merges the headers that the caller and the body set. `null` removes the JSON content type, which openapi-fetch sets by default. */
export function mergeHeaders(
  payload: Payload | undefined,
  headers: CheckedHeaders | undefined,
): Record<string, unknown> {
  // The content type of a form contains its boundary, so the caller cannot replace it.
  const isForm = typeof payload?.headers?.['Content-Type'] === 'string' || payload?.body instanceof FormData
  return isForm ? { ...headers, ...payload.headers } : { ...payload?.headers, ...headers }
}
