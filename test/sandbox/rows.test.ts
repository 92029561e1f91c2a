import { expect, it } from 'vitest'
import { createSceyt } from '../../src/index.js'
import type { Seed } from '../../src/sandbox/index.js'
import { control } from './control.js'
import { named } from './open.js'
import { type Served, serveSandbox } from './served.js'

const at = '2026-01-05T09:00:00.000Z'
const seed: Seed = {
  users: [
    { username: 'zoe', first_name: 'Zoe' },
    { username: 'Omar', first_name: 'عمر' },
    { username: 'ann', last_name: 'Zoeller' },
    { username: '10', first_name: 'Ten' },
    { username: '9' },
  ],
  channelTypes: [{ name: 'team', text: 'for teams' }],
  channels: [
    {
      id: '99',
      type: 'public',
      uri: 'cafe',
      subject: 'Café',
      created_at: at,
      owner: 'zoe',
      members: [{ username: 'ann', role: 'Participant' }],
      blocked: ['Omar'],
      messages: [
        { id: '101', from: 'zoe', body: 'Hello' },
        { id: '102', from: 'ann', body: 'Good <b>morning</b>' },
      ],
    },
    { id: '100', type: 'private', subject: 'apples', created_at: at, owner: 'ann', messages: [] },
    { id: '12345678901234567890', type: 'direct', created_at: at, members: named('zoe', 'ann') },
  ],
  files: [{ name: 'a.txt', type: 'text/plain', content: 'aGVsbG8=' }],
}

interface Page {
  total: number
  matched: number
  rows: Record<string, unknown>[]
}

async function rows(served: Served, query: string): Promise<Page> {
  const { status, body } = await control(served, 'GET', `/rows?${query}`)
  expect([status, body]).toEqual([200, expect.anything()])
  return body
}

const idsOf = ({ rows }: Page) => rows.map((row) => row['username'] ?? row['id'] ?? row['name'])

it('shows the rows of each collection as the API does', async () => {
  const served = await serveSandbox({ seed })
  const { sceyt } = served
  const inCafe = (of: string) => rows(served, `of=${of}&channel=99`)
  const all = <Row>(list: readonly Row[]) => ({ total: list.length, matched: list.length, rows: list })
  expect(await rows(served, 'of=users')).toEqual(all((await sceyt.users.list()).users))
  expect(await rows(served, 'of=channels')).toEqual(all((await sceyt.channels.list()).items))
  expect(await rows(served, 'of=roles')).toEqual(all(await sceyt.roles.list()))
  expect(await inCafe('members')).toEqual(all((await sceyt.channels.members.list('99')).users))
  expect(await inCafe('blocked')).toEqual(all((await sceyt.channels.members.listBlocked('99')).users))
  expect(await inCafe('messages')).toEqual(all((await sceyt.messages.list('99')).messages))
  expect(await rows(served, 'of=files')).toEqual(all([{ name: 'a.txt', type: 'text/plain', bytes: 5 }]))
  expect(await rows(served, 'of=channel-types')).toEqual(all([{ name: 'team', text: 'for teams' }]))
})

it.each([
  ['of=users&search=ZOE', ['zoe', 'ann']],
  ['of=users&search=%D8%B9%D9%85%D8%B1', ['Omar']],
  ['of=users&search=', ['zoe', 'Omar', 'ann', '10', '9']],
  ['of=users&search=nobody', []],
  ['of=users&search=first_name', []],
  ['of=channels&search=caf%C3%A9', ['99']],
  ['of=channels&search=zoeller', ['100']],
  ['of=channels&search=morning', ['99']],
  ['of=channels&search=omar', []],
  ['of=channels&search=private', []],
  ['of=messages&channel=99&search=102', ['102']],
  ['of=members&channel=99&search=owner', ['zoe']],
])('finds by %s', async (query, ids) => {
  const served = await serveSandbox({ seed })
  const page = await rows(served, query)
  expect(idsOf(page)).toEqual(ids)
  expect(page.matched).toBe(ids.length)
})

it.each([
  ['of=users&sort=username', ['9', '10', 'ann', 'Omar', 'zoe']],
  ['of=users&sort=username&order=desc', ['zoe', 'Omar', 'ann', '10', '9']],
  ['of=users&sort=first_name', ['10', 'zoe', 'Omar', 'ann', '9']],
  ['of=users&sort=first_name&order=desc', ['Omar', 'zoe', '10', 'ann', '9']],
  ['of=users&order=desc', ['9', '10', 'ann', 'Omar', 'zoe']],
  ['of=users&sort=constructor', ['zoe', 'Omar', 'ann', '10', '9']],
  ['of=users&sort=username.length', ['zoe', 'Omar', 'ann', '10', '9']],
  ['of=channels&sort=id', ['99', '100', '12345678901234567890']],
  ['of=channels&sort=id&order=desc', ['12345678901234567890', '100', '99']],
  ['of=channels&sort=owner.username', ['100', '99', '12345678901234567890']],
  ['of=channels&sort=members_count&order=desc', ['99', '12345678901234567890', '100']],
  ['of=channels&sort=last_message.id&order=desc', ['99', '100', '12345678901234567890']],
  ['of=channels&sort=subject', ['100', '99', '12345678901234567890']],
  ['of=channels&sort=kind', ['99', '100', '12345678901234567890']],
  ['of=members&channel=99&sort=role', ['zoe', 'ann']],
  ['of=users&search=e&sort=username&order=desc', ['zoe', 'ann', '10']],
])('sorts by %s', async (query, ids) => {
  expect(idsOf(await rows(await serveSandbox({ seed }), query))).toEqual(ids)
})

