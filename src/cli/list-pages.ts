import type { ListPromise } from 'sceyt-platform'
import { valueAt } from '../operation/json-pointer.js'
import type { Operation } from '../operation/operation.js'

/** The part of a list to read. */
export interface ListRange {
  /** Number of items; by default those of one page. */
  limit?: number | undefined
  /** The link to the page to begin with, or its query. */
  after?: string | undefined
}

/** A page of a list, cut to the requested number of items. */
export interface ListedPage {
  items: readonly unknown[]
  /** The query of the page after it, unless this is the last one. */
  next: string | undefined
}

type List = ListPromise<unknown, unknown>

/**
 * Reads a list page by page. The last page is requested with a smaller limit, so that its link continues right after the last item.
 *
 * @param open - Calls the method of the list with a query.
 */
export async function* listPages(
  operation: Operation,
  open: (query: Record<string, unknown>) => List,
  query: Readonly<Record<string, unknown>>,
  { limit, after }: ListRange,
): AsyncGenerator<ListedPage> {
  const { items: itemsAt, next: nextAt } = operation.pagination ?? { items: '' }
  const { limit: limitShape } = operation.query?.properties ?? {}
  const sizeOf = (rest: number) => Math.min(rest, limitShape?.maximum ?? Number.POSITIVE_INFINITY)
  let left = limit ?? Number.POSITIVE_INFINITY
  const size = limit === undefined || !limitShape ? undefined : sizeOf(left)
  const list = open({ ...query, ...(size !== undefined && { limit: size }) })
  let page: unknown = await (after === undefined ? list : list.page(withLimit(after, size)))
  const read = new Set<string>()
  for (;;) {
    const all = valueAt(page, itemsAt)
    if (!Array.isArray(all)) throw new Error(`${operation.name}: the response has no list at ${itemsAt}.`)
    const items = all.slice(0, left)
    left -= items.length
    const link = nextAt === undefined || all.length === 0 ? undefined : valueAt(page, nextAt)
    const next = typeof link === 'string' ? queryOf(link) : undefined
    yield { items, next: next === undefined ? undefined : withoutLimit(next) }
    if (next === undefined || limit === undefined || left === 0) return
    // A server whose links lead in a circle would be read forever.
    if (read.has(next))
      throw new Error(`${operation.name}: the link to the next page leads to one that was read before.`)
    read.add(next)
    page = await list.page(withLimit(next, limitShape && sizeOf(left)))
  }
}

function queryOf(link: string): string {
  return link.slice(link.indexOf('?') + 1).replace(/#.*/s, '')
}

/** Removes the limit, which is that of one page, from the query that a user continues with. */
function withoutLimit(query: string): string {
  return query
    .split('&')
    .filter((pair) => !pair.startsWith('limit='))
    .join('&')
}

/** Replaces the limit in the query of a link. */
function withLimit(link: string, limit: number | undefined): string {
  if (limit === undefined || !Number.isFinite(limit)) return link
  const others = queryOf(link)
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('limit='))
  return [...others, `limit=${limit}`].join('&')
}
