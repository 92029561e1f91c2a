import { expect, it } from 'vitest'
import { control } from './control.js'
import { named } from './open.js'
import { serveSandbox } from './served.js'

const path = (name: string, rest = '') => `/snapshots${rest}?name=${encodeURIComponent(name)}`

it('takes, lists, restores, downloads and deletes snapshots by name', async () => {
  const served = await serveSandbox()
  const { sandbox, sceyt } = served
  const name = 'before <the> test & Բարեւ 🎉'
  const before = sandbox.snapshot()
  const started = Date.now()
  const taken = await control(served, 'PUT', path(name))
  expect(taken).toEqual({ status: 200, body: [{ name, time: expect.any(String), bytes: expect.any(Number) }] })
  expect(Date.parse(taken.body[0].time)).toBeGreaterThanOrEqual(started)
  await sceyt.users.create({ username: 'omar' })
  expect((await control(served, 'PUT', path('after'))).body.map((each: { name: string }) => each.name)).toEqual([
    name,
    'after',
  ])
  const content = await served.get(`/_sandbox${path(name, '/content')}`)
  const text = await content.text()
  expect(content.headers.get('content-type')).toBe('application/json')
  expect([JSON.parse(text), Buffer.byteLength(text)]).toEqual([before, taken.body[0].bytes])

  expect((await control(served, 'POST', path(name, '/restore'))).status).toBe(204)
  expect(sandbox.snapshot()).toEqual(before)
  await control(served, 'POST', path('after', '/restore'))
  expect((await sceyt.users.list()).total_count).toBe(2)

  expect((await control(served, 'DELETE', path(name))).status).toBe(204)
  const { body: left } = await control(served, 'GET', '/snapshots')
  expect(left).toEqual([{ name: 'after', time: expect.any(String), bytes: expect.any(Number) }])
})

it('replaces a snapshot of the same name', async () => {
  const served = await serveSandbox()
  await control(served, 'PUT', path('a'))
  await control(served, 'PUT', path('b'))
  served.sandbox.seed({ users: named('omar') })
  const { body } = await control(served, 'PUT', path('a'))
  expect(body.map(({ name }: { name: string }) => name)).toEqual(['b', 'a'])
  served.sandbox.reset()
  await control(served, 'POST', path('a', '/restore'))
  expect((await served.sceyt.users.list()).total_count).toBe(2)
})

it('keeps the state of the moment at which it was asked for', async () => {
  const served = await serveSandbox({
    seed: { users: named(...Array.from({ length: 5_000 }, (_user, i) => `user${i}`)) },
  })
  const taken = control(served, 'PUT', path('a'))
  const { sceyt, sandbox } = served
  await Promise.all(Array.from({ length: 50 }, (_user, index) => sceyt.users.delete(`user${index}`)))
  await taken
  await control(served, 'POST', path('a', '/restore'))
  const { users = [] } = sandbox.snapshot().apps['sandbox'] ?? {}
  // Deleted in order, so those that were there are the last ones.
  expect(users.at(-1)?.username).toBe('user4999')
  expect(users.map(({ username }) => username)).toEqual(
    Array.from({ length: users.length }, (_user, index) => `user${5_000 - users.length + index}`),
  )
})

it('keeps at most 50', async () => {
  const served = await serveSandbox()
  const puts = Array.from({ length: 55 }, (_snapshot, index) => control(served, 'PUT', path(`s${index}`)))
  const statuses = (await Promise.all(puts)).map(({ status }) => status)
  expect([statuses.filter((status) => status === 200), statuses.filter((status) => status === 422)]).toEqual([
    Array(50).fill(200),
    Array(5).fill(422),
  ])
  const { body } = await control(served, 'GET', '/snapshots')
  expect(await control(served, 'PUT', path('one more'))).toEqual({
    status: 422,
    body: { message: 'There are 50 snapshots already. Delete one of them.' },
  })
  expect((await control(served, 'PUT', path(body[0].name))).status).toBe(200)
  await control(served, 'DELETE', path(body[1].name))
  expect((await control(served, 'PUT', path('one more'))).status).toBe(200)
})

it.each([
  ['PUT', path(''), 'The name of a snapshot must be 1 to 100 characters, got 0.'],
  ['PUT', path('🎉'.repeat(101)), 'got 101'],
  ['PUT', '/snapshots', 'name is missing in the query.'],
  ['PUT', `${path('a')}&nam=b`, 'there is no query parameter "nam"; did you mean "name"?'],
  ['DELETE', path('nothing'), 'There is no snapshot "nothing".'],
  ['POST', path('constructor', '/restore'), 'There is no snapshot "constructor".'],
  ['GET', path('nothing', '/content'), 'There is no snapshot "nothing".'],
])('rejects %s %s', async (method, target, message) => {
  const served = await serveSandbox()
  expect(await control(served, method, target)).toEqual({
    status: 422,
    body: { message: expect.stringContaining(message) },
  })
})

it('does not restore a snapshot with an application that was removed', async () => {
  const served = await serveSandbox()
  const { sandbox } = served
  const { appId } = sandbox.addApp()
  await control(served, 'PUT', path('a'))
  sandbox.removeApp(appId)
  sandbox.seed({ users: named('omar') })
  const { status, body } = await control(served, 'POST', path('a', '/restore'))
  expect([status, body.message]).toEqual([422, expect.stringContaining(`There is no application "${appId}"`)])
  expect((await served.sceyt.users.list()).total_count).toBe(2)
})

it('are not for pages of other origins', async () => {
  const served = await serveSandbox()
  await control(served, 'PUT', path('a'))
  const evil = { Origin: 'https://evil.example' }
  for (const [method, target] of [
    ['GET', '/snapshots'],
    ['PUT', path('b')],
    ['POST', path('a', '/restore')],
    ['GET', path('a', '/content')],
    ['DELETE', path('a')],
    ['GET', '/rows?of=users'],
    ['GET', '/requests?number=1'],
    ['DELETE', '/faults?number=1'],
  ] as const)
    expect((await control(served, method, target, undefined, evil)).status, `${method} ${target}`).toBe(403)
  expect((await control(served, 'GET', '/snapshots')).body).toHaveLength(1)
})
