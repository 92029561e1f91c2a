import type { Redact } from '../errors/redact.js'
import type { Received } from './received.js'
import type { Sendable } from './sendable.js'

/** A property of the messages of the tracing channel, where `sceyt-platform/otel` puts a tracer at the start of a call. */
export const callTracer: unique symbol = Symbol.for('sceyt-platform.callTracer')

/** Functions around a call and its attempts, which make spans active. They do the work exactly once, and return its outcome. */
export interface CallTracer {
  /** @param work - Waits in the queue, makes the attempts, and calls the hooks. */
  call<T>(work: () => Promise<T>): Promise<T>
  /** @param send - Makes the attempt, with the headers of the request that it is given. */
  attempt(sendable: Sendable, redact: Redact, send: (sendable: Sendable) => Promise<Received>): Promise<Received>
}
