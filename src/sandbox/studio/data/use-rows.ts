import { useRef } from 'preact/hooks'
import { callControl } from '../control-client.js'
import { useLiveValue } from '../parts/use-live-value.js'
import type { DataRow } from './data-collections.js'

/** Which rows to read. */
export interface RowQuery {
  readonly of: string
  readonly app: string
  readonly channel?: string | undefined
  readonly search?: string | undefined
  readonly sort?: string | undefined
  readonly order?: string | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** A page of rows. */
export interface DataPageRows {
  readonly total: number
  readonly matched: number
  readonly rows: readonly DataRow[]
}

/** The longest text that the server searches for. */
export const longestSearch = 200

/** What was last read. */
interface ReadRows {
  readonly page: DataPageRows | undefined
  /** Whether it is the page that is sought, and not that of the last query. */
  readonly isCurrent: boolean
  readonly error: string | undefined
}

/** Reads a page of rows, and again when something changes. Until there are rows for another query, it keeps those of the last one. */
export function useRows(query: RowQuery): ReadRows {
  const key = JSON.stringify(query)
  const { value, error } = useLiveValue(key, (signal) =>
    callControl<DataPageRows>('GET', '/rows', { query: { ...query }, signal }),
  )
  const place = `${query.app} ${query.of} ${query.channel}`
  const last = useRef<{ place: string; page: DataPageRows } | undefined>(undefined)
  if (value) last.current = { place, page: value }
  const kept = last.current?.place === place ? last.current.page : undefined
  return { page: value ?? kept, isCurrent: value !== undefined, error: error?.message }
}