it.each([
  ['of=users&key=zoe', ['zoe']],
  ['of=users&key=zo', []],
  ['of=users&key=ZOE', []],
  ['of=users&key=', []],
  ['of=users&key=constructor', []],
  ['of=users&key=zoe&search=zoe', ['zoe']],
  ['of=users&key=zoe&search=omar', []],
  ['of=users&key=zoe&offset=1', []],
  ['of=channels&key=12345678901234567890', ['12345678901234567890']],
  ['of=roles&key=2', [2]],
  ['of=files&key=a.txt', ['a.txt']],
  ['of=channel-types&key=team', ['team']],
  ['of=members&channel=99&key=ann', ['ann']],
  ['of=messages&channel=99&key=102', ['102']],
  ['of=messages&channel=100&key=102', []],
  ['of=blocked&channel=99&key=Omar', ['Omar']],
])('finds the row of a key by %s', async (query, ids) => {
  const page = await rows(await serveSandbox({ seed }), query)
  expect(idsOf(page)).toEqual(ids)
})

it('does not search in the content of a data URL', async () => {
  const avatar = 'data:image/png;base64,iVBORw0KGgozoe'
  const served = await serveSandbox({ seed: { users: [{ username: 'ann', avatar }, { username: 'zoe' }] } })
  expect(idsOf(await rows(served, 'of=users&search=zoe'))).toEqual(['zoe'])
  expect(idsOf(await rows(served, 'of=users&search=ivborw'))).toEqual([])
  await served.sceyt.users.update('ann', { first_name: 'data: zoe' })
  expect(idsOf(await rows(served, 'of=users&search=data'))).toEqual(['ann'])
})

it('returns pages of what was found', async () => {
  const served = await serveSandbox({ seed })
  const page = (offset: number) => rows(served, `of=users&search=e&sort=username&limit=2&offset=${offset}`)
  const [first, second, third] = [await page(0), await page(2), await page(4)]
  expect([first.total, first.matched, idsOf(first)]).toEqual([5, 3, ['10', 'ann']])
  expect([second.total, second.matched, idsOf(second)]).toEqual([5, 3, ['zoe']])
  expect([third.total, third.matched, idsOf(third)]).toEqual([5, 3, []])
})

it('returns the present rows after any change', async () => {
  const served = await serveSandbox({ seed })
  const { sandbox, sceyt } = served
  const names = async () => idsOf(await rows(served, 'of=users&search=o&sort=username'))
  const before = await names()
  await sceyt.users.create({ username: 'otto' })
  expect(await names()).toEqual([...before.slice(0, -1), 'otto', before.at(-1)])
  await sceyt.users.delete('otto')
  expect(await names()).toEqual(before)
  sandbox.seed({ users: named('bob') })
  expect(await names()).toContain('bob')
  sandbox.reset()
  expect(await names()).toEqual(before)
  await sceyt.channels.update('99', { subject: 'Tea room' })
  expect(idsOf(await rows(served, 'of=channels&search=tea'))).toEqual(['99'])
})

it('shows the rows of the given application', async () => {
  const apps = [
    { appId: 'one', apiKey: 'key-1', seed: { users: named('zoe') } },
    { appId: 'two', apiKey: 'key-2', seed: { users: named('omar') } },
  ]
  const served = await serveSandbox({ apps })
  expect(idsOf(await rows(served, 'of=users'))).toEqual(['zoe'])
  expect(idsOf(await rows(served, 'of=users&app=two'))).toEqual(['omar'])
  await createSceyt(served.sandbox.connection('two')).users.create({ username: 'ann' })
  expect(idsOf(await rows(served, 'of=users&app=two'))).toEqual(['omar', 'ann'])
})

it('leaves out blocked users who were deleted', async () => {
  const served = await serveSandbox({ seed })
  await served.sceyt.users.delete('Omar')
  expect((await rows(served, 'of=blocked&channel=99&key=Omar')).rows).toEqual([])
  expect(await rows(served, 'of=blocked&channel=99')).toEqual({ total: 0, matched: 0, rows: [] })
})

it.each([
  ['', 'of is missing'],
  ['of=user', 'there is no collection "user"; did you mean "users"?'],
  ['of=constructor', 'there is no collection "constructor"'],
  ['of=members', 'members are in a channel: give its id as channel.'],
  ['of=messages&channel=5', 'There is no channel "5".'],
  ['of=users&app=zzz', 'There is no application "zzz"'],
  ['of=users&limit=501', 'limit must be a whole number, 1 to 500, got "501".'],
  ['of=users&limit=ten', 'limit must be a whole number'],
  ['of=users&offset=-1', 'offset must be a whole number, 0 or more, got "-1".'],
  ['of=users&order=up', 'order must be asc or desc, got "up".'],
  ['of=users&filter=x', 'there is no query parameter "filter"'],
  [`of=users&search=${'x'.repeat(201)}`, 'search must be at most 200 characters.'],
])('rejects the query %j', async (query, message) => {
  const served = await serveSandbox({ seed })
  expect(await control(served, 'GET', `/rows?${query}`)).toEqual({
    status: 422,
    body: { message: expect.stringContaining(message) },
  })
})
