import { describe } from '../common/describe.js'
import { failWith, readOptions } from '../common/read-options.js'
import { captureStack } from '../errors/capture-stack.js'
import { InputError } from '../errors/input-error.js'
import { valueAt } from '../operation/json-pointer.js'
import type { Operation } from '../operation/operation.js'
import { type ApiPromise, LazyPromise, type Result, toApiPromise } from './api-promise.js'

/** The calls behind a list. */
export interface PageSource<Page> {
  operation: Operation
  /** The query of the first page, as it is sent. */
  query: string
  /** Fetches the page with a query; without one, the first page. */
  fetch(query?: string): Promise<Result<Page>>
  /** Creates the error for a page that is not valid. */
  fail(problem: string, response: Response): Error
}

/** Pages that may wait in memory for a caller that is slower than the server. */
const mostAhead = 100

/**
 * The pages of a list, to iterate over with `for await`. It is not a promise: `await` would give the generator itself,
 * so `then` has a type with which `await` does not compile. No object has it at run time.
 */
export interface Pages<Page> extends AsyncGenerator<Page, void, undefined> {
  /** Not a promise: use `for await`, or await the list itself for its first page. */
  then?(useForAwait: 'for await'): never
}

/**
 * A list. Await it for its first page, or iterate over it for every item of every page.
 * Nothing is sent before that, and pages are fetched one at a time, on demand.
 *
 * @example
 * ```ts
 * const { total_count } = await sceyt.users.list()
 * for await (const user of sceyt.users.list({ limit: 50 })) console.log(user.username)
 * ```
 */
export class ListPromise<Page, Item> extends LazyPromise<Page> {
  readonly #source: PageSource<Page>

  /** @internal The lists of the client return it. */
  constructor(source: PageSource<Page>) {
    super(async () => {
      try {
        return toEnvelope(source, await source.fetch())
      } catch (error) {
        // The checks run once the list is used, in a stack of their own.
        captureStack(error)
        throw error
      }
    })
    this.#source = source
  }

  /**
   * Iterates over the pages. It ends when there is no next page, or when a page is empty.
   *
   * @param options - `readAhead` is the maximum number of pages that are requested before they are asked for, while the caller
   * works on an earlier one. Default: 0, so that nothing is requested in vain.
   * @throws InputError if `readAhead` is not a whole number from 0 to 100, or if there are other options.
   *
   * @example
   * ```ts
   * for await (const page of sceyt.users.list({ limit: 50 }).pages()) console.log(page.count)
   * ```
   *
   * @example
   * With the next page on its way while this one is written to a file:
   * ```ts
   * const lines: string[] = []
   * for await (const { users } of sceyt.users.list({ limit: 50 }).pages({ readAhead: 1 })) {
   *   lines.push(...users.map((user) => JSON.stringify(user)))
   * }
   * ```
   */
  async *pages(options?: { readAhead?: number }): Pages<Page> {
    const readAhead = options === undefined ? 0 : this.#readAheadOf(options)
    const reading = { ended: false }
    const pages = this.#pages(reading)
    if (readAhead === 0) return yield* pages
    const ahead: Promise<IteratorResult<Page, void>>[] = []
    try {
      for (;;) {
        // A generator serves its callers in turn, so that each request follows the link in the page before it.
        while (ahead.length <= readAhead) {
          const page = pages.next()
          // An error belongs to the caller that asks for this page, which may never happen.
          page.catch(() => {})
          ahead.push(page)
        }
        const { done, value } = (await ahead.shift()) as IteratorResult<Page, void>
        if (done) return
        yield value
      }
    } finally {
      reading.ended = true
    }
  }

