/** One way in which an operation differs from how it was released. */
export interface Change {
  /** Its operationId, or `every operation`. */
  readonly operation: string
  /** Such as `` `limit` is required now ``. */
  readonly what: string
  /** The places in the operation, such as `response 200`; empty if the change is about the whole. */
  readonly places: readonly string[]
  /** Whether it can break a caller who relies on the released document. */
  readonly breaking: boolean
}

/** Reports a change. */
export type Report = (what: string, breaking: boolean) => void

/** Collects changes. The same one in several places of an operation counts once. */
export class Changes {
  readonly #found = new Map<string, Change & { places: string[] }>()

  /** Reports changes of one place of an operation. */
  at(operation: string, place?: string): Report {
    return (what, breaking) => {
      const key = JSON.stringify([operation, what, breaking])
      const change = this.#found.get(key) ?? { operation, what, places: [], breaking }
      if (place && !change.places.includes(place)) change.places.push(place)
      this.#found.set(key, change)
    }
  }

  /** Lists all changes, breaking ones first. */
  list(): Change[] {
    return [...this.#found.values()].sort((a, b) => Number(b.breaking) - Number(a.breaking))
  }
}
