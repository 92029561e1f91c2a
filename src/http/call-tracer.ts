import type { Redact } from '../errors/redact.js'
import type { Received } from './received.js'
import type { Sendable } from './sendable.js'

/** A property of the messages of the tracing channel, where `sceyt-platform/otel` puts a tracer at the start of a call. */
export const callTracer: unique symbol = Symbol.for('sceyt-platform.callTracer')

/** Functions around a call and its attempts, which make spans active. They do the work exactly once, and return its outcome. */
export interface CallTracer {
  /** @param work - Waits in the queue, makes the attempts, and calls the hooks. */
  call<T>(work: () => Promise<T>): Promise<T>
  /** @param make - Makes the attempt. It begins the request once its body is open, so that there is no span of one that cannot be sent. */
  attempt(redact: Redact, make: (begin: BeginRequest) => Promise<Received>): Promise<Received>
}

/** Begins a request: starts its span, and adds headers to it. */
export type BeginRequest = (sendable: Sendable) => BegunRequest

/** A request in its span. */
export interface BegunRequest {
  readonly sendable: Sendable
  /** Calls `fetch` while the span is active. */
  send<T>(fetch: () => Promise<T>): Promise<T>
}
