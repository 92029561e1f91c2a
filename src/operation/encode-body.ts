import { isBlob, openBlob } from '../common/blob.js'
import { bytesOf } from '../common/bytes-of.js'
import { describe } from '../common/describe.js'
import { isReadableStream } from '../common/is-readable-stream.js'
import { InputError, toInputError } from '../errors/input-error.js'
import { createForm, encodeForm, isSupported, type Uploadable } from './multipart.js'
import type { Operation } from './operation.js'
import type { Payload } from './payload.js'

/** Encodes a body in place of the client. */
export type BodySerializer = (body: unknown, headers?: RequestInit['headers']) => NonNullable<RequestInit['body']>

/**
 * Encodes the body of a call: as JSON, as a form, or by the caller's own serializer.
 *
 * @throws InputError if it cannot be written as JSON.
 */
export function encodeBody(
  operation: Operation,
  body: unknown,
  serialize?: BodySerializer,
  headers?: RequestInit['headers'],
): Payload | undefined {
  if (body === undefined) return undefined
  if (serialize) return serializeWith(serialize, body, headers)
  if (operation.body?.media === 'form') return createForm(body as Readonly<Record<string, Uploadable>>)
  return { body: encodeJson(body), headers: undefined, repeatable: true }
}

function serializeWith(serialize: BodySerializer, body: unknown, headers: RequestInit['headers']): Payload {
  if (typeof serialize !== 'function') throw new InputError('bodySerializer', 'must be a function.')
  try {
    return toPayload(serialize(body, headers))
  } catch (cause) {
    throw toInputError(cause, 'bodySerializer', undefined, 'failed')
  }
}

/** Kinds of bodies that `fetch` encodes, as `Object.prototype.toString` names them, in any realm. */
const bodies = /^\[object (URLSearchParams|ReadableStream)\]$/

function toPayload(given: unknown): Payload {
  if (typeof given === 'string') return { body: given, repeatable: true }
  const kind = Object.prototype.toString.call(given)
  if (kind === '[object FormData]' || given instanceof FormData) return encodeForm([...(given as FormData)])
  // Copied, since the `Request` of a middleware supports neither shared nor resizable memory.
  const bytes = bytesOf(given)?.slice()
  if (!bytes && !isBlob(given) && !bodies.test(kind))
    throw new InputError('bodySerializer', `must return a string or another body of fetch, got ${describe(given)}.`)
  if (isBlob(given) && !isSupported(given))
    return { body: () => openBlob(given), headers: { 'Content-Type': given.type || null }, repeatable: true }
  const isStream = isReadableStream(given)
  // Throws if it is locked or was read before.
  if (isStream) new Response(given)
  return { body: bytes ?? (given as Blob), headers: { 'Content-Type': null }, repeatable: !isStream }
}

function encodeJson(body: unknown): string {
  try {
    return JSON.stringify(body)
  } catch (cause) {
    throw toInputError(cause, 'body', undefined, 'cannot be written as JSON')
  }
}
