import { describe, expect, it } from 'vitest'
import { listRoles, listUsers } from '../../generated/operations.js'
import { ListPromise, type PageSource } from '../../src/client/list-promise.js'
import type { Operation } from '../../src/operation/operation.js'

type Page = { users?: unknown; count?: number; links?: { next?: unknown } } | unknown[]

const response = new Response()
const page = (next: unknown, ...users: unknown[]): Page => ({ users, links: { next } })
const link = (offset: number) => `https://api.example/v1/app/users?limit=2&offset=${offset}`
const second = 'limit=2&offset=2'
const twoPages = { '': page(link(2), 'a', 'b'), [second]: page(null, 'c') }

/** A list over pages by their query, which notes what is asked for; '' is the first page. */
function listOf(pages: Readonly<Record<string, unknown>>, operation: Operation = listUsers) {
  const asked: (string | undefined)[] = []
  const source: PageSource<Page> = {
    operation,
    query: 'limit=2',
    fetch: async (query) => {
      asked.push(query)
      if (asked.length > 50) throw new Error('fetches without end')
      const data = pages[query ?? '']
      if (data instanceof Error) throw data
      return { data: data as Page, response, attempts: 1, duration: 0, redact: (text) => text }
    },
    fail: (problem, at) => Object.assign(new Error(problem), { at }),
  }
  return { asked, list: new ListPromise<Page, unknown>(source) }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('a list', () => {
  it('gives every item of every page, in order, or every page', async () => {
    const { list, asked } = listOf(twoPages)
    expect(await collect(list)).toEqual(['a', 'b', 'c'])
    expect(asked).toEqual([undefined, second])
    expect(await collect(listOf(twoPages).list.pages())).toEqual([twoPages[''], twoPages[second]])
  })

  it('gives its first page and the response when it is awaited, and does not fetch it again for iteration', async () => {
    const { list, asked } = listOf(twoPages)
    expect(await list).toBe(twoPages[''])
    expect((await list.withResponse()).response).toBe(response)
    expect(asked).toEqual([undefined])
    expect(await collect(list)).toEqual(['a', 'b', 'c'])
    expect(asked).toEqual([undefined, second])
  })

  it('sends nothing before it is used, and fetches each page on demand', async () => {
    const { list, asked } = listOf(twoPages)
    const items = list[Symbol.asyncIterator]()
    await Promise.resolve()
    expect(asked).toEqual([])
    await items.next()
    await items.next()
    expect(asked).toEqual([undefined])
    expect(await items.next()).toEqual({ done: false, value: 'c' })
    expect(asked).toEqual([undefined, second])
    expect(await items.next()).toEqual({ done: true, value: undefined })
    expect(asked).toHaveLength(2)
  })

  it('fetches no more once the loop is left', async () => {
    const { list, asked } = listOf(twoPages)
    for await (const item of list) if (item === 'b') break
    for await (const _page of list.pages()) break
    await Promise.resolve()
    expect(asked).toEqual([undefined])
  })

  it('fails where a page fails, after the items before it', async () => {
    const failure = new Error('failed')
    const { list } = listOf({ '': page(link(2), 'a'), [second]: failure })
    const items = list[Symbol.asyncIterator]()
    expect((await items.next()).value).toBe('a')
    await expect(items.next()).rejects.toBe(failure)
    await expect(collect(listOf({ '': failure }).list)).rejects.toBe(failure)
  })
})

it('the pages of a list are a generator, with no `then` that would make a promise of it', async () => {
  const { list } = listOf(twoPages)
  const pages = list.pages()
  expect('then' in pages).toBe(false)
  expect(await Promise.all([pages])).toEqual([pages])
  expect((await pages.next()).value).toEqual(page(link(2), 'a', 'b'))
})

describe('the next page', () => {
  it.each([
    ['https://evil.example/x?limit=2&offset=4#f', 'limit=2&offset=4'],
    ['?offset=4', 'offset=4'],
    ['//evil.example?a=%2F%20+&b=?&&c', 'a=%2F%20+&b=?&&c'],
    ['https://evil.example/x#?offset=4', ''],
    ['https://evil.example/x', ''],
  ])('of %s is asked for with the query %j and nothing else', async (next, query) => {
    const { list, asked } = listOf({ [query]: page(null, 'b'), '': page(next, 'a') })
    const pages = list.pages()
    await pages.next()
    await pages.next()
    expect(asked).toEqual([undefined, query])
  })

  it.each([{ links: { next: null } }, { links: { next: undefined } }, { links: {} }, { links: null }, {}])(
    'is not looked for after %j',
    async (rest) => {
      const { list, asked } = listOf({ '': { users: ['a'], ...rest } })
      expect(await collect(list)).toEqual(['a'])
      expect(asked).toHaveLength(1)
    },
  )

  it('is not looked for after an empty page, even if it has a link', async () => {
    const { list, asked } = listOf({ '': page(link(2), 'a'), [second]: page(link(4)) })
    expect(await collect(list)).toEqual(['a'])
    expect(asked).toEqual([undefined, second])
  })

  it.each([5, 0, true, false, {}, { href: '?offset=2' }])('cannot be %j', async (next) => {
    const { list } = listOf({ '': page(next, 'a') })
    await expect(collect(list)).rejects.toMatchObject({
      message: 'the URL of its next page is not a string',
      at: response,
    })
  })
})

describe('a list that goes in a circle', () => {
  const circle = (length: number, start: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `limit=2&offset=${start + index}`,
        page(link(start + ((index + 1) % length)), index),
      ]),
    )

  it.each([1, 2, 3, 5])('is noticed if it is of %i pages', async (length) => {
    await expect(collect(listOf({ '': page(link(0), 'a'), ...circle(length, 0) }).list)).rejects.toThrow('read before')
  })

  it('is noticed after pages that are fine', async () => {
    const pages = { '': page(link(1), 'a'), 'limit=2&offset=1': page(link(3), 'b') }
    await expect(collect(listOf({ ...pages, ...circle(3, 3) }).list)).rejects.toThrow('read before')
  })

  it('is noticed before a page is fetched twice in a row', async () => {
    const first = listOf({ '': page('?limit=2', 'a') })
    await expect(collect(first.list)).rejects.toThrow('read before')
    expect(first.asked).toHaveLength(1)
    const fourth = listOf({ '': page('?1', 'a'), 1: page('?2', 'b'), 2: page('?3', 'c'), 3: page('?3', 'd') })
    await expect(collect(fourth.list)).rejects.toThrow('read before')
    expect(fourth.asked).toEqual([undefined, '1', '2', '3'])
  })

  it('is not suspected in a list of many pages', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index)
    const pages = Object.fromEntries(
      numbers.map((index) => [
        index ? `limit=2&offset=${index}` : '',
        page(index < 39 ? link(index + 1) : null, index),
      ]),
    )
    expect(await collect(listOf(pages).list)).toEqual(numbers)
  })
})

describe('a list that is a bare array', () => {
  it('becomes a last page, where pages are objects', async () => {
    const { list } = listOf({ '': ['a', 'b'] })
    expect(await list).toEqual({ count: 2, links: { next: null }, users: ['a', 'b'] })
    expect(await collect(list)).toEqual(['a', 'b'])
    expect(await collect(listOf({ '': page(link(2), 'a'), [second]: ['b'] }).list)).toEqual(['a', 'b'])
    expect(await collect(listOf({ '': [] }).list)).toEqual([])
  })

  it('stays what it is, where the document says so', async () => {
    const { list, asked } = listOf({ '': ['a', 'b'] }, listRoles)
    expect(await list).toEqual(['a', 'b'])
    expect(await collect(list)).toEqual(['a', 'b'])
    expect(asked).toHaveLength(1)
  })
})

it.each([{}, { users: null }, { users: {} }, { items: ['a'] }])(
  'a page without its items is an error that names their place: %j',
  async (broken) => {
    await expect(collect(listOf({ '': broken }).list)).rejects.toMatchObject({
      message: expect.stringContaining('/users'),
      at: response,
    })
  },
)
