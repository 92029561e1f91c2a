/** One way in which an operation differs from how it was released. */
export interface Change {
  /** Its operationId, or `every operation`. */
  readonly operation: string
  /** Such as `` `limit` is required now ``. */
  readonly what: string
  /** Where in the operation that is so, such as `response 200`; empty if it concerns the whole. */
  readonly places: readonly string[]
  /** Whether a caller who relies on the released document can be hurt. */
  readonly breaking: boolean
}

/** Notes a change. */
export type Report = (what: string, breaking: boolean) => void

/** Changes as they are found. What is so in several places of an operation is one change. */
export class Changes {
  readonly #found = new Map<string, Change & { places: string[] }>()

  /** Notes changes of one place of an operation. */
  at(operation: string, place?: string): Report {
    return (what, breaking) => {
      const key = JSON.stringify([operation, what, breaking])
      const change = this.#found.get(key) ?? { operation, what, places: [], breaking }
      if (place && !change.places.includes(place)) change.places.push(place)
      this.#found.set(key, change)
    }
  }

  /** Everything that was noted: what breaks comes first. */
  list(): Change[] {
    return [...this.#found.values()].sort((a, b) => Number(b.breaking) - Number(a.breaking))
  }
}
