import { describe, expect, it, onTestFinished } from 'vitest'
import { listRoles, listUsers } from '../../generated/operations.js'
import { ListPromise, type PageSource } from '../../src/client/list-promise.js'
import type { Operation } from '../../src/operation/operation.js'
import { failure, json, recordingClient } from '../lib/fetches.js'

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
    ['offset=4', 'offset=4'],
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

describe('page', () => {
  it.each([
    ['https://api.example/v1/app/users?limit=2&offset=2', second],
    ['https://evil.example:1/x?limit=2&offset=2#f', second],
    ['//evil.example/x?limit=2&offset=2', second],
    ['/users?limit=2&offset=2', second],
    ['users?limit=2&offset=2', second],
    ['?limit=2&offset=2', second],
    ['limit=2&offset=2', second],
    ['limit=2&offset=2#f', second],
    ['cursor=https://a.example/?b=c', 'cursor=https://a.example/?b=c'],
    ['filter%5B%5D=type:eq:public&offset=2', 'filter%5B%5D=type:eq:public&offset=2'],
    ['?offset=%32&cursor=a%2Fb', 'offset=%32&cursor=a%2Fb'],
    ['?limit=100&offset=1', 'limit=100&offset=1'],
    ['filter=type%3Dpublic', 'filter=type%3Dpublic'],
  ])('fetches the page of %s, and nothing else', async (next, query) => {
    const { list, asked } = listOf({ [query]: page(null, 'c') })
    expect(await list.page(next)).toEqual(page(null, 'c'))
    expect(asked).toEqual([query])
  })

  it('returns the response as well', async () => {
    const { list } = listOf(twoPages)
    expect(await list.page(second).withResponse()).toMatchObject({ data: twoPages[second], response, status: 200 })
  })

  it.each<[unknown, string]>([
    [null, 'null. After the last page, `links.next` is null.'],
    [undefined, 'undefined. After the last page, `links.next` is null.'],
    ['', '"". After the last page, `links.next` is null.'],
    ...['undefined', 'null', 'garbage', '$skip=10', ' limit=3', '/v1/app/users', '?', '?undefined', '#?limit=3'].map(
      (text): [unknown, string] => [text, `${JSON.stringify(text)}.`],
    ),
    [0, 'the number 0.'],
    [{ next: '?offset=2' }, 'an object.'],
    [['?offset=2'], 'an array.'],
    [new URL('https://api.example/users?offset=2'), 'an object (URL).'],
    [Symbol('next'), 'a symbol.'],
  ])('rejects %o, which is not a link to a page', async (next, received) => {
    const { list, asked } = listOf(twoPages)
    await expect(list.page(next as string)).rejects.toMatchObject({
      name: 'InputError',
      parameter: 'link',
      operationId: 'listUsers',
      message: `users.list: link must be a link to a page, or its query, got ${received}`,
    })
    expect(asked).toEqual([])
  })

  it('checks the parameters of the list, though those of the link replace them', async () => {
    const { sceyt, sent } = recordingClient(() => json({ users: [] }))
    const lists = [sceyt.users.list({ limit: 9000 }), sceyt.users.list({ limt: 3 } as object)]
    for (const list of lists) await expect(list.page('limit=1')).rejects.toMatchObject({ name: 'InputError' })
    expect(sent).toEqual([])
  })

  it('wraps a bare array', async () => {
    expect(await listOf({ [second]: ['a'] }).list.page(second)).toEqual({
      count: 1,
      links: { next: null },
      users: ['a'],
    })
  })
})

