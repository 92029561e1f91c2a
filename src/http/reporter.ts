import type { CallState } from './call-state.js'

/** Receives the events of a call. */
export interface Reporter {
  /** @param names - The fields of the body that are not in the OpenAPI document. */
  unknownFields(call: CallState, names: readonly string[]): void
  request(call: CallState, url: string, init: RequestInit): void
  response(call: CallState, response: Response): void
  /** @param delay - Milliseconds until the next attempt. */
  retry(call: CallState, delay: number, status: number | undefined, error: unknown): void
  /** @param delay - Milliseconds until the end of the pause that the call waits for in the queue. */
  pause(call: CallState, delay: number): void
  error(call: CallState, error: unknown): void
}
