import type { Links } from '../../generated/schema.js'
import { encodeQuery } from '../operation/encode-url.js'
import { unacceptable } from './problem.js'
import { type Entry, indexOf } from './state/collection.js'
import type { Cursor } from './types.js'

/** The part of a call that decides on a page. */
export interface PageRequest {
  readonly url: string
  readonly query: { readonly limit?: number; readonly offset?: number; readonly filter?: readonly string[] }
  readonly cursor: Cursor
}

/** Names of the cursors in a query. The document has none: a client takes them from a link as they come. */
export const cursorNames = ['after', 'before'] as const

/**
 * Takes a page out of a list, in a time that does not depend on where it is.
 *
 * @param usualLimit - How many items a page has if the request does not say.
 */
export function paginate<T>(
  { url, query, cursor }: PageRequest,
  entries: readonly Entry<T>[],
  usualLimit: number,
): { items: T[]; links: Links } {
  const { limit = usualLimit, offset = 0, filter } = query
  const end = cursor.before === undefined ? undefined : indexOf(entries, placeOf('before', cursor.before))
  const start =
    end !== undefined
      ? Math.max(0, end - limit)
      : cursor.after === undefined
        ? offset
        : indexOf(entries, placeOf('after', cursor.after) + 1)
  const page = entries.slice(start, end ?? start + limit)
  const [first, last] = [page[0], page.at(-1)]
  const link = (at: number, cursor: { after?: number; before?: number } = {}) =>
    `${url}?${encodeQuery({ filter, limit, offset: at, ...cursor })}`
  const lastStart = Math.max(0, Math.ceil(entries.length / limit) - 1) * limit
  const following = start + page.length
  return {
    items: page.map(({ value }) => value),
    links: {
      current: `${url}?${encodeQuery({ filter, limit, offset: start, ...cursor })}`,
      previews:
        start === 0 ? null : first ? link(Math.max(0, start - limit), { before: first.place }) : link(lastStart),
      next: last && following < entries.length ? link(following, { after: last.place }) : null,
      first: link(0),
      last: link(lastStart),
    },
  }
}

function placeOf(name: string, cursor: string): number {
  return /^\d{1,15}$/.test(cursor)
    ? Number(cursor)
    : unacceptable(`${name} must be that of a link, got ${JSON.stringify(cursor)}.`)
}
