import { expect, it } from 'vitest'
import { ConflictError, NotFoundError } from '../../src/index.js'
import { named, open } from './open.js'

it('stores a user as it was created, with the time of creation', async () => {
  const { sandbox, sceyt } = open()
  sandbox.clock.set('2030-01-01T00:00:00Z')
  const made = await sceyt.users.create({
    username: 'zoe',
    first_name: 'Զոյա',
    last_name: '佐伊 🎉',
    avatar_url: 'https://cdn.example.com/zoe.png',
  })
  const now = '2030-01-01T00:00:00.000Z'
  const expected = {
    username: 'zoe',
    first_name: 'Զոյա',
    last_name: '佐伊 🎉',
    avatar: 'https://cdn.example.com/zoe.png',
    created_at: now,
    updated_at: now,
    presence_status: 0,
  }
  expect(made).toEqual(expected)
  expect(await sceyt.users.get('zoe')).toEqual(expected)
})

it.each([
  'username_new*user',
  'a b',
  'a/b',
  '%2F',
  'ü',
  'ü',
  '..a',
  '__proto__',
  'constructor',
  'line\nbreak',
  '佐伊 🎉',
  '?#&=+;',
])('stores the username %j byte for byte', async (username) => {
  const { sceyt } = open({ seed: { users: named('zoe') } })
  await sceyt.users.create({ username })
  expect((await sceyt.users.get(username)).username).toBe(username)
  expect((await sceyt.users.list()).users.map((user) => user.username)).toEqual(['zoe', username])
  await sceyt.users.delete(username)
  await expect(sceyt.users.get(username)).rejects.toThrow(NotFoundError)
})

it('distinguishes usernames that only look the same', async () => {
  const { sceyt } = open()
  await sceyt.users.create({ username: 'ü' })
  await sceyt.users.create({ username: 'u\u0308' })
  await sceyt.users.create({ username: 'Ü' })
  expect((await sceyt.users.list()).total_count).toBe(3)
})

it('rejects a username that is taken', async () => {
  const { sceyt } = open({ seed: { users: [{ username: 'zoe', first_name: 'Zoe' }] } })
  await expect(sceyt.users.create({ username: 'zoe', first_name: 'Another' })).rejects.toThrow(ConflictError)
  expect((await sceyt.users.get('zoe')).first_name).toBe('Zoe')
})

it.each(['.', '..'])('rejects the username %j, which cannot be a path segment', async (username) => {
  const { sceyt } = open()
  await expect(sceyt.users.create({ username })).rejects.toThrow('cannot be a path segment of a URL')
})

it('clears a text with an empty string, and not with null', async () => {
  const { sceyt } = open({ seed: { users: [{ username: 'zoe', first_name: 'Zoe', last_name: 'Papadaki' }] } })
  const { first_name, last_name } = await sceyt.users.update('zoe', { first_name: '' })
  expect([first_name, last_name]).toEqual(['', 'Papadaki'])
  const body: object = { last_name: null }
  await expect(sceyt.users.update('zoe', body)).rejects.toThrow('last_name must be a string, got null.')
})

it('states a last login only if the seed does', async () => {
  const last_login_at = '2020-12-01T09:30:00.000Z'
  const { sceyt } = open({ seed: { users: [{ username: 'zoe', last_login_at }, { username: 'omar' }] } })
  const { users } = await sceyt.users.list()
  expect(users.map((user) => user.last_login_at)).toEqual([last_login_at, undefined])
})

it('updates the given fields only', async () => {
  const { sandbox, sceyt } = open({ seed: { users: [{ username: 'zoe', first_name: 'Zoe', last_name: 'Papadaki' }] } })
  const before = await sceyt.users.get('zoe')
  sandbox.clock.set('2030-01-01T00:00:00Z')
  const after = await sceyt.users.update('zoe', { first_name: 'Zoë', avatar_url: 'https://cdn.example.com/z.png' })
  expect(after).toEqual({
    ...before,
    first_name: 'Zoë',
    avatar: 'https://cdn.example.com/z.png',
    updated_at: '2030-01-01T00:00:00.000Z',
  })
  expect(await sceyt.users.get('zoe')).toEqual(after)
})

it('removes a deleted user from every channel, and keeps their messages', async () => {
  const { sceyt } = open({
    seed: {
      users: named('zoe', 'omar', 'ann'),
      channels: [
        {
          type: 'public',
          uri: 'book_club',
          owner: 'zoe',
          members: named('omar'),
          messages: [{ from: 'zoe', body: 'Hello' }],
        },
        { type: 'direct', members: named('zoe', 'omar') },
      ],
    },
  })
  const [club, direct] = (await sceyt.channels.list()).items
  await sceyt.users.delete('zoe')
  const after = await sceyt.channels.get(club?.id ?? '')
  expect(after).toMatchObject({ members_count: 1, last_message: { from: 'zoe', body: 'Hello' } })
  expect(after).not.toHaveProperty('owner')
  expect((await sceyt.channels.get(direct?.id ?? '')).members_count).toBe(1)
  await sceyt.users.create({ username: 'zoe' })
  expect(await sceyt.channels.get(after.id)).not.toHaveProperty('owner')
  expect((await sceyt.channels.createDirect({ members: [{ username: 'zoe' }, { username: 'omar' }] })).id).not.toBe(
    direct?.id,
  )
})
