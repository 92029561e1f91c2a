import { expect, it } from 'vitest'
import { ConflictError, NotFoundError, PermissionDeniedError, type Sceyt } from '../../src/index.js'
import { named, open } from './open.js'

it('has Owner and Participant from the start', async () => {
  const { sceyt } = open()
  const roles = await sceyt.roles.list()
  expect(roles.map(({ id, name, priority, app_id }) => ({ id, name, priority, app_id }))).toEqual([
    { id: 1, name: 'Owner', priority: 99, app_id: 'sandbox' },
    { id: 2, name: 'Participant', priority: 1, app_id: 'sandbox' },
  ])
  expect(roles[0]?.permissions).toHaveLength(17)
})

it('stores a role as it was created, and uses no id twice', async () => {
  const { sceyt } = open()
  const fields = { name: 'Խմբավար 主持人 🛡️', description: 'Keeps order', access: 1, priority: 60, permissions: [3, 7] }
  const role = await sceyt.roles.create(fields)
  expect(role).toEqual({ ...fields, id: 3, app_id: 'sandbox' })
  expect(await sceyt.roles.get(3)).toEqual(role)
  expect(await sceyt.roles.update(3, { priority: 50 })).toEqual({ ...role, priority: 50 })
  expect(await sceyt.roles.get(3)).toEqual({ ...role, priority: 50 })
  await sceyt.roles.delete(3)
  await expect(sceyt.roles.get(3)).rejects.toThrow(NotFoundError)
  expect((await sceyt.roles.create({ name: 'Next' })).id).toBe(4)
})

it('rejects a name that is taken', async () => {
  const { sceyt } = open({ seed: { roles: [{ name: 'Keeper' }] } })
  for (const name of ['Owner', 'Participant', 'Keeper'])
    await expect(sceyt.roles.create({ name })).rejects.toThrow(ConflictError)
  await expect(sceyt.roles.update(3, { name: 'Owner' })).rejects.toThrow(ConflictError)
  await expect(sceyt.roles.update(3, { name: 'Keeper' })).resolves.toMatchObject({ name: 'Keeper' })
})

it('protects Owner, and the name of Participant', async () => {
  const { sceyt } = open()
  await expect(sceyt.roles.update(1, { priority: 1 })).rejects.toThrow(PermissionDeniedError)
  await expect(sceyt.roles.delete(1)).rejects.toThrow(PermissionDeniedError)
  await expect(sceyt.roles.update(2, { name: 'Crowd' })).rejects.toThrow(PermissionDeniedError)
  await expect(sceyt.roles.delete(2)).rejects.toThrow(ConflictError)
  expect(await sceyt.roles.update(2, { permissions: [] })).toMatchObject({ name: 'Participant', permissions: [] })
})

it('does not delete a role that a member has', async () => {
  const channels = [{ type: 'public' as const, owner: 'zoe', members: [{ username: 'omar', role: 'Keeper' }] }]
  const { sceyt } = open({ seed: { users: named('zoe', 'omar'), roles: [{ name: 'Keeper' }], channels } })
  await expect(sceyt.roles.delete(3)).rejects.toThrow(ConflictError)
  const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
  expect(await sceyt.roles.update(3, { name: 'Guard' })).toMatchObject({ name: 'Guard' })
  expect((await sceyt.channels.members.list(id)).users[1]?.role).toBe('Guard')
  await sceyt.channels.members.remove(id, { members: ['omar'] })
  await expect(sceyt.roles.delete(3)).resolves.toBeUndefined()
})

type Leave = (sceyt: Sceyt, channelId: string) => Promise<unknown>

it.each<[string, Leave]>([
  [
    'has another role',
    (sceyt, id) => sceyt.channels.members.add(id, { members: [{ username: 'omar', role: 'Other' }] }),
  ],
  ['was removed', (sceyt, id) => sceyt.channels.members.remove(id, { members: ['omar'] })],
  ['was deleted', (sceyt) => sceyt.users.delete('omar')],
  ['was in a channel that was deleted', (sceyt, id) => sceyt.channels.delete(id)],
])('deletes a role once its last member %s', async (_, leave) => {
  const { sceyt } = open({
    seed: { users: named('zoe', 'omar', 'ana'), roles: [{ name: 'Keeper' }, { name: 'Other' }] },
  })
  const member = { username: 'omar', role: 'Keeper' }
  const { id } = await sceyt.channels.createPublic({ members: [member] })
  // A role that is set twice counts once.
  await sceyt.channels.members.add(id, { members: [member] })
  await expect(sceyt.roles.delete(3)).rejects.toThrow(ConflictError)
  await leave(sceyt, id)
  await expect(sceyt.roles.delete(3)).resolves.toBeUndefined()
})

it('frees the name of a role that is deleted or renamed', async () => {
  const { sceyt } = open({ seed: { roles: [{ name: 'Keeper' }] } })
  await sceyt.roles.update(3, { name: 'Guard' })
  expect(await sceyt.roles.create({ name: 'Keeper' })).toMatchObject({ id: 4 })
  await sceyt.roles.delete(3)
  expect(await sceyt.roles.create({ name: 'Guard' })).toMatchObject({ id: 5 })
})

it.each([0, 100])('rejects the priority %s', async (priority) => {
  const { ask } = open()
  const { status, body } = await ask('/roles', { method: 'POST', body: JSON.stringify({ name: 'Keeper', priority }) })
  expect([status, body.message]).toEqual([422, expect.stringMatching(/^priority must be .*got \d+\.$/)])
})

it.each(['abc', '1.5', '99999999999999999999', '%20'])('has no role %s', async (id) => {
  const { ask } = open()
  expect((await ask(`/roles/${id}`)).status).toBe(404)
})
