import { describe, expect, it } from 'vitest'
import type { Links, MessageList } from '../../src/index.js'
import { named, open } from './open.js'

const bodies = (count: number) =>
  Array.from({ length: count }, (_item, index) => ({ from: 'zoe', body: String(index) }))

async function openMessages(count: number) {
  const opened = open({
    seed: { users: named('zoe'), channels: [{ type: 'public', owner: 'zoe', messages: bodies(count) }] },
  })
  const [{ id } = { id: '' }] = (await opened.sceyt.channels.list()).items
  return { ...opened, id }
}

/** The query of a link, without its cursors. */
function queryOf(link: string | null | undefined): string | undefined {
  if (!link) return undefined
  const query = new URL(link).searchParams
  query.delete('after')
  query.delete('before')
  return String(query)
}

const queriesOf = ({ current, previews, next, first, last }: Links) =>
  [current, previews, next, first, last].map(queryOf)

describe('links', () => {
  it.each([
    ['at the start', 'limit=2&offset=0', undefined, 'limit=2&offset=2'],
    ['in the middle', 'limit=2&offset=2', 'limit=2&offset=0', 'limit=2&offset=4'],
    ['off the grid', 'limit=2&offset=1', 'limit=2&offset=0', 'limit=2&offset=3'],
    ['at the end', 'limit=2&offset=4', 'limit=2&offset=2', undefined],
    ['beyond the end', 'limit=2&offset=9', 'limit=2&offset=4', undefined],
  ])('%s', async (_where, query, previews, next) => {
    const { ask, id } = await openMessages(5)
    const { body } = await ask(`/channels/${id}/messages?${query}`)
    expect(queriesOf(body['links'] as Links)).toEqual([query, previews, next, 'limit=2&offset=0', 'limit=2&offset=4'])
  })

  it('are those of a single page if the list is empty', async () => {
    const { ask } = open()
    const { body } = await ask('/users')
    expect(body).toMatchObject({ count: 0, total_count: 0, users: [] })
    expect(queriesOf(body['links'] as Links)).toEqual([
      'limit=30&offset=0',
      undefined,
      undefined,
      'limit=30&offset=0',
      'limit=30&offset=0',
    ])
  })

  it('lead to the pages', async () => {
    const { sandbox, id } = await openMessages(5)
    const read = async (link: string) =>
      (await sandbox.fetch(link, { headers: { 'Platform-Api-Key': 'sandbox-key' } })).json() as Promise<MessageList>
    const first = await read(`https://any.example/v1/sandbox/channels/${id}/messages?limit=2`)
    expect(first.links.next).toMatch(/^https:\/\/any\.example\/v1\/sandbox\/channels\//)
    const second = await read(first.links.next ?? '')
    const last = await read(first.links.last ?? '')
    const before = await read(last.links.previews ?? '')
    expect([first, second, last, before].map(({ messages }) => messages.map(({ body }) => body).join(''))).toEqual([
      '01',
      '23',
      '4',
      '23',
    ])
    expect(await read(second.links.first ?? '')).toEqual(first)
  })
})

it.each([
  ['/users', 30],
  ['/channels', 20],
])('%s has %s items on a page by default', async (path, count) => {
  const users = Array.from({ length: 60 }, (_item, index) => ({ username: `user ${index}` }))
  const { ask } = open({ seed: { users, channels: users.map(() => ({ type: 'public' as const })) } })
  expect((await ask(path)).body).toMatchObject({ count, total_count: 60 })
})

it('messages have no total, and 50 items on a page by default', async () => {
  const { ask, id } = await openMessages(60)
  const { body } = await ask(`/channels/${id}/messages`)
  expect(body['count']).toBe(50)
  expect(body).not.toHaveProperty('total_count')
})

describe('while a list is read', () => {
  it('each item is returned once, though others are added and deleted', async () => {
    const { sceyt, id } = await openMessages(40)
    const all = (await sceyt.messages.list(id)).messages
    const read: string[] = []
    for await (const { body, id: messageId } of sceyt.messages.list(id, { limit: 4 })) {
      read.push(body)
      // Items that were read are deleted, and one that was not.
      await sceyt.messages.delete(id, messageId, { from: 'zoe' })
      if (body === '10') await sceyt.messages.delete(id, all[20]?.id ?? '', { from: 'zoe' })
      if (read.length === 30) await sceyt.messages.send(id, { from: 'zoe', body: 'last' })
    }
    expect(read).toEqual([...all.map(({ body }) => body).filter((body) => body !== '20'), 'last'])
  })

  it('its counts are current', async () => {
    const { sceyt } = open({ seed: { users: named('a', 'b', 'c', 'd', 'e') } })
    const pages = []
    for await (const { count, total_count, links } of sceyt.users.list({ limit: 2 }).pages()) {
      pages.push([count, total_count, queryOf(links.current)])
      if (pages.length === 1) await sceyt.users.delete('a')
    }
    expect(pages).toEqual([
      [2, 5, 'limit=2&offset=0'],
      [2, 4, 'limit=2&offset=1'],
      [1, 4, 'limit=2&offset=3'],
    ])
  })

  it('it can be read backwards, and no item is skipped', async () => {
    const { sceyt, ask, id } = await openMessages(11)
    const [oldest] = (await sceyt.messages.list(id)).messages
    const read: string[] = []
    let link = (await sceyt.messages.list(id, { limit: 3 })).links.last
    while (link) {
      const { body } = await ask(`/channels/${id}/messages${new URL(link).search}`)
      const page = body as unknown as MessageList
      read.unshift(...page.messages.map((message) => message.body))
      if (read.length === 2) await sceyt.messages.send(id, { from: 'zoe', body: 'new' })
      if (read.length === 5) await sceyt.messages.delete(id, oldest?.id ?? '', { from: 'zoe' })
      for (const message of page.messages) await sceyt.messages.delete(id, message.id, { from: 'zoe' })
      link = page.links.previews
    }
    expect(read).toEqual(
      bodies(11)
        .slice(1)
        .map(({ body }) => body),
    )
  })

  it('its filter applies to every page', async () => {
    const channels = Array.from({ length: 9 }, (_item, index) => ({
      type: index % 2 ? ('public' as const) : ('private' as const),
      label: `a b&${index}`,
    }))
    const { sceyt } = open({ seed: { channels } })
    const labels: unknown[] = []
    for await (const { id, label } of sceyt.channels.list({
      filter: ['type:eq:private', 'label:begins:a b&'],
      limit: 2,
    })) {
      labels.push(label)
      await sceyt.channels.delete(id)
    }
    expect(labels).toEqual(['a b&0', 'a b&2', 'a b&4', 'a b&6', 'a b&8'])
  })
})

it.each(['after=x', 'before=-1', 'after=', 'before=1e3', `after=${'9'.repeat(30)}`])(
  'rejects the cursor %s',
  async (cursor) => {
    const { ask } = open()
    const { status, body } = await ask(`/users?${cursor}`)
    expect([status, body.message]).toEqual([422, expect.stringContaining('must be a cursor from a link')])
  },
)
