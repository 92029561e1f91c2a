import type { ErrorContext } from '../errors/sceyt-error.js'
import { type Phase, TimeoutError } from '../errors/timeout-error.js'
import type { Operation } from '../operation/operation.js'
import type { Abortable } from './abort.js'
import type { CallTracer } from './call-tracer.js'
import type { Limits } from './deadline.js'
import { now } from './monotonic-clock.js'
import type { RateLimiter } from './rate-limiter.js'
import type { BodyFormat } from './read-body.js'

/** The limits of one call. */
export interface CallLimits {
  /** Aborts the call in any phase. */
  readonly signal: Abortable | undefined
  /** Milliseconds per attempt. */
  readonly timeout: number
  /** Milliseconds for all attempts and waits. */
  readonly totalTimeout: number
  /** Retries after the first attempt. */
  readonly maxRetries: number
  /** Bytes that a JSON body may have. */
  readonly maxResponseBytes: number
  /** Called before every attempt. */
  readonly limiter: RateLimiter | undefined
}

/** One call, for errors and hooks: what it is, and how far it has got. */
export interface CallState {
  readonly operation: Operation
  /** The same under the name that errors have: of the composed method, if this call is a step of one. */
  readonly called: Operation
  readonly limits: CallLimits
  /** Format in which to read the body of a 2xx response. */
  readonly format: BodyFormat
  /** Start of the call, on the clock of `now()`. */
  readonly started: number
  phase: Phase
  attempts: number
  /** How many of them were made before this request of a composed method, which repeats its create. */
  earlier: number
  /** Start of the last attempt, on the same clock; 0 if there was none. */
  attemptStarted: number
  /** End of the last attempt, if the call waits for a retry; else 0. */
  attemptEnded: number
  /** Whether an attempt that was retried may have taken effect. */
  unclear: boolean
  /** Id of the call, once it is observed or has failed. */
  id: string | undefined
  /** Makes the attempts, if the call is traced. */
  tracer?: CallTracer | undefined
}

let prefix: string | undefined
let calls = 0

/** Returns the id of a call, which only its events and errors need. */
export function callIdOf(call: CallState): string {
  prefix ??= Math.random().toString(36).slice(2, 10)
  call.id ??= `${prefix}-${++calls}`
  return call.id
}

/** Returns the facts about a call that every error carries. */
export function contextOf(call: CallState): ErrorContext {
  const { called, attempts, started } = call
  return { operation: called, callId: callIdOf(call), attempts, duration: now() - started }
}

/** Returns the milliseconds until `totalTimeout`. */
export function timeLeft({ limits, started }: CallState): number {
  return limits.totalTimeout - (now() - started)
}

/** Returns the limits of a wait within a call: its signal, and the rest of `totalTimeout`. */
export function waitLimits(call: CallState): Limits {
  const { signal, totalTimeout } = call.limits
  return {
    signal,
    timeout: timeLeft(call),
    onTimeout: () => new TimeoutError('totalTimeout', totalTimeout, call.phase, contextOf(call)),
  }
}

/** Returns the limits of an attempt, or of a middleware: `timeout`, or what is left of `totalTimeout`. */
export function attemptLimits(call: CallState): Limits {
  const { signal, timeout } = call.limits
  const left = timeLeft(call)
  const limit = left < timeout ? 'totalTimeout' : 'timeout'
  return {
    signal,
    timeout: Math.min(left, timeout),
    onTimeout: () => new TimeoutError(limit, call.limits[limit], call.phase, contextOf(call)),
  }
}
