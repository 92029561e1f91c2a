import { expect, it } from 'vitest'
import { ConflictError, NotFoundError, PermissionDeniedError } from '../../src/index.js'
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

it.each([0, 100])('rejects the priority %s', async (priority) => {
  const { ask } = open()
  const { status, body } = await ask('/roles', { method: 'POST', body: JSON.stringify({ name: 'Keeper', priority }) })
  expect([status, body.message]).toEqual([422, expect.stringMatching(/^priority must be .*got \d+\.$/)])
})

it.each(['abc', '1.5', '99999999999999999999', '%20'])('has no role %s', async (id) => {
  const { ask } = open()
  expect((await ask(`/roles/${id}`)).status).toBe(404)
})
