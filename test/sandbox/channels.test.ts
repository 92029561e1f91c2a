import { describe, expect, it } from 'vitest'
import { ApiError, ConflictError, InputError, NotFoundError, PermissionDeniedError } from '../../src/index.js'
import { named, open, post } from './open.js'

const users = named('zoe', 'omar', 'ann')

describe('a public channel', () => {
  it('is stored as it was created, with its owner among the members', async () => {
    const { sandbox, sceyt } = open({ seed: { users } })
    sandbox.clock.set('2030-01-01T00:00:00Z')
    const texts = { subject: 'Թեյարան 茶馆 🍵', uri: 'tea_house', label: 'հանգիստ', metadata: '{"emoji":"🍵"}' }
    const made = await sceyt.channels.createPublic({
      ...texts,
      avatar_url: 'https://cdn.example.com/tea.png',
      owner: 'zoe',
      members: [{ username: 'omar' }],
    })
    expect(made).toEqual({
      ...texts,
      id: expect.stringMatching(/^\d{18,19}$/),
      avatar: 'https://cdn.example.com/tea.png',
      created_at: '2030-01-01T00:00:00.000Z',
      type: 2,
      members_count: 2,
      owner: await sceyt.users.get('zoe'),
      last_message: null,
    })
    expect(Number(made.id)).toBeGreaterThan(Number.MAX_SAFE_INTEGER)
    expect(await sceyt.channels.get(made.id)).toEqual(made)
    expect((await sceyt.channels.members.list(made.id)).users.map(({ username, role }) => [username, role])).toEqual([
      ['zoe', 'Owner'],
      ['omar', 'Participant'],
    ])
  })

  it('has a uri of its own', async () => {
    const { sceyt } = open()
    const first = await sceyt.channels.createPublic({ subject: 'One', uri: 'book_club' })
    await expect(sceyt.channels.createPublic({ subject: 'Two', uri: 'book_club' })).rejects.toThrow(ConflictError)
    expect((await sceyt.channels.list()).total_count).toBe(1)
    await sceyt.channels.delete(first.id)
    await expect(sceyt.channels.createPublic({ subject: 'Two', uri: 'book_club' })).resolves.toMatchObject({
      subject: 'Two',
    })
  })

  it('may have no owner', async () => {
    const { sceyt } = open()
    expect(await sceyt.channels.createPublic({ subject: 'One', uri: 'book_club' })).not.toHaveProperty('owner')
  })

  it.each([
    [{ owner: 'nobody' }, 'owner must be an existing user, got "nobody".'],
    [{ members: [{ username: 'nobody' }] }, 'members[0].username must be an existing user, got "nobody".'],
    [{ members: [{ username: 'zoe', role: 'King' }] }, 'members[0].role must be an existing role, got "King".'],
    [
      { owner: 'zoe', members: [{ username: 'omar', role: 'Owner' }] },
      'members[0].role must not be Owner: to make "omar" the owner, set the owner of the channel.',
    ],
  ])('rejects %j, and changes nothing', async (fields, message) => {
    const { sceyt } = open({ seed: { users } })
    await expect(sceyt.channels.createPublic({ subject: 'One', uri: 'book_club', ...fields })).rejects.toThrow(message)
    expect((await sceyt.channels.list()).total_count).toBe(0)
    await expect(sceyt.channels.createPublic({ subject: 'One', uri: 'book_club' })).resolves.toBeDefined()
  })

  it('ignores fields that only the server sets', async () => {
    const { ask } = open({ seed: { users } })
    const { body } = await ask(
      '/public-channels',
      post({ subject: 'One', uri: 'book_club', id: '5', kind: 'direct', created_at: 'x', type: 2 }),
    )
    expect(body).toMatchObject({ type: 2 })
    expect(body['id']).not.toBe('5')
    expect(body['created_at']).not.toBe('x')
  })
})

it('a private channel has no uri, and the type 1', async () => {
  const { sceyt } = open({ seed: { users } })
  const made = await sceyt.channels.createPrivate({ subject: 'Plans', owner: 'zoe' })
  expect(made).toMatchObject({ type: 1, subject: 'Plans', members_count: 1 })
  expect(made).not.toHaveProperty('uri')
})

