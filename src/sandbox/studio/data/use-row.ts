import { useRef } from 'preact/hooks'
import { callControl } from '../control-client.js'
import { useLiveValue } from '../parts/use-live-value.js'
import type { DataRow } from './data-collections.js'
import { type DataPageRows, longestSearch } from './use-rows.js'

/** One row, by its key. */
export interface OneRow {
  /** What it last had. Undefined until it is loaded, and null if there is none. */
  readonly row: DataRow | null | undefined
  /** Whether it was there, and is no longer. */
  readonly isDeleted: boolean
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

/** Characters of a key in a URL. A server refuses much longer ones. */
const longestKey = 4_000

/**
 * Reads one row, and again when something changes.
 *
 * @param known - The row as a table shows it, until it is loaded.
 */
export function useRow({ of, app, channel, key, keyField }: RowPlace, known?: DataRow): OneRow {
  const place = JSON.stringify([of, app, channel, key])
  const { value, error } = useLiveValue(place, async (signal) => {
    // Half of a character would not be found.
    const search = key.slice(0, longestSearch).replace(/[\uD800-\uDBFF]$/, '')
    const sought = encodeURIComponent(key).length > longestKey ? { search, limit: 500 } : { key }
    const { rows } = await callControl<DataPageRows>('GET', '/rows', { query: { of, app, channel, ...sought }, signal })
    return rows.find((row) => String(row[keyField]) === key) ?? null
  })
  const kept = useRef({ place, row: known })
  if (kept.current.place !== place || value) kept.current = { place, row: value ?? known }
  const { row } = kept.current
  return { row: row ?? value, isDeleted: value === null && row !== undefined, error: error?.message }
}
