import type { ProbeResponse } from './probe.js'

/** Provenance of a fact in the OpenAPI document. */
export type Mark = 'documented' | 'observed' | 'decided' | 'inferred'

/** The result of checking one fact. */
export interface Finding {
  /** The fact, such as `GET /users: documented fields`. */
  fact: string
  mark: Mark
  verdict: 'holds' | 'differs' | 'not seen'
  /** The value in the OpenAPI document. */
  expected: string
  /** The behaviour of the server, or the reason why it could not be checked. Never a value of the application, so that the report can be shared. */
  received: string
  /** Why no response proves the fact, such as a rate limit. Then the examination is incomplete. */
  failure?: string
  /** The options of the client, and of the doctor, for such a server. */
  setting?: string
}

/** A fact before it is checked. */
export type Fact = Pick<Finding, 'fact' | 'mark' | 'expected'>

/** Creates the finding of a fact that was checked. */
export function checked(fact: Fact, holds: boolean, received: string): Finding {
  return { ...fact, verdict: holds ? 'holds' : 'differs', received }
}

/** Creates the finding of a fact that a response shows. A 429 proves nothing about the fact, nor does a response that is missing. */
export function checkedBy(
  { failure, summary }: ProbeResponse,
  fact: Fact,
  holds: boolean,
  received: string = summary,
): Finding {
  return failure === undefined ? checked(fact, holds, received) : { ...notSeen(fact, summary), failure }
}

/** Creates the finding of a fact that could not be checked. */
export function notSeen(fact: Fact, why: string): Finding {
  return { ...fact, verdict: 'not seen', received: why }
}
