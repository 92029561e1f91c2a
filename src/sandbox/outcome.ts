import { errorBody, type Problem } from './problem.js'

/** An answer, or none. */
export type Outcome = Answer | { readonly kind: 'reset' }

export interface Answer {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | null
  /** The connection is to break in the middle of the body. */
  readonly cut: boolean
}

/** An answer as JSON. */
export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { kind: 'answer', status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body), cut: false }
}

/** The answer to a request that is turned away. */
export function refusal({ status, message, headers }: Problem): Answer {
  return jsonAnswer(status, errorBody(status, message), headers)
}
