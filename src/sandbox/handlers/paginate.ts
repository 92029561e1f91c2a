import { defaultLimits } from '../../../generated/rules.js'
import type { Links } from '../../../generated/schema.js'
import { encodeQuery } from '../../operation/encode-url.js'
import { quote, unacceptable } from '../problem.js'
import { type Entry, indexOf } from '../state/collection.js'
import type { Cursor } from './handler.js'

/** The parts of a call that determine the page. */
export interface PageRequest {
  readonly operation: keyof typeof defaultLimits
  readonly url: string
  readonly query: { readonly limit?: number; readonly offset?: number; readonly filter?: readonly string[] }
  readonly cursor: Cursor
}

/** Reads the cursor of a query. The document does not have it: clients only follow links that contain one. */
export function cursorOf({ after, before }: Readonly<Record<string, unknown>>): Cursor {
  return { after, before } as Cursor
}

/** Returns a page of a list, in a time that does not depend on its position. */
export function paginate<T>(
  { operation, url, query, cursor }: PageRequest,
  entries: readonly Entry<T>[],
): { items: T[]; links: Links } {
  const { limit = defaultLimits[operation], offset = 0, filter } = query
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
    : unacceptable(`${name} must be a cursor from a link, got ${quote(cursor)}.`)
}
