import type { Operation } from '../operation/operation.js'
import type { Payload } from '../operation/payload.js'

/** Returns whether `fetch` resends text and bytes on its own when a kept-alive connection breaks. It does not resend a `Blob`. */
export function resendsBytes(): boolean {
  return Object.hasOwn(globalThis, 'Deno')
}

/** Protects the body of a non-idempotent call from a `fetch` that would resend it. */
export function protectFromResend(body: Payload['body'], { idempotent }: Operation): Payload['body'] {
  const isPlain = typeof body === 'string' || ArrayBuffer.isView(body)
  return isPlain && !idempotent && resendsBytes() ? new Blob([body]) : body
}
