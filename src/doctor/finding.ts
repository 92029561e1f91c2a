/** How much is known of a fact, as the document says it. */
export type Mark = 'documented' | 'decided' | 'inferred'

/** What became of one fact, as far as the server showed it. */
export interface Finding {
  /** What is looked at, such as `GET /users: the body`. */
  fact: string
  mark: Mark
  verdict: 'holds' | 'differs' | 'not seen'
  /** What the document says. */
  due: string
  /** What came, or why nothing was seen. Never a value of the application's own: the report is there to be shown. */
  came: string
}

/** A fact before it was looked at. */
export type Fact = Pick<Finding, 'fact' | 'mark' | 'due'>

/** Says of a fact whether what came is what was due. */
export function judge(fact: Fact, holds: boolean, came: string): Finding {
  return { ...fact, verdict: holds ? 'holds' : 'differs', came }
}

/** Says why a fact could not be looked at. */
export function notSeen(fact: Fact, why: string): Finding {
  return { ...fact, verdict: 'not seen', came: why }
}
