import { InputError } from 'sceyt-platform'
import { readJournal } from '../../bulk/read-journal.js'
import type { RowCall } from './row-kind.js'

/** What stands here for the ids, and the URLs of files, of the application that rows are from. */
export class IdMap {
  readonly #ids = new Map<string, string>()
  readonly #urls = new Map<string, string>()

  /**
   * Adds the ids of channels that the journal of their import has.
   *
   * @throws InputError if it is not a journal.
   */
  add(journal: string): Promise<void> {
    return addFrom(journal, this.#ids)
  }

  /** Adds the URLs of files that the journal of their import has. */
  addUrls(journal: string): Promise<void> {
    return addFrom(journal, this.#urls)
  }

  /**
   * Returns the call of a row with what stands for its ids and URLs.
   *
   * @throws InputError if there are ids, and none for a path of the row: the same id may be of something else here.
   */
  apply(call: RowCall): RowCall {
    const body = this.#urls.size === 0 ? call.body : (this.#withUrls(call.body) as RowCall['body'])
    if (this.#ids.size === 0) return { ...call, body }
    const path = Object.fromEntries(
      Object.entries(call.path).map(([name, id]) => {
        const own = this.#ids.get(String(id))
        if (own === undefined) {
          const column = call.rule.path[name] as string
          throw new InputError(
            column,
            '',
            undefined,
            `${column} ${JSON.stringify(id)} was not imported. Nothing was sent.`,
          )
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
