import { expect, it } from 'vitest'
import { pagesFrom } from '../../../src/cli/bulk/pages-from.js'
import { operationOf } from '../../../src/cli/bulk/row-kind.js'
import type { Fetch, ListPromise } from '../../../src/index.js'
import { failure, json, recordingClient } from '../../lib/fetches.js'

const offsetOf = (url: unknown) => Number(new URL(String(url)).searchParams.get('offset'))
const linkTo = (offset: number) => `https://api.example.com/v1/app/users?limit=2&offset=${offset}`
const page = (count: number, next: string | null) =>
  json({ count, total_count: 9, links: { next }, users: Array(count).fill({ username: 'zoe' }) })

/** Reads a list from its second page on, and returns the number of pages. */
async function read(respond: Fetch) {
  const list = recordingClient(respond).sceyt.users.list() as unknown as ListPromise<unknown, unknown>
  let pages = 0
  for await (const _page of pagesFrom(list, 'limit=2&offset=2', operationOf('listUsers'))) pages++
  return pages
}

it.each<[string, Fetch]>([
  ['without a link', async (url) => page(2, offsetOf(url) < 6 ? linkTo(offsetOf(url) + 2) : null)],
  [
    'that is empty, on a server that always links to a next one',
    async (url) => page(offsetOf(url) < 6 ? 2 : 0, linkTo(offsetOf(url) + 2)),
  ],
])('the pages of a list end at one %s', async (_name, respond) => {
  expect(await read(respond)).toBe(3)
})

it('a link to a page that was read before is an error', async () => {
  const error = await failure(read(async (url) => page(2, linkTo(offsetOf(url) === 2 ? 4 : 2))))
  expect(String(error)).toContain('users.list: the link to the next page leads to one that was read before.')
})

it('a page without a list is an error', async () => {
  expect(String(await failure(read(async () => json({ links: {} }))))).toContain('the response has no list at /users.')
})
