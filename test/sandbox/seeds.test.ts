import { describe, expect, it } from 'vitest'
import { createdAt } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox, type Seed, SeedError } from '../../src/sandbox/index.js'
import { named, open } from './open.js'

const small: Seed = {
  start: '2026-02-01T10:00:00Z',
  application: { name: 'Readers' },
  roles: [{ name: 'Keeper', priority: 40, permissions: [9] }],
  users: named('zoe', 'omar', 'ann'),
  channels: [
    {
      type: 'public',
      uri: 'book_club',
      owner: 'zoe',
      members: [{ username: 'omar', role: 'Keeper' }],
      blocked: ['ann'],
      messages: [{ from: 'zoe', body: 'Hello', attachments: [{ url: 'https://cdn.example.com/1.pdf' }] }],
    },
  ],
  files: [{ name: 'hello.txt', content: Buffer.from('Hello').toString('base64') }],
}

const snapshotOf = (seed: Seed) =>
  createSandbox({ seed }).snapshot().apps['sandbox'] as {
    [Field in keyof Seed]-?: NonNullable<Seed[Field]>
  }

describe('a seed', () => {
  it('gives the same ids and times each time, a second apart', () => {
    const first = snapshotOf(small)
    expect(snapshotOf(structuredClone(small))).toEqual(first)
    expect(first.users.map(({ created_at }) => created_at)).toEqual([
      '2026-02-01T10:00:01.000Z',
      '2026-02-01T10:00:02.000Z',
      '2026-02-01T10:00:03.000Z',
    ])
    expect(first.channels[0]?.created_at).toBe('2026-02-01T10:00:04.000Z')
    const ids = first.channels.flatMap(({ id = '', messages = [] }) => [
      id,
      ...messages.map((message) => message.id ?? ''),
    ])
    expect(ids.map((id) => createdAt(id).toISOString())).toEqual([
      '2026-02-01T10:00:04.000Z',
      '2026-02-01T10:00:05.000Z',
    ])
  })

  it('gives every application the same ids and times', () => {
    const apps = [
      { appId: 'one', apiKey: '1' },
      { appId: 'two', apiKey: '2' },
    ]
    const { one, two } = createSandbox({ apps, seed: small }).snapshot().apps
    const strip = (seed: Seed | undefined) => JSON.parse(JSON.stringify(seed).replaceAll(/"app_id":"\w+",?/g, ''))
    expect(strip(one)).toEqual(strip(two))
  })

  it('can be dumped as a snapshot and loaded again without a loss', () => {
    const snapshot = snapshotOf(demo)
    expect(snapshotOf(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot)
  })

  it('is not changed by requests', async () => {
    const seed = structuredClone(small)
    const { sceyt, sandbox } = open({ seed })
    const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
    await sceyt.users.update('zoe', { first_name: 'Changed' })
    await sceyt.channels.members.remove(id, { members: ['omar'] })
    await sceyt.roles.update(3, { permissions: [1] })
    for (const message of (await sceyt.messages.list(id)).messages) await sceyt.messages.deleteAttachments(message.id)
    expect(seed).toEqual(small)
    sandbox.reset()
    expect(sandbox.snapshot().apps['sandbox']).toEqual(snapshotOf(small))
  })

  it('may have undefined in optional fields, which are then missing', async () => {
    const zoe = { username: 'zoe', first_name: undefined, avatar: undefined }
    const channel = {
      type: 'public',
      uri: undefined,
      owner: undefined,
      members: [{ username: 'zoe', role: undefined }],
    }
    const message = { from: 'zoe', body: 'Hi', type: undefined, attachments: [{ url: 'a', name: undefined }] }
    const { sceyt, sandbox } = open({
      seed: {
        start: undefined,
        application: { name: undefined },
        roles: [{ name: 'Participant', permissions: undefined, description: undefined }],
        users: [zoe],
        channels: [{ ...channel, messages: [{ ...message, id: undefined }] }],
        files: undefined,
      },
    })
    expect((await sceyt.roles.get(2)).permissions).not.toEqual([])
    const { apps } = sandbox.snapshot()
    expect(JSON.parse(JSON.stringify(apps))).toStrictEqual(apps)
  })

  it('may be changed by the caller later without an effect', async () => {
    const permissions = [7]
    const seed: Seed = { roles: [{ name: 'Participant', permissions }], users: named('zoe') }
    const { sceyt, sandbox } = open({ seed })
    permissions.push(8)
    seed.users?.push({ username: 'omar' })
    expect((await sceyt.roles.get(2)).permissions).toEqual([7])
    sandbox.reset()
    expect((await sceyt.roles.get(2)).permissions).toEqual([7])
    expect((await sceyt.users.list()).total_count).toBe(1)
  })

  it('can be added to the state', async () => {
    const { sceyt, sandbox } = open({ seed: small })
    sandbox.seed({
      users: named('eva'),
      channels: [{ type: 'direct', members: named('eva', 'zoe'), messages: [{ from: 'eva', body: 'Hi' }] }],
    })
    expect((await sceyt.users.list()).users.map(({ username }) => username)).toEqual(['zoe', 'omar', 'ann', 'eva'])
    expect((await sceyt.channels.list()).items.map(({ last_message }) => last_message?.body)).toEqual(['Hello', 'Hi'])
  })

  it('can change Owner and Participant', async () => {
    const { sceyt } = open({ seed: { roles: [{ name: 'Participant', permissions: [], priority: 5 }] } })
    expect(await sceyt.roles.list()).toMatchObject([
      { name: 'Owner' },
      { id: 2, name: 'Participant', permissions: [], priority: 5 },
    ])
  })

  it.each<[unknown, string]>([
    [null, 'Invalid seed: it must be an object, got null.'],
    [{ people: [] }, 'people is not known.'],
    [{ users: [{ username: 'zoe', firstname: 'Zoe' }] }, 'users[0].firstname is not known.'],
    [{ users: [{}] }, 'users[0].username is required.'],
    [{ users: named('zoe', 'zoe') }, 'users[1]: username "zoe" is taken.'],
    [{ users: named('..') }, 'users[0]: username must not be ".."'],
    [{ roles: [{ name: 'Keeper', priority: 100 }] }, 'roles[0].priority must be <= 99, got 100.'],
    [{ roles: [{ name: 'A' }, { name: 'A' }] }, 'roles[1]: name "A" is taken'],
    [{ roles: [{ name: 'A', id: 1 }] }, 'roles[0]: id 1 is taken'],
    [{ channels: [{}] }, 'channels[0].type is required.'],
    [{ channels: [{ type: '' }] }, 'channels[0].type must NOT have fewer than 1 characters'],
    [{ channelTypes: [{ name: 'a' }, { name: 'a' }] }, 'channelTypes[1]: name "a" is taken by another channel type.'],
    [{ channelTypes: [{}] }, 'channelTypes[0].name is required.'],
    [{ start: '9999-12-31T23:59:59Z', users: named('a') }, 'users[0]: The time must be in the years 1970 to 9999'],
    [{ channels: [{ type: 'public', owner: 'nobody' }] }, 'channels[0]: owner must be an existing user'],
    [
      { users: named('zoe'), channels: [{ type: 'public', owner: 'zoe', blocked: ['zoe'] }] },
      'channels[0]: blocked must not include "zoe", who owns the channel.',
    ],
    [
      { users: named('a', 'b'), channels: [{ type: 'direct', members: named('a', 'b'), blocked: ['a'] }] },
      'channels[0]: blocked is not allowed: members of a direct channel',
    ],
    [
      { users: named('a', 'b', 'c'), channels: [{ type: 'direct', members: named('a', 'b', 'c') }] },
      'channels[0]: members: a direct channel has two members, got 3.',
    ],
    [
      {
        users: named('a', 'b'),
        channels: [
          { type: 'direct', members: named('a', 'b') },
          { type: 'direct', members: named('b', 'a') },
        ],
      },
      'channels[1]: These users already have a direct channel.',
    ],
    [
      { users: named('a'), channels: [{ type: 'direct', members: [{ username: 'a', role: 'Owner' }] }] },
      'channels[0]: owner is not allowed: a direct channel has no owner.',
    ],
    [{ channels: [{ type: 'public', uri: 'a b c d' }] }, 'channels[0].uri must match pattern'],
    [
      {
        channels: [
          { type: 'public', uri: 'book_club' },
          { type: 'public', uri: 'book_club' },
        ],
      },
      'channels[1]: uri "book_club" is taken',
    ],
    [
      {
        channels: [
          { type: 'public', id: '1' },
          { type: 'public', id: '1' },
        ],
      },
      'channels[1]: id "1" is taken',
    ],
    [{ channels: [{ type: 'public', id: '5x' }] }, 'channels[0].id must match pattern'],
    [
      {
        channels: [
          {
            type: 'public',
            messages: [
              { id: '1', from: 'a', body: '' },
              { id: '1', from: 'a', body: '' },
            ],
          },
        ],
      },
      'channels[0]: id "1" is taken by another message.',
    ],
    [{ files: [{ name: 'a', content: '*' }] }, 'files[0].content must match pattern'],
    [{ files: [{ name: 'a', content: 'A' }] }, 'files[0]: content is not base64.'],
    [{ files: [{ name: '.', content: '' }] }, 'files[0]: name must not be "."'],
    [
      {
        files: [
          { name: 'a', content: '' },
          { name: 'a', content: '' },
        ],
      },
      'files[1]: name "a" is taken',
    ],
    [{ start: 'today' }, 'start must match pattern'],
    [{ start: '2026-13-99T00:00:00Z' }, 'start must be a date'],
  ])('%j is rejected, and nothing of it is loaded', (seed, message) => {
    const { sandbox } = open({ seed: { users: named('first') } })
    const before = sandbox.snapshot()
    expect(() => sandbox.seed(seed as Seed)).toThrow(SeedError)
    expect(() => sandbox.seed(seed as Seed)).toThrow(message)
    expect(() => createSandbox({ seed: seed as Seed })).toThrow(message)
    expect(sandbox.snapshot()).toEqual(before)
  })
})

describe('a snapshot', () => {
  it('restores everything, in the same order', async () => {
    const { sceyt, sandbox } = open({ seed: small })
    const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
    await sceyt.channels.update(id, { owner: 'omar' })
    await sceyt.files.upload(new File([Uint8Array.from({ length: 300 }, (_item, index) => index)], 'bytes.bin'))
    const before = sandbox.snapshot()
    const members = await sceyt.channels.members.list(id)
    await sceyt.users.delete('zoe')
    await sceyt.channels.delete(id)
    await sceyt.files.delete('bytes.bin')
    sandbox.restore(JSON.parse(JSON.stringify(before)))
    expect(sandbox.snapshot()).toEqual(before)
    expect(await sceyt.channels.members.list(id)).toEqual(members)
    expect(new Uint8Array(await (await sceyt.files.download('bytes.bin')).arrayBuffer())[299]).toBe(299 % 256)
    expect((await sceyt.roles.create({ name: 'Next' })).id).toBe(4)
  })

  it('is a copy', async () => {
    const { sceyt, sandbox } = open({ seed: small })
    const snapshot = sandbox.snapshot()
    await sceyt.users.update('zoe', { first_name: 'Changed' })
    expect(snapshot.apps['sandbox']?.users?.[0]).not.toHaveProperty('first_name')
  })

  it('empties the applications that it does not contain', async () => {
    const { sceyt, sandbox } = open({ seed: small })
    sandbox.restore({ apps: {} })
    expect((await sceyt.users.list()).total_count).toBe(0)
  })

  it.each([
    [null, 'Invalid snapshot: apps must be an object.'],
    [{}, 'Invalid snapshot: apps must be an object.'],
    [{ apps: { other: {} } }, 'There is no application "other"'],
    [{ apps: { sandbox: { users: [{}] } } }, 'users[0].username is required'],
  ])('cannot be %j, and nothing is then changed', (snapshot, message) => {
    const { sandbox } = open({ seed: small })
    const before = sandbox.snapshot()
    expect(() => sandbox.restore(snapshot as never)).toThrow(message)
    expect(sandbox.snapshot()).toEqual(before)
  })
})

describe('the demo', () => {
  it('has many users, scripts, channels and messages', async () => {
    const { sceyt } = open({ seed: demo })
    const { users = [], channels = [] } = demo
    const names = users.map(({ first_name, last_name }) => `${first_name} ${last_name}`).join(' ')
    const scripts = [
      'Armenian',
      'Arabic',
      'Bengali',
      'Cyrillic',
      'Devanagari',
      'Ethiopic',
      'Georgian',
      'Greek',
      'Han',
      'Hangul',
      'Hebrew',
      'Hiragana',
      'Thai',
    ]
    for (const script of scripts) expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
    expect(users.length).toBeGreaterThanOrEqual(36)
    expect(new Set(channels.map(({ type }) => type))).toEqual(new Set(['public', 'private', 'direct']))
    expect(channels.reduce((sum, { messages = [] }) => sum + messages.length, 0)).toBeGreaterThan(300)
    const [club] = (await sceyt.channels.list({ filter: ['uri:eq:book_club'] })).items
    expect(club?.owner?.username).toBe('zoe')
    expect((await sceyt.messages.list(club?.id ?? '')).links.next).not.toBeNull()
  })

  it('contains its pictures, so that no host is needed', () => {
    for (const { avatar } of demo.users ?? []) expect(avatar).toMatch(/^data:image\/svg\+xml,/)
  })

  it('has authors who are users', () => {
    const names = new Set(demo.users?.map(({ username }) => username))
    expect(
      demo.channels
        ?.flatMap(({ messages = [] }) => messages.map(({ from }) => from))
        .filter((from) => !names.has(from)),
    ).toEqual([])
  })
})