describe('a direct channel', () => {
  it('is the same for the same two, in any order', async () => {
    const { sceyt } = open({ seed: { users } })
    const made = await sceyt.channels.createDirect({
      members: [{ username: 'zoe' }, { username: 'omar' }],
      label: 'friends',
    })
    expect(made).toMatchObject({ type: 3, members_count: 2, label: 'friends' })
    expect(made).not.toHaveProperty('owner')
    expect(
      await sceyt.channels.createDirect({ members: [{ username: 'omar' }, { username: 'zoe' }], label: 'others' }),
    ).toEqual(made)
    expect((await sceyt.channels.createDirect({ members: [{ username: 'omar' }, { username: 'ann' }] })).id).not.toBe(
      made.id,
    )
    await sceyt.channels.delete(made.id)
    expect((await sceyt.channels.createDirect({ members: [{ username: 'zoe' }, { username: 'omar' }] })).id).not.toBe(
      made.id,
    )
  })

  it('cannot have the same user twice', async () => {
    const { sceyt } = open({ seed: { users } })
    await expect(sceyt.channels.createDirect({ members: [{ username: 'zoe' }, { username: 'zoe' }] })).rejects.toThrow(
      'members must be two different users.',
    )
  })

  it('keeps its two members, and has no owner or uri', async () => {
    const { sceyt } = open({ seed: { users, channels: [{ type: 'direct', members: named('zoe', 'omar') }] } })
    const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
    await expect(sceyt.channels.members.add(id, { members: [{ username: 'ann' }] })).rejects.toThrow(
      PermissionDeniedError,
    )
    await expect(sceyt.channels.members.remove(id, { members: ['zoe'] })).rejects.toThrow(PermissionDeniedError)
    await expect(sceyt.channels.update(id, { owner: 'zoe' })).rejects.toThrow('owner')
    await expect(sceyt.channels.update(id, { uri: 'book_club' })).rejects.toThrow('uri')
    await expect(sceyt.channels.update(id, { type: 2 })).rejects.toThrow('type')
    expect(await sceyt.channels.get(id)).toMatchObject({ type: 3, members_count: 2 })
  })
})

