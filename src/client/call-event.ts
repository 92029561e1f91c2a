import { type CallState, callIdOf } from '../http/call-state.js'
import { now } from '../http/monotonic-clock.js'

/** The fields of every event, and of every message of the tracing channel. */
export interface CallEvent {
  /**
   * Id of the call, the same for all of its attempts and unique among the clients of a process, such as `k3v9x0qa-17`.
   * Each page of a list and each step of a composed method counts as a separate call; a create that is repeated is one step.
   */
  readonly callId: string
  /** The operation of the OpenAPI document, such as `createUser`. */
  readonly operationId: string
  /** Its name in the client, such as `users.create`. */
  readonly name: string
  /** The HTTP method, such as `POST`. */
  readonly method: string
  /** The path template, such as `/users/{username}`. */
  readonly path: string
  /** Number of the attempt, from 1; 0 if nothing was sent. */
  readonly attempt: number
  /** Duration of this attempt so far, in milliseconds; 0 if nothing was sent. */
  readonly attemptDuration: number
  /** Milliseconds since the start of the call. */
  readonly duration: number
}

/** Describes a call at a time. */
export function toCallEvent(call: CallState, time = now()): CallEvent {
  const { operation, attempts, attemptStarted, attemptEnded, started } = call
  return {
    callId: callIdOf(call),
    operationId: operation.id,
    name: operation.name,
    method: operation.method,
    path: operation.path,
    attempt: attempts,
    attemptDuration: attempts === 0 ? 0 : (attemptEnded || time) - attemptStarted,
    duration: time - started,
  }
}