  #readAheadOf(options: object): number {
    const { operation } = this.#source
    const own = readOptions('options', options, 'option', ['readAhead'], failWith(InputError, operation))
    const { readAhead = 0 } = own as { readAhead?: unknown }
    if (!isLimit(readAhead) || readAhead > mostAhead) {
      const problem = `must be a whole number from 0 to ${mostAhead}, got ${describe(readAhead)}.`
      throw new InputError('readAhead', problem, { operation })
    }
    return readAhead
  }

  /** @param reading - Set to ended once no further page is wanted. */
  async *#pages(reading: { readonly ended: boolean }): AsyncGenerator<Page, void, undefined> {
    const { operation, fetch, fail } = this.#source
    let { data, response } = await this.result()
    let { query: current } = this.#source
    // Brent's cycle detection: one remembered query is enough to notice any loop, however long.
    let remembered = current
    let lap = 1
    for (let steps = 1; ; steps++) {
      const items = itemsOf<Item>(operation, data)
      if (!items) throw fail(`its list at ${operation.pagination?.items} is missing`, response)
      yield data
      if (reading.ended) return
      const next = operation.pagination?.next && items.length > 0 ? valueAt(data, operation.pagination.next) : null
      if (next === null || next === undefined) return
      const query = queryOf(next)
      if (query === undefined) throw fail('the URL of its next page is not a string', response)
      if (query === current || query === remembered) throw fail('its next page has been read before', response)
      if (steps === lap) {
        remembered = query
        lap *= 2
      }
      current = query
      ;({ data, response } = toEnvelope(this.#source, await fetch(query)))
    }
  }

  /**
   * Fetches the page that a link leads to, such as `links.next`, `links.previews`, or a query that was stored earlier. Its query
   * replaces that of the list. As with all pages, only the query of the link counts, whatever its origin, and its values are not
   * checked: a server may exceed the limits for callers.
   *
   * @param link - A URL, a path with a query, or a query with or without its `?`.
   * @returns The page.
   * @throws InputError if the link is null, as after the last page, or has no query.
   *
   * @example
   * An infinite scroll with a stateless server:
   * ```ts
   * async function loadMore(next?: string | null) {
   *   const list = sceyt.users.list({ limit: 20 })
   *   const { users, links } = await (next ? list.page(next) : list)
   *   return { names: users.map(({ username }) => username), next: links.next }
   * }
   *
   * const { next } = await loadMore()
   * if (next) await loadMore(next)
   * console.log(next) // null
   * ```
   */
  page(link: string | null | undefined): ApiPromise<Page> {
    return toApiPromise(this.#fetchPage(link))
  }

  async #fetchPage(link: unknown): Promise<Result<Page>> {
    const { operation, fetch } = this.#source
    const query = queryOf(link)
    if (!query?.includes('=')) {
      const hint = (link ?? '') === '' ? ' After the last page, `links.next` is null.' : ''
      throw new InputError('link', `must be a link to a page, or its query, got ${describe(link)}.${hint}`, {
        operation,
      })
    }
    return toEnvelope(this.#source, await fetch(query))
  }

  /**
   * Reads items into an array, from as many pages as it needs.
   *
   * @param options - `limit` is the maximum number of items: a whole number, or `Infinity` for every item. It has no default,
   * so that no list is read into memory by accident.
   * @returns The items.
   * @throws InputError if `limit` is missing or not valid, or if there are other options.
   *
   * @example
   * ```ts
   * const users = await sceyt.users.list().toArray({ limit: 200 })
   * console.log(users.length <= 200) // true
   * ```
   */
  async toArray(options: { limit: number }): Promise<Item[]> {
    const { operation } = this.#source
    const own = readOptions('options', options ?? {}, 'option', ['limit'], failWith(InputError, operation))
    const limit: unknown = own.limit
    if (!isLimit(limit)) {
      const problem = `must be a whole number, or Infinity for every item, got ${describe(limit)}.`
      throw new InputError('limit', problem, { operation })
    }
    const all: Item[] = []
    if (limit === 0) return all
    for await (const item of this) if (all.push(item) >= limit) break
    return all
  }

  /** Iterates over the items of every page. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) {
      for (const item of itemsOf<Item>(this.#source.operation, page) ?? []) yield item
    }
  }
}

function isLimit(limit: unknown): limit is number {
  return limit === Infinity || (Number.isSafeInteger(limit) && (limit as number) >= 0)
}

/** Wraps a bare array, as servers return for some lists, into a last page, so that callers see one shape. */
function toEnvelope<Page>({ operation }: PageSource<Page>, result: Result<Page>): Result<Page> {
  const pointer = operation.pagination?.items
  const { data } = result
  if (!Array.isArray(data) || !pointer) return result
  return { ...result, data: { count: data.length, links: { next: null }, [pointer.slice(1)]: data } as Page }
}

function itemsOf<Item>(operation: Operation, page: unknown): Item[] | undefined {
  const items = valueAt(page, operation.pagination?.items ?? '')
  return Array.isArray(items) ? items : undefined
}

/**
 * Returns the query of a URL, of a path, or the text itself if it is a query. Only the query counts: behind a proxy the host is
 * another one, and a hostile link must not be followed.
 */
function queryOf(link: unknown): string | undefined {
  if (typeof link !== 'string') return undefined
  const isQuery = /^[\w.%[\]-]+=/.test(link)
  const [, query] = (isQuery ? /^([^#]*)/ : /^[^?#]*\??([^#]*)/).exec(link) ?? []
  return query
}