describe('an update', () => {
  const channels = [
    {
      type: 'public' as const,
      uri: 'book_club',
      subject: 'Books',
      label: 'hobby',
      owner: 'zoe',
      members: named('omar'),
      blocked: ['ann'],
    },
  ]

  it('changes the given fields only', async () => {
    const { sceyt } = open({ seed: { users, channels } })
    const [before = { id: '' }] = (await sceyt.channels.list()).items
    const after = await sceyt.channels.update(before.id, {
      subject: 'Bücher',
      metadata: '{}',
      avatar: 'https://cdn.example.com/b.png',
      type: 1,
      options: {},
    })
    expect(after).toEqual({
      ...before,
      subject: 'Bücher',
      metadata: '{}',
      avatar: 'https://cdn.example.com/b.png',
      type: 1,
    })
    expect(await sceyt.channels.get(before.id)).toEqual(after)
  })

  it('clears a text with an empty string, but not the uri', async () => {
    const { sceyt } = open({ seed: { users, channels } })
    const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
    expect((await sceyt.channels.update(id, { subject: '' })).subject).toBe('')
    await expect(sceyt.channels.update(id, { uri: '' })).rejects.toThrow(InputError)
  })

  it('changes the owner, and the role of the previous owner', async () => {
    const { sceyt } = open({ seed: { users, channels } })
    const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
    expect(await sceyt.channels.update(id, { owner: 'omar' })).toMatchObject({
      owner: { username: 'omar' },
      members_count: 2,
    })
    expect((await sceyt.channels.members.list(id)).users.map(({ username, role }) => [username, role])).toEqual([
      ['zoe', 'Participant'],
      ['omar', 'Owner'],
    ])
    await expect(sceyt.channels.update(id, { owner: 'ann', subject: 'Changed' })).rejects.toThrow(PermissionDeniedError)
    await expect(sceyt.channels.update(id, { owner: 'nobody' })).rejects.toThrow('owner must be an existing user')
    expect((await sceyt.channels.get(id)).subject).toBe('Books')
  })

  it('changes the uri to a free one, and frees the previous one', async () => {
    const { sceyt } = open({ seed: { users, channels: [...channels, { type: 'public', uri: 'tea_house' }] } })
    const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
    await expect(sceyt.channels.update(id, { uri: 'tea_house', subject: 'Changed' })).rejects.toThrow(ConflictError)
    expect(await sceyt.channels.get(id)).toMatchObject({ uri: 'book_club', subject: 'Books' })
    expect(await sceyt.channels.update(id, { uri: 'book_club' })).toMatchObject({ uri: 'book_club' })
    await sceyt.channels.update(id, { uri: 'reading' })
    await expect(sceyt.channels.createPublic({ subject: 'New', uri: 'book_club' })).resolves.toBeDefined()
  })

  it.each([0, 4, -1])('rejects the type %s', async (type) => {
    const { sceyt } = open({ seed: { channels: [{ type: 'public' }] } })
    const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
    await expect(sceyt.channels.update(id, { type })).rejects.toThrow(
      `type must be a word, or one of 1, 2, 3, got ${type}.`,
    )
  })

  it.each<[string | number, string | number]>([
    [1, 1],
    [2, 2],
    ['private', 1],
    ['public', 2],
    ['broadcast', 'broadcast'],
    ['none', 'none'],
    ['Հեռարձակում 广播 📣', 'Հեռարձակում 广播 📣'],
  ])('stores the type %j, and returns %j', async (type, stored) => {
    const { sceyt, sandbox } = open({ seed: { channels: [{ type: 'public' }] } })
    const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
    expect((await sceyt.channels.update(id, { type })).type).toBe(stored)
    sandbox.restore(JSON.parse(JSON.stringify(sandbox.snapshot())))
    expect((await sceyt.channels.get(id)).type).toBe(stored)
  })

  it.each([3, 'direct'])('a direct channel accepts its own type %j, and no other channel does', async (type) => {
    const { sceyt } = open({
      seed: { users, channels: [{ type: 'direct', members: named('zoe', 'omar') }, { type: 'public' }] },
    })
    const [direct, other] = (await sceyt.channels.list()).items.map(({ id }) => id)
    expect((await sceyt.channels.update(direct ?? '', { type })).type).toBe(3)
    await expect(sceyt.channels.update(other ?? '', { type })).rejects.toThrow(
      'type must not change from or to direct.',
    )
    await expect(sceyt.channels.update(direct ?? '', { type: 'broadcast' })).rejects.toThrow(
      'type must not change from or to direct.',
    )
  })

  it('sets the owner of a channel without one', async () => {
    const { sceyt } = open({ seed: { users } })
    const { id, owner } = await sceyt.channels.createPublic({ members: named('zoe', 'omar') })
    expect([owner, (await sceyt.channels.members.list(id)).users.map(({ role }) => role)]).toEqual([
      undefined,
      ['Participant', 'Participant'],
    ])
    expect((await sceyt.channels.update(id, { owner: 'omar' })).owner).toMatchObject({ username: 'omar' })
    expect((await sceyt.channels.members.list(id)).users.map(({ role }) => role)).toEqual(['Participant', 'Owner'])
  })
})

it('a channel that is rejected takes no id', async () => {
  const { sandbox, sceyt } = open({ seed: { users } })
  sandbox.clock.set('2030-01-01T00:00:00Z')
  const { id } = await sceyt.channels.createPublic({ uri: 'tea' })
  for (const rejected of [{ uri: 'tea' }, { owner: 'none' }, { members: [{ username: 'zoe', role: 'none' }] }])
    await expect(sceyt.channels.createPublic(rejected)).rejects.toThrow(ApiError)
  expect((await sceyt.channels.createPublic({ uri: 'house' })).id).toBe(String(BigInt(id) + 1n))
})

it('a deleted channel is gone, and so are its messages', async () => {
  const { sceyt } = open({ seed: { users, channels: [{ type: 'public', owner: 'zoe' }] } })
  const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
  const message = await sceyt.messages.send(id, { from: 'zoe', body: 'Hello' })
  await sceyt.channels.delete(id)
  for (const call of [
    () => sceyt.channels.get(id),
    () => sceyt.channels.delete(id),
    () => sceyt.messages.list(id),
    () => sceyt.messages.deleteAttachments(message.id),
  ])
    await expect(call()).rejects.toThrow(NotFoundError)
})

it('lets only members show that they are typing', async () => {
  const { sceyt } = open({ seed: { users, channels: [{ type: 'public', owner: 'zoe' }] } })
  const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
  await expect(sceyt.channels.startTyping(id, { from: 'zoe' })).resolves.toBeUndefined()
  await expect(sceyt.channels.stopTyping(id, { from: 'zoe' })).resolves.toBeUndefined()
  await expect(sceyt.channels.startTyping(id, { from: 'omar' })).rejects.toThrow(PermissionDeniedError)
  await expect(sceyt.channels.stopTyping(id, { from: 'nobody' })).rejects.toThrow('from must be an existing user')
})
