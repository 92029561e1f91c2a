import { describe, expect, it } from 'vitest'
import { PermissionDeniedError, type Sceyt } from '../../src/index.js'
import type { Sandbox, Seed, SeedChannel } from '../../src/sandbox/index.js'
import { named, type Opened, open } from './open.js'

const channel: SeedChannel = {
  type: 'public',
  owner: 'zoe',
  members: [{ username: 'omar' }, { username: 'ann', role: 'Keeper' }],
  blocked: ['bob'],
}

async function openChannel(): Promise<Opened & { id: string }> {
  const opened = open({
    seed: {
      users: named('zoe', 'omar', 'ann', 'bob', 'eva'),
      roles: [{ name: 'Keeper', priority: 40 }],
      channels: [channel],
    },
  })
  const [{ id } = { id: '' }] = (await opened.sceyt.channels.list()).items
  return { ...opened, id }
}

async function rolesIn(sceyt: Sceyt, id: string): Promise<Record<string, string | undefined>> {
  return Object.fromEntries((await sceyt.channels.members.list(id)).users.map(({ username, role }) => [username, role]))
}

it('adds users, by default as Participants', async () => {
  const { sceyt, id } = await openChannel()
  const added = await sceyt.channels.members.add(id, { members: [{ username: 'eva' }] })
  expect(added).toMatchObject([{ username: 'eva', role: 'Participant' }])
  expect(await rolesIn(sceyt, id)).toEqual({ zoe: 'Owner', omar: 'Participant', ann: 'Keeper', eva: 'Participant' })
  expect((await sceyt.channels.get(id)).members_count).toBe(4)
})

it('gives a member who is added again the given role', async () => {
  const { sceyt, id } = await openChannel()
  const members = [
    { username: 'omar', role: 'Keeper' },
    { username: 'zoe', role: 'Owner' },
  ]
  await sceyt.channels.members.add(id, { members })
  expect(await rolesIn(sceyt, id)).toEqual({ zoe: 'Owner', omar: 'Keeper', ann: 'Keeper' })
})

it.each([
  [[{ username: 'eva' }, { username: 'nobody' }], 'members[1].username must be an existing user, got "nobody".'],
  [[{ username: 'eva' }, { username: 'omar', role: 'King' }], 'members[1].role must be an existing role, got "King".'],
  [
    [{ username: 'eva' }, { username: 'omar', role: 'Owner' }],
    'members[1].role must not be Owner: to make "omar" the owner, set the owner of the channel.',
  ],
  [
    [{ username: 'eva' }, { username: 'zoe', role: 'Keeper' }],
    'members[1].role must be Owner, since "zoe" owns the channel.',
  ],
  [[{ username: 'eva' }, { username: 'bob' }], 'was kicked and blocked'],
  [[{ username: 'eva' }, { username: 'omar' }], '"omar" is already a member'],
])('adds all or none of %j', async (members, message) => {
  const { sceyt, id } = await openChannel()
  await expect(sceyt.channels.members.add(id, { members })).rejects.toThrow(message)
  expect(await rolesIn(sceyt, id)).toEqual({ zoe: 'Owner', omar: 'Participant', ann: 'Keeper' })
})

it('removes members, and skips users who are not members', async () => {
  const { sceyt, id } = await openChannel()
  expect(await sceyt.channels.members.remove(id, { members: ['omar', 'eva'] })).toMatchObject([
    { username: 'omar', role: 'Participant' },
  ])
  expect(await sceyt.channels.members.remove(id, { members: ['omar'] })).toEqual([])
  expect(await rolesIn(sceyt, id)).toEqual({ zoe: 'Owner', ann: 'Keeper' })
  await expect(sceyt.channels.members.remove(id, { members: ['ann', 'nobody'] })).rejects.toThrow(
    'members[1] must be an existing user',
  )
  expect((await sceyt.channels.get(id)).members_count).toBe(2)
})

it('removes members by their usernames, as strings and as objects', async () => {
  const { sceyt, id } = await openChannel()
  const removed = await sceyt.channels.members.remove(id, { members: ['omar', { username: 'ann' }] })
  expect(removed.map(({ username }) => username)).toEqual(['omar', 'ann'])
})

