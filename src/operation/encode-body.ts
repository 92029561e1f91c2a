import { describe } from '../common/describe.js'
import { InputError, toInputError } from '../errors/input-error.js'
import { createForm, type Uploadable } from './multipart.js'
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
  if (serialize) return toPayload(operation, serializeWith(operation, serialize, body, headers))
  if (operation.body?.media === 'form') return createForm(body as Readonly<Record<string, Uploadable>>)
  return { body: encodeJson(operation, body), headers: undefined, repeatable: true }
}

function serializeWith(
  operation: Operation,
  serialize: BodySerializer,
  body: unknown,
  headers: RequestInit['headers'],
): unknown {
  if (typeof serialize !== 'function') throw new InputError('bodySerializer', 'must be a function.', { operation })
  try {
    return serialize(body, headers)
  } catch (cause) {
    throw toInputError(cause, 'bodySerializer', operation, 'failed')
  }
}

/** Kinds of bodies, as `Object.prototype.toString` names them, in any realm. */
const bodies = /^\[object (Blob|File|FormData|URLSearchParams|ReadableStream|(Shared)?ArrayBuffer)\]$/

function toPayload(operation: Operation, given: unknown): Payload {
  const isBody =
    typeof given === 'string' || ArrayBuffer.isView(given) || bodies.test(Object.prototype.toString.call(given))
  if (!isBody)
    throw new InputError('bodySerializer', `must return a string or another body of fetch, got ${describe(given)}.`, {
      operation,
    })
  const body = given as NonNullable<RequestInit['body']>
  return {
    body,
    headers: typeof body === 'string' ? undefined : { 'Content-Type': null },
    repeatable: !(body instanceof ReadableStream),
  }
}

function encodeJson(operation: Operation, body: unknown): string {
  try {
    return JSON.stringify(body)
  } catch (cause) {
    throw toInputError(cause, 'body', operation, 'cannot be written as JSON')
  }
}
