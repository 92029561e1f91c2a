import type { UnknownField } from '../operation/check-input.js'
import type { CallState } from './call-state.js'

/** Receives the events of a call. */
export interface Reporter {
  unknownFields(call: CallState, fields: readonly UnknownField[]): void
  request(call: CallState, url: string, init: RequestInit): void
  response(call: CallState, response: Response): void
  /** @param delay - Milliseconds until the next attempt. */
  retry(call: CallState, delay: number, status: number | undefined, error: unknown): void
  /** @param delay - Milliseconds until the end of the pause that the call waits for in the queue. */
  pause(call: CallState, delay: number): void
  error(call: CallState, error: unknown): void
  /** @param problem - The mistake of a middleware that does not change the outcome of the call. */
  middleware(call: CallState, problem: string): void
}
