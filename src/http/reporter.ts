import type { Call } from './call-state.js'

/** What the transport reports of a call: hooks and the log implement it. */
export interface Reporter {
  request(call: Call, url: string, init: RequestInit): void
  response(call: Call, response: Response): void
  retry(call: Call, delay: number, cause: unknown): void
  error(call: Call, error: unknown): void
}
