import { describe, expect, it } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { named, open } from './open.js'

const seed = { users: named('zoe', 'omar', 'lena') }

describe('users.upsert', () => {
  it('creates a user, and then updates the same one', async () => {
    const { sandbox, sceyt } = open()
    const name = 'username_new*user 佐伊'
    const created = await sceyt.users.upsert({ username: name, first_name: 'Zoe', last_name: 'P' })
    expect(
      await sceyt.users.upsert({ username: name, first_name: 'Զոյա', avatar_url: 'https://a.example' }),
    ).toMatchObject({
      ...created,
      first_name: 'Զոյա',
      last_name: 'P',
      avatar: 'https://a.example',
      updated_at: expect.any(String),
    })
    expect(await sceyt.users.upsert({ username: name })).toMatchObject({ username: name, first_name: 'Զոյա' })
    expect(sandbox.journal.entries.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      'createUser 200',
      'createUser 409',
      'updateUser 200',
      'createUser 409',
      'updateUser 200',
    ])
  })

  it('lets the last of 20 parallel calls win, with at most one create in flight', async () => {
    const { sandbox } = open()
    let [creates, most] = [0, 0]
    const sceyt = createSceyt({
      ...sandbox.connection(),
      async fetch(url, init) {
        if (init.method !== 'POST') return sandbox.fetch(url, init)
        most = Math.max(most, ++creates)
        await new Promise((resolve) => setImmediate(resolve))
        return sandbox.fetch(url, init).finally(() => creates--)
      },
    })
    const names = Array.from({ length: 20 }, (_, index) => `Zoe ${index}`)
    const users = await Promise.all(names.map((first_name) => sceyt.users.upsert({ username: 'zoe', first_name })))
    expect(users.map(({ first_name }) => first_name)).toEqual(names)
    expect(most).toBe(1)
    expect(await sceyt.users.get('zoe')).toMatchObject({ first_name: 'Zoe 19' })
  })
})

describe('channels.getOrCreateDirect', () => {
  it('returns one channel for the same two users, in either order, and one for each other pair', async () => {
    const { sceyt } = open({ seed })
    const [first, second, third] = await Promise.all([
      sceyt.channels.getOrCreateDirect(['zoe', 'omar']),
      sceyt.channels.getOrCreateDirect(['omar', { username: 'zoe' }]),
      sceyt.channels.getOrCreateDirect(['zoe', 'lena']),
    ])
    expect(second.id).toBe(first.id)
    expect(third.id).not.toBe(first.id)
    expect((await sceyt.channels.list()).total_count).toBe(2)
  })

  it('finds the channel by its members if the server rejects another create', async () => {
    const { sandbox, sceyt } = open({
      seed: { users: named('zoe', 'omar', ...Array.from({ length: 60 }, (_, index) => `user${index}`)) },
    })
    await sceyt.channels.createPrivate({ subject: 'Two', owner: 'zoe', members: named('omar') })
    for (let index = 0; index < 60; index++)
      await sceyt.channels.createDirect({ members: [{ username: 'zoe' }, { username: `user${index}` }] })
    const { id } = await sceyt.channels.createDirect({ members: [{ username: 'zoe' }, { username: 'omar' }] })
    sandbox.journal.clear()
    sandbox.faults.add({ operation: 'createDirectChannel', status: 409 })
    expect((await sceyt.channels.getOrCreateDirect(['omar', 'zoe'])).id).toBe(id)
    const operations = sandbox.journal.entries.map(({ operation }) => operation)
    expect(operations.filter((operation) => operation === 'listChannels')).toHaveLength(2)
    expect(operations.filter((operation) => operation === 'listChannelMembers')).toHaveLength(61)
  })

  it('fails with the error of the create if a user does not exist', async () => {
    const { sandbox, sceyt } = open({ seed })
    await expect(sceyt.channels.getOrCreateDirect(['zoe', 'nobody'])).rejects.toMatchObject({
      operationId: 'createDirectChannel',
      status: 422,
    })
    expect(sandbox.journal.count).toBe(1)
  })
})
