import type { ErrorContext, Phase } from '../errors/errors.js'
import type { StreamedForm } from '../operation/multipart.js'
import type { Operation } from '../operation/operation.js'
import type { BodyFormat } from './read-body.js'

/** One call on its way. Every room that it passes reads what it is, and notes what became of it. */
export interface Call {
  readonly operation: Operation
  /** How the body of the answer is handed on. */
  readonly format: BodyFormat
  /** Whether the caller adds headers. */
  readonly ownHeaders: boolean
  /** What `fetch` is told besides, by raw calls. */
  readonly init: RequestInit | undefined
  readonly body: NonNullable<RequestInit['body']> | undefined
  /** In place of a body: a form that is read while it is sent. */
  readonly form: StreamedForm | undefined
  /** Milliseconds per attempt. */
  readonly timeout: number
  /** Milliseconds for all attempts and waits. */
  readonly totalTimeout: number
  /** How often the call may be sent again. */
  readonly maxRetries: number
  /** How large the JSON of an answer may be. */
  readonly maxResponseBytes: number
  /** When the call began, on the clock of `performance.now()`. */
  readonly started: number
  /** Ends the call, wherever it is. */
  readonly signal: AbortSignal | undefined
  phase: Phase
  attempts: number
  /** The answer whose body was read, and that body: text, or what the format says. */
  answer: Response | undefined
  content: unknown
}

/** What an error tells of a call. */
export function contextOf({
  operation,
  attempts,
  started,
}: Call): ErrorContext & { attempts: number; duration: number } {
  return { operation, attempts, duration: performance.now() - started }
}

/** Milliseconds that are left for a call. */
export function timeLeft({ totalTimeout, started }: Call): number {
  return totalTimeout - (performance.now() - started)
}