it('lets Participants add members and change their roles, as documented', async () => {
  const { sceyt } = await openChannel()
  const permissions = (await sceyt.roles.list()).find(({ name }) => name === 'Participant')?.permissions
  expect(permissions).toEqual([3, 6, 7, 8, 10, 12, 13, 14, 15, 16])
})

it('does not remove the owner', async () => {
  const { sceyt, id } = await openChannel()
  await expect(sceyt.channels.members.remove(id, { members: ['omar', 'zoe'] })).rejects.toThrow(PermissionDeniedError)
  expect(await rolesIn(sceyt, id)).toEqual({ zoe: 'Owner', omar: 'Participant', ann: 'Keeper' })
})

it('lists blocked users, without a role', async () => {
  const { sceyt, id } = await openChannel()
  const { users, total_count } = await sceyt.channels.members.listBlocked(id)
  expect(total_count).toBe(1)
  expect(users.map(({ username, role }) => [username, role])).toEqual([['bob', undefined]])
  await expect(sceyt.messages.send(id, { from: 'bob', body: 'Hello' })).rejects.toThrow('was kicked and blocked')
})

it('shows a member with the current fields of the user', async () => {
  const { sceyt, id } = await openChannel()
  await sceyt.users.update('omar', { first_name: 'عمر' })
  expect((await sceyt.channels.members.list(id)).users[1]).toMatchObject({ username: 'omar', first_name: 'عمر' })
})

describe('a blocked user who is deleted', () => {
  const stays = async ({ sandbox, sceyt, id }: Awaited<ReturnType<typeof openChannel>>) => {
    expect((await sceyt.channels.members.listBlocked(id)).users).toEqual([])
    expect((await sceyt.channels.members.listBlocked(id)).total_count).toBe(0)
    await sceyt.users.create({ username: 'bob' })
    expect((await sceyt.channels.members.listBlocked(id)).users).toMatchObject([{ username: 'bob' }])
    for (const attempt of [
      () => sceyt.channels.members.add(id, { members: [{ username: 'bob' }] }),
      () => sceyt.messages.send(id, { from: 'bob', body: 'Hello' }),
      () => sceyt.channels.update(id, { owner: 'bob' }),
    ])
      await expect(attempt()).rejects.toThrow('"bob" was kicked and blocked from this channel.')
    expect(sandbox.snapshot().apps['sandbox']?.channels).toMatchObject([{ blocked: ['bob'] }])
  }

  it.each<[string, (sandbox: Sandbox) => void]>([
    ['by a new user of the name', () => {}],
    ['after a restore', (sandbox) => sandbox.restore(JSON.parse(JSON.stringify(sandbox.snapshot())))],
    ['after a further seed', (sandbox) => sandbox.seed({ users: named('fay') })],
  ])('stays blocked %s', async (_when, renew) => {
    const opened = await openChannel()
    await opened.sceyt.users.delete('bob')
    renew(opened.sandbox)
    await stays(opened)
  })

  it('is deleted and made again many times, and is not blocked from other channels', async () => {
    const opened = await openChannel()
    const { sandbox, sceyt, id } = opened
    for (let time = 0; time < 3; time++) {
      await sceyt.users.delete('bob')
      await sceyt.users.create({ username: 'bob' })
    }
    await sceyt.users.delete('bob')
    await stays(opened)
    await sceyt.channels.delete(id)
    const channel = await sceyt.channels.createPublic({ owner: 'bob' })
    await sceyt.users.delete('bob')
    expect((await sceyt.channels.get(channel.id)).members_count).toBe(0)
    expect(sandbox.snapshot().apps['sandbox']?.channels).toMatchObject([{ id: channel.id, blocked: [] }])
  })

  it('may be in a seed that has no such user', async () => {
    const seed: Seed = { users: named('zoe'), channels: [{ type: 'public', owner: 'zoe', blocked: ['bob'] }] }
    const opened = open({ seed })
    const [{ id } = { id: '' }] = (await opened.sceyt.channels.list()).items
    await stays({ ...opened, id })
  })
})
