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
  /** The options of the client, and of the doctor, for such a server. */
  setting?: string
}

/** A fact before it is checked. */
export type Fact = Pick<Finding, 'fact' | 'mark' | 'expected'>

/** The reason why a fact could not be checked on a server that limits the rate of requests. */
export const rateLimited = '429, since the server limits the rate of requests'

/** Creates the finding of a fact that was checked. A 429 in place of its response shows nothing. */
export function checked(fact: Fact, holds: boolean, received: string): Finding {
  if (/^429\b/.test(received)) return notSeen(fact, rateLimited)
  return { ...fact, verdict: holds ? 'holds' : 'differs', received }
}

/** Creates the finding of a fact that could not be checked. */
export function notSeen(fact: Fact, why: string): Finding {
  return { ...fact, verdict: 'not seen', received: why }
}
