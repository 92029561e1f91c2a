import type { ListPromise } from 'sceyt-platform'
import { valueAt } from '../../operation/json-pointer.js'
import type { Operation } from '../../operation/operation.js'

/**
 * Reads the pages of a list from a later page on. It ends as a list does that is read from its start: at a page without a link to
 * the next one, and at an empty one.
 *
 * @param query - The query of the first page to read.
 */
export async function* pagesFrom(
  list: ListPromise<unknown, unknown>,
  query: string,
  { name, pagination }: Operation,
): AsyncGenerator<unknown> {
  const { items = '', next } = pagination ?? {}
  const read = new Set<string>()
  for (let link: unknown = query; typeof link === 'string'; ) {
    // A server whose links lead in a circle would be read forever.
    if (read.has(link)) throw new Error(`${name}: the link to the next page leads to one that was read before.`)
    read.add(link)
    const page: unknown = await list.page(link)
    const all = valueAt(page, items)
    if (!Array.isArray(all)) throw new Error(`${name}: the response has no list at ${items}.`)
    yield page
    link = next === undefined || all.length === 0 ? undefined : valueAt(page, next)
  }
}
