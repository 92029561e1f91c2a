import { errorBody, type Problem } from './problem.js'

/** An answer, or none. */
export type Outcome =
  | Answer
  | {
      /** That the connection is to break instead. */
      readonly kind: 'reset'
    }

/** What is sent back. */
export interface Answer {
  /** That there is an answer. */
  readonly kind: 'answer'
  /** The status, such as 200. */
  readonly status: number
  /** The headers, by their names as they are written. */
  readonly headers: Readonly<Record<string, string>>
  /** The body: JSON as text, or a file's bytes, or none. */
  readonly body: string | Uint8Array<ArrayBuffer> | null
  /** The connection is to break in the middle of the body. */
  readonly cut: boolean
}

/** An answer as JSON. */
export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    kind: 'answer',
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    cut: false,
  }
}

/** The answer to a request that is turned away. */
export function refusal(problem: Problem): Answer {
  return jsonAnswer(problem.status, errorBody(problem), problem.headers)
}
