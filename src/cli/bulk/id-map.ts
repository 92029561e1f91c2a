import { readJournal } from '../../bulk/read-journal.js'
import { failColumn, type RowCall } from './row-kind.js'

/** Maps the ids and the file URLs of the application that was exported to those of this one. */
export class IdMap {
  readonly #ids = new Map<string, string>()
  readonly #urls = new Map<string, string>()

  /**
   * Adds the ids of channels from the journal of their import.
   *
   * @throws InputError if it is not a journal.
   */
  add(journal: string): Promise<void> {
    return addFrom(journal, this.#ids)
  }

  /** Adds the URLs of files from the journal of their import. */
  addUrls(journal: string): Promise<void> {
    return addFrom(journal, this.#urls)
  }

  /**
   * Replaces the ids and the URLs in the call of a row.
   *
   * @throws InputError if the map has ids, but not that of the row: here it may belong to something else.
   */
  apply(call: RowCall): RowCall {
    const body = this.#urls.size === 0 ? call.body : (this.#withUrls(call.body) as RowCall['body'])
    if (this.#ids.size === 0) return { ...call, body }
    const path = Object.fromEntries(
      Object.entries(call.path).map(([name, id]) => {
        const own = this.#ids.get(String(id))
        if (own === undefined) {
          const column = call.rule.path[name] as string
          failColumn(column, `${column} ${JSON.stringify(id)} was not imported. Nothing was sent.`)
        }
        return [name, own]
      }),
    )
    return { ...call, path, body }
  }

  #withUrls(value: unknown): unknown {
    if (typeof value === 'string') return this.#urls.get(value) ?? value
    if (Array.isArray(value)) return value.map((item) => this.#withUrls(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#withUrls(inner)]))
  }
}

async function addFrom(journal: string, map: Map<string, string>): Promise<void> {
  await readJournal(journal, {
    record: (record) => {
      const { from, to } = 'done' in record ? ((record.result ?? {}) as { from?: unknown; to?: unknown }) : {}
      if (typeof from === 'string' && typeof to === 'string') map.set(from, to)
    },
  })
}
