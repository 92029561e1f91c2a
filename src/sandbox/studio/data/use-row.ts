import { callControl } from '../control-client.js'
import { useLiveValue } from '../parts/use-live-value.js'
import type { DataRow } from './data-collections.js'
import { type DataPageRows, longestSearch } from './use-rows.js'

/** One row, by its key. */
export interface OneRow {
  /** Undefined until it is loaded, and null if there is none. */
  readonly row: DataRow | null | undefined
  readonly error: string | undefined
}

interface RowPlace {
  readonly of: string
  readonly app: string
  readonly channel?: string | undefined
  readonly key: string
  /** The field that has the key. */
  readonly keyField: string
}

/** Reads one row, and again when something changes. */
export function useRow({ of, app, channel, key, keyField }: RowPlace): OneRow {
  const { value, error } = useLiveValue(JSON.stringify([of, app, channel, key]), async (signal) => {
    const query = { of, app, channel, search: key.slice(0, longestSearch), sort: keyField, limit: 500 }
    const { rows } = await callControl<DataPageRows>('GET', '/rows', { query, signal })
    return rows.find((row) => String(row[keyField]) === key) ?? null
  })
  return { row: value, error: error?.message }
}
