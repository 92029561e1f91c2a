import { failJournal, readJournal } from '../../bulk/read-journal.js'
import { statFile } from '../stat-file.js'
import { failColumn, type RowCall } from './row-kind.js'

/** Maps the ids and the file URLs of the application that was exported to those of this one. */
export class IdMap {
  readonly #baseUrl: string
  readonly #ids = new Map<string, string>()
  readonly #urls = new Map<string, string>()
  /** Whether every id must be in the map: any other may belong to something else here. */
  #isComplete = false

  /** @param baseUrl - The base URL of this application. */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl
  }

  /** Rejects every id that is not in the map from now on. */
  complete(): void {
    this.#isComplete = true
  }

  /**
   * Adds the ids of channels from the journal of their import.
   *
   * @throws InputError if it is not a journal, or that of another import.
   */
  add(journal: string): Promise<void> {
    this.complete()
    return this.#addFrom(journal, 'channels', this.#ids)
  }

  /** Adds the URLs of files from the journal of their import. */
  addUrls(journal: string): Promise<void> {
    return this.#addFrom(journal, 'files', this.#urls)
  }

  /**
   * Replaces the ids and the URLs in the call of a row. Its `id` stays: it is the one that the map has.
   *
   * @throws InputError if the id of the row is not in the map.
   */
  apply(call: RowCall): RowCall {
    const hasUrls = this.#urls.size > 0
    const body = hasUrls ? (this.#withUrls(call.body) as RowCall['body']) : call.body
    const fields = hasUrls ? (this.#withUrls(call.fields) as RowCall['fields']) : call.fields
    if (!this.#isComplete) return { ...call, body, fields }
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
    return { ...call, path, body, fields }
  }

  #withUrls(value: unknown): unknown {
    if (typeof value === 'string') return this.#urls.get(value) ?? value
    if (Array.isArray(value)) return value.map((item) => this.#withUrls(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#withUrls(inner)]))
  }

  async #addFrom(journal: string, what: string, map: Map<string, string>): Promise<void> {
    await statFile(journal)
    const expected = `an import of ${what} to ${this.#baseUrl}`
    let found = false
    await readJournal(journal, {
      header: (job) => {
        found = job.startsWith(`import of ${what} `) && job.endsWith(` to ${this.#baseUrl}`)
        if (!found) failJournal(journal, `is the journal of another job: ${job}. Expected ${expected}.`)
      },
      record: (record) => {
        const { from, to } = 'done' in record ? ((record.result ?? {}) as { from?: unknown; to?: unknown }) : {}
        if (typeof from === 'string' && typeof to === 'string') map.set(from, to)
      },
    })
    if (!found) failJournal(journal, `is empty. Expected the journal of ${expected}.`)
  }
}

/** Returns what a journal keeps of a row: its id in the file, and the new one, if other rows refer to it. */
export function toIdRecord({ rule, fields }: RowCall, to: unknown): unknown {
  const from = fields['id']
  return rule.id === undefined || from === undefined || to === undefined ? undefined : { from, to }
}
