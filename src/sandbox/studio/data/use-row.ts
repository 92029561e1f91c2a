import { useRef } from 'preact/hooks'
import { callControl } from '../control-client.js'
import { useLiveValue } from '../parts/use-live-value.js'
import type { DataRow } from './data-collections.js'
import type { DataPageRows } from './use-rows.js'

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
}

/**
 * Reads one row, and again when something changes.
 *
 * @param known - The row as a table shows it, until it is loaded.
 */
export function useRow({ of, app, channel, key }: RowPlace, known?: DataRow): OneRow {
  const place = JSON.stringify([of, app, channel, key])
  const { value, error } = useLiveValue(place, async (signal) => {
    const { rows } = await callControl<DataPageRows>('GET', '/rows', { query: { of, app, channel, key }, signal })
    return rows[0] ?? null
  })
  const kept = useRef({ place, row: known })
  if (kept.current.place !== place || value) kept.current = { place, row: value ?? known }
  const { row } = kept.current
  return { row: row ?? value, isDeleted: value === null && row !== undefined, error: error?.message }
}
