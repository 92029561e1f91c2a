import { describe, expect, it } from 'vitest'
import type { Sandbox, Seed } from '../../src/sandbox/index.js'
import { createSandbox, SeedError } from '../../src/sandbox/index.js'
import { named, open, post } from './open.js'

type Renew = (sandbox: Sandbox) => void

const renewals: [string, Renew][] = [
  ['a restore', (sandbox) => sandbox.restore(JSON.parse(JSON.stringify(sandbox.snapshot())))],
  ['a further seed', (sandbox) => sandbox.seed({ channelTypes: [{ name: 'forum' }] })],
]

describe.each(renewals)('after %s', (_, renew) => {
  it('gives the ids of deleted roles, messages and channels to nothing else', async () => {
    const { sandbox, sceyt } = open({ seed: { users: named('zoe') } })
    const role = await sceyt.roles.create({ name: 'Keeper' })
    const { id: kept } = await sceyt.channels.createPublic({ owner: 'zoe' })
    sandbox.clock.set('2030-01-01T00:00:00Z')
    const channel = await sceyt.channels.createPublic({ owner: 'zoe' })
    const message = await sceyt.messages.send(kept, { from: 'zoe', body: 'Hello' })
    await sceyt.messages.delete(kept, message.id, { from: 'zoe' })
    await sceyt.channels.delete(channel.id)
    await sceyt.roles.delete(role.id)
    renew(sandbox)
    expect((await sceyt.roles.create({ name: 'Next' })).id).toBe(role.id + 1)
    const { id: next } = await sceyt.messages.send(kept, { from: 'zoe', body: 'Hello again' })
    expect(BigInt(next)).toBe(BigInt(message.id) + 1n)
  })

  it.each(['forwards', 'backwards'])('goes on at a link, %s', async (direction) => {
    const users = named(...Array.from({ length: 9 }, (_, index) => `user-${index}`))
    const { sandbox, sceyt, ask } = open({
      seed: {
        users,
        channels: [
          {
            type: 'public',
            owner: 'user-0',
            members: users,
            messages: users.map(({ username: from }) => ({ from, body: `From ${from}` })),
          },
          ...users.map(() => ({ type: 'public' as const })),
        ],
      },
    })
    const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
    const messages = (await sceyt.messages.list(id)).messages
    for (const place of [1, 4]) await sceyt.messages.delete(id, messages[place]?.id ?? '', { from: 'user-0' })
    for (const place of [1, 5]) {
      await sceyt.channels.members.remove(id, { members: [`user-${place}`] })
      await sceyt.users.delete(`user-${place}`)
    }
    const all = (await sceyt.channels.list()).items
    for (const place of [1, 3]) await sceyt.channels.delete(all[place]?.id ?? '')
    const lists = ['/users', '/channels', `/channels/${id}/users`, `/channels/${id}/messages`]
    const link = direction === 'forwards' ? 'next' : 'previews'
    const page = async (path: string) => (await ask(path)).body
    const requested = await Promise.all(
      lists.map(async (path) => {
        const { links } = (await ask(`${path}?limit=3&offset=3`)).body as { links: Record<string, string> }
        const url = new URL(links[link] ?? '')
        return [`${path}${url.search}`, await page(`${path}${url.search}`)] as const
      }),
    )
    renew(sandbox)
    for (const [path, before] of requested) expect(await page(path), path).toEqual(before)
  })
})

it('never uses a place again, so that an older link skips nothing and repeats nothing', async () => {
  const { sandbox, sceyt, ask } = open({ seed: { users: named('ana', 'ben', 'cid', 'dan') } })
  const next = new URL(((await ask('/users?limit=2')).body['links'] as { next: string }).next).search
  for (const username of ['cid', 'dan']) await sceyt.users.delete(username)
  sandbox.restore(sandbox.snapshot())
  await sceyt.users.create({ username: 'eva' })
  expect((await ask(`/users${next}`)).body['users']).toMatchObject([{ username: 'eva' }])
  await ask('/users', post({ username: 'fay' }))
  expect(sandbox.snapshot().apps['sandbox']?.places).toEqual({ users: [[2, 4]] })
})

it.each<[string, Seed]>([
  ['places must increase, got 1 after 1', { users: named('a', 'b', 'c'), places: { users: [[2, 1]] } }],
  ['places must have the indexes of items, in their order, got 3', { users: named('a'), places: { users: [[3, 9]] } }],
  ['places.roles is not known.', { places: { roles: [] } } as Seed],
  ['lastIds.message', { lastIds: { message: 'x' } }],
])('refuses a seed: %s', (problem, seed) => {
  expect(() => createSandbox({ seed })).toThrow(SeedError)
  expect(() => createSandbox({ seed })).toThrow(problem)
})

it.each<[string, Renew]>([...renewals, ['a reset', (sandbox) => sandbox.reset()]])(
  'keeps a write whose body was received during %s',
  async (_, renew) => {
    const { sandbox, sceyt } = open()
    const outcome = await sandbox.respond({
      method: 'POST',
      origin: 'http://127.0.0.1',
      pathname: `${sandbox.basePath()}/users`,
      search: '',
      header: (name) => (name === 'content-type' ? 'application/json' : 'sandbox-key'),
      async body() {
        renew(sandbox)
        return JSON.stringify({ username: 'zoe' })
      },
    })
    expect(outcome).toMatchObject({ status: 200 })
    expect((await sceyt.users.get('zoe')).username).toBe('zoe')
  },
)
