import { InputError } from '../errors/input-error.js'
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
  if (serialize) return toPayload(serialize(body, headers))
  if (operation.body?.media === 'form') return createForm(body as Readonly<Record<string, Uploadable>>)
  return { body: encodeJson(body), repeatable: true }
}

function toPayload(body: NonNullable<RequestInit['body']>): Payload {
  return {
    body,
    headers: typeof body === 'string' ? undefined : { 'Content-Type': null },
    repeatable: !(body instanceof ReadableStream),
  }
}

function encodeJson(body: unknown): string {
  try {
    return JSON.stringify(body)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new InputError('body', `cannot be written as JSON: ${reason}`, { cause })
  }
}