describe('toArray', () => {
  it.each([
    [0, [], []],
    [-0, [], []],
    [1, ['a'], [undefined]],
    [2, ['a', 'b'], [undefined]],
    [3, ['a', 'b', 'c'], [undefined, second]],
    [4, ['a', 'b', 'c'], [undefined, second]],
    [Infinity, ['a', 'b', 'c'], [undefined, second]],
  ])('reads up to %d items, from no more pages than it needs', async (limit, items, pages) => {
    const { list, asked } = listOf(twoPages)
    expect(await list.toArray({ limit })).toEqual(items)
    expect(asked).toEqual(pages)
  })

  it.each([
    [undefined, 'undefined'],
    [null, 'undefined'],
    [{}, 'undefined'],
    [{ limit: undefined }, 'undefined'],
    [{ limit: null }, 'null'],
    [{ limit: '5' }, '"5"'],
    [{ limit: 1.5 }, 'the number 1.5'],
    [{ limit: -1 }, 'the number -1'],
    [{ limit: -Infinity }, 'the number -Infinity'],
    [{ limit: Number.NaN }, 'the number NaN'],
    [{ limit: 2 ** 53 }, 'the number 9007199254740992'],
    [{ limit: 5n }, 'the bigint 5'],
    [{ limit: Symbol('all') }, 'a symbol'],
  ])('rejects %o', async (options, received) => {
    const { list, asked } = listOf(twoPages)
    await expect(list.toArray(options as { limit: number })).rejects.toMatchObject({
      name: 'InputError',
      parameter: 'limit',
      message: `users.list: limit must be a whole number, or Infinity for every item, got ${received}.`,
    })
    expect(asked).toEqual([])
  })

  it.each([
    [{ limt: 5 }, 'there is no option "limt"; did you mean "limit"?'],
    [{ limit: 5, signal: undefined, maximum: 1 }, 'there is no option "maximum"; use limit.'],
    [5, 'options must be an object, got the number 5.'],
  ])('rejects the options %o', async (options, message) => {
    const { list, asked } = listOf(twoPages)
    const error = await failure(list.toArray(options as { limit: number }))
    expect(error).toMatchObject({ name: 'InputError', message: expect.stringContaining(message) })
    expect(asked).toEqual([])
  })

  it('reads no limit of a polluted Object.prototype', async () => {
    Object.defineProperty(Object.prototype, 'limit', { value: 1, configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'limit'))
    await expect(listOf(twoPages).list.toArray({} as { limit: number })).rejects.toMatchObject({ parameter: 'limit' })
  })

  it('rejects where a page does, and does not fetch an awaited page again', async () => {
    const failure = new Error('failed')
    const { list, asked } = listOf({ '': page(link(2), 'a'), [second]: failure })
    await list
    expect(await list.toArray({ limit: 1 })).toEqual(['a'])
    await expect(list.toArray({ limit: 2 })).rejects.toBe(failure)
    expect(asked).toEqual([undefined, second])
  })
})

describe('pages that are read ahead', () => {
  const query = (offset: number) => `limit=2&offset=${offset}`
  const fourPages = {
    '': page(link(2), 'a'),
    [query(2)]: page(link(4), 'b'),
    [query(4)]: page(link(6), 'c'),
    [query(6)]: page(null, 'd'),
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve))

  it.each([0, 1, 2, 100])('are the same pages, in the same order: %i ahead', async (readAhead) => {
    const { list, asked } = listOf(fourPages)
    expect(await collect(list.pages({ readAhead }))).toEqual(Object.values(fourPages))
    expect(asked).toHaveLength(4)
  })

  it.each([
    [0, 1],
    [1, 2],
    [2, 3],
  ])('are requested while the caller works: with %i ahead, %i requests', async (readAhead, requests) => {
    const { list, asked } = listOf(fourPages)
    await list.pages({ readAhead }).next()
    await settle()
    expect(asked).toHaveLength(requests)
  })

  it('end with the caller: no further page is requested', async () => {
    const { list, asked } = listOf(fourPages)
    for await (const _page of list.pages({ readAhead: 1 })) break
    await settle()
    expect(asked).toHaveLength(2)
  })

  it('fail when the caller asks for the page that failed', async () => {
    const problem = new Error('gone')
    const pages = listOf({ ...fourPages, [query(2)]: problem }).list.pages({ readAhead: 2 })
    expect(await pages.next()).toEqual({ done: false, value: fourPages[''] })
    await settle()
    await expect(pages.next()).rejects.toBe(problem)
    expect(await pages.next()).toEqual({ done: true, value: undefined })
  })

  it.each([-1, 1.5, 101, Number.NaN, '1', null])('are refused for %j', async (readAhead) => {
    const { list, asked } = listOf(fourPages)
    await expect(list.pages({ readAhead: readAhead as number }).next()).rejects.toMatchObject({
      name: 'InputError',
      parameter: 'readAhead',
      message: expect.stringContaining('from 0 to 100'),
    })
    await expect(list.pages({ ahead: 1 } as object).next()).rejects.toThrow('there is no option "ahead"')
    expect(asked).toEqual([])
  })
})
