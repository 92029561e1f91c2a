import { isReadableStream } from '../common/is-readable-stream.js'
import { ownFields } from '../common/own-fields.js'
import { refuse, toInputError } from '../errors/input-error.js'
import type { CheckedHeaders } from '../operation/check-headers.js'
import type { Payload } from '../operation/payload.js'
import type { PreparedCall } from './prepare-call.js'

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
  const isForm = typeof payload?.headers?.['Content-Type'] === 'string'
  return isForm ? { ...headers, ...payload.headers } : { ...payload?.headers, ...headers }
}

/**
 * Refuses what is not a middleware. As openapi-fetch does, it accepts what is falsy, such as `isDebug && middleware`.
 *
 * @throws InputError if it is not an object with a function of a middleware.
 */
export function checkMiddleware(middleware: unknown): void {
  try {
    const isObject = typeof middleware === 'object' && middleware !== null
    if (middleware && !(isObject && ['onRequest', 'onResponse', 'onError'].some((name) => name in middleware)))
      refuse('middleware', 'an object with onRequest, onResponse or onError', middleware)
  } catch (cause) {
    throw toInputError(cause, 'middleware')
  }
}

/** Returns the options with which openapi-fetch builds a `Request` of the platform, for middlewares. */
export function platformOptions({ payload, state: { operation } }: PreparedCall, signal: AbortSignal): object {
  // If it can be repeated, each attempt opens it again.
  const body = typeof payload?.body === 'function' ? payload.body(payload.repeatable) : payload?.body
  return {
    // It rejects a body that was read before, and options that it does not support.
    Request: new Proxy(globalThis.Request, {
      construct(target, [url, init]: [string, RequestInit]) {
        try {
          // Without inherited fields, of which each version of Node reads others, such as `priority`.
          return new target(url, ownFields(init))
        } catch (cause) {
          throw toInputError(cause, 'options', operation, 'cannot make a Request')
        }
      },
    }),
    // Marks the request as the one whose body is this payload.
    payload,
    bodySerializer: () => body,
    signal,
    redirect: 'manual',
    ...(isReadableStream(body) && { duplex: 'half' }),
  }
}
