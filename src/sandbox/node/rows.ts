import type { Sandbox } from 'sceyt-platform/sandbox'
import { sortItems } from './row-order.js'
import { type RowSource, rowSource } from './row-source.js'

type Entries = RowSource['entries']

/** The entries of a collection that match a search, sorted. */
interface Result {
  readonly source: RowSource
  readonly entries: Entries
}

/** A page of a collection. */
export interface RowPage {
  /** How many items the collection has. */
  readonly total: number
  /** How many of them match the search. */
  readonly matched: number
  readonly rows: readonly object[]
}

const maxLimit = 500
/** Longer ones could make a search slow. */
const maxSearch = 200
/** The most results to keep. */
const maxResults = 16

/** The collections of a sandbox, searched and sorted. Results are kept until the state changes. */
export class Rows {
  readonly #sandbox: Sandbox
  readonly #results = new Map<string, Result>()

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  /** @throws RangeError naming the parameter that is missing or invalid. */
  page(query: URLSearchParams): RowPage {
    const offset = readNumber(query, 'offset', 0, 0, Number.MAX_SAFE_INTEGER)
    const limit = readNumber(query, 'limit', 100, 1, maxLimit)
    const { source, entries } = this.#result(query)
    const rows = entries.slice(offset, offset + limit).map(({ value }) => source.show(value))
    return { total: source.entries.length, matched: entries.length, rows }
  }

  #result(query: URLSearchParams): Result {
    const read = (name: string) => query.get(name) ?? undefined
    const [of, app, channel, sort, key] = ['of', 'app', 'channel', 'sort', 'key'].map(read)
    const [search = '', order = 'asc'] = [read('search'), read('order')]
    if (of === undefined) throw new RangeError('of is missing: give the name of a collection, such as users.')
    if (search.length > maxSearch) throw new RangeError(`search must be at most ${maxSearch} characters.`)
    if (order !== 'asc' && order !== 'desc')
      throw new RangeError(`order must be asc or desc, got ${JSON.stringify(order)}.`)
    if (key !== undefined) return resultOfKey(rowSource(this.#sandbox.stateOf(app), of, channel), key, search)
    const name = JSON.stringify([of, app, channel, search, sort, order])
    const known = this.#results.get(name)
    if (known) return known
    const source = rowSource(this.#sandbox.stateOf(app), of, channel)
    const found = search === '' ? source.entries : searchEntries(source, search.toLowerCase())
    const result = { source, entries: sortEntries(source, found, sort, order === 'desc') }
    this.#keep(name, result)
    return result
  }

  #keep(name: string, result: Result): void {
    if (this.#results.size === 0) {
      const unsubscribe = this.#sandbox.onChange(() => {
        unsubscribe()
        this.#results.clear()
      })
    }
    const [oldest] = this.#results.keys()
    if (this.#results.size === maxResults && oldest !== undefined) this.#results.delete(oldest)
    this.#results.set(name, result)
  }
}

/** Not kept, since a key is found at once. */
function resultOfKey(source: RowSource, key: string, search: string): Result {
  const value = source.find(key)
  const entries = value === undefined ? [] : [{ value }]
  return { source, entries: search === '' ? entries : searchEntries({ ...source, entries }, search.toLowerCase()) }
}

function searchEntries({ entries, contentOf }: RowSource, sought: string): Entries {
  return entries.filter(({ value }) => includes(contentOf(value), sought))
}

/** The beginning of a URL that contains a file, such as an avatar. By chance, anything short is in it. */
const contentUrl = /^data:[\w.+-]+\/[\w.+-]+[;,]/i

/** Searches for a text in lower case in every text and number. */
function includes(value: unknown, sought: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(sought) && !contentUrl.test(value)
  if (typeof value === 'number') return String(value).includes(sought)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inner) => includes(inner, sought))
}

/** @param path - The field to sort by, such as `owner.username`. Default: the order in which items were added. */
function sortEntries(source: RowSource, entries: Entries, path: string | undefined, isDescending: boolean): Entries {
  if (!path) return isDescending ? [...entries].reverse() : entries
  const [field = '', ...inner] = path.split('.')
  const read = ({ value }: Entries[number]) => source.read(value, field)
  if (inner.length === 0) return sortItems(entries, read, isDescending)
  return sortItems(entries, (entry) => inner.reduce(fieldOf, read(entry)), isDescending)
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? (value as Readonly<Record<string, unknown>>)[field]
    : undefined
}

function readNumber(query: URLSearchParams, name: string, otherwise: number, least: number, most: number): number {
  const text = query.get(name)
  if (text === null) return otherwise
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most)) {
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`
    throw new RangeError(`${name} must be a whole number, ${range}, got ${JSON.stringify(text)}.`)
  }
  return value
}
