import { readJournal } from '../../bulk/read-journal.js'

/** The ids of what an earlier import has created, by those in the application that its rows are from. */
export class IdMap {
  readonly #ids = new Map<string, string>()

  /**
   * Adds the ids that a journal has.
   *
   * @throws InputError if it is not a journal.
   */
  async add(journal: string): Promise<void> {
    await readJournal(journal, {
      record: (record) => {
        const { from, to } = 'done' in record ? ((record.result ?? {}) as { from?: unknown; to?: unknown }) : {}
        if (typeof from === 'string' && typeof to === 'string') this.#ids.set(from, to)
      },
    })
  }

  get size(): number {
    return this.#ids.size
  }

  /** Returns the id that stands for one of the other application. */
  get(id: string): string | undefined {
    return this.#ids.get(id)
  }
}
