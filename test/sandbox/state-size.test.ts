import { describe, expect, it } from 'vitest'
import { demo } from '../../src/sandbox/demo/index.js'
import { type Seed, SeedError } from '../../src/sandbox/index.js'
import { AppState } from '../../src/sandbox/state/app-state.js'
import { dumpSeed } from '../../src/sandbox/state/dump-seed.js'
import { loadSeed } from '../../src/sandbox/state/load-seed.js'
import { viewState } from '../../src/sandbox/state/state-view.js'
import { named, open } from './open.js'

const full = /413|more than 20000 bytes\. Delete something, reset it, or start it with a higher limit\./

describe('the size of a state', () => {
  it('is limited: requests that would exceed it fail with 413, and nothing is changed', async () => {
    const { sandbox, sceyt } = open({ maxStateBytes: 20_000, seed: { users: named('zoe') } })
    const { id } = await sceyt.channels.createPublic({ owner: 'zoe' })
    const sent: string[] = []
    const send = async () => sent.push((await sceyt.messages.send(id, { from: 'zoe', body: 'long '.repeat(200) })).id)
    const fill = async () => {
      for (;;) await send()
    }
    await expect(fill()).rejects.toThrow(full)
    expect(sent.length).toBeGreaterThan(10)
    const before = sandbox.snapshot()
    await expect(sceyt.files.upload(new File(['long '.repeat(2_000)], 'long.txt'))).rejects.toMatchObject({
      status: 413,
    })
    await expect(sceyt.users.update('zoe', { first_name: 'long '.repeat(2_000) })).rejects.toThrow()
    expect(() => sandbox.seed({ channelTypes: [{ name: 'long', text: 'long '.repeat(2_000) }] })).toThrow(SeedError)
    expect(sandbox.snapshot()).toEqual(before)
    await sceyt.messages.delete(id, sent[0] as string, { from: 'zoe' })
    await send()
    await sceyt.channels.delete(id)
    const { id: next } = await sceyt.channels.createPublic({ owner: 'zoe' })
    for (const _ of sent) await sceyt.messages.send(next, { from: 'zoe', body: 'long '.repeat(150) })
  })

  it('is limited for all applications together, however a state is loaded', () => {
    const seed = { users: [{ username: 'zoe', first_name: 'long '.repeat(2_000) }] }
    const { sandbox } = open({
      maxStateBytes: 25_000,
      apps: [
        { appId: 'a', apiKey: 'key-a', seed },
        { appId: 'b', apiKey: 'key-b' },
      ],
    })
    sandbox.addApp({ appId: 'c', seed })
    const before = sandbox.snapshot()
    const isFull = expect.objectContaining({ isTooLarge: true })
    expect(() => sandbox.addApp({ seed })).toThrow(isFull)
    expect(() => sandbox.seed(seed, 'b')).toThrow(isFull)
    expect(() => sandbox.restore({ apps: { a: seed, b: seed, c: seed } })).toThrow(isFull)
    expect(sandbox.snapshot()).toEqual(before)
    expect(() =>
      open({ maxStateBytes: 25_000, apps: ['a', 'b', 'c'].map((appId) => ({ appId, apiKey: appId, seed })) }),
    ).toThrow(isFull)
  })

  it('does not prevent an application from going back to its initial state', async () => {
    const seed = { users: [{ username: 'zoe', first_name: 'long '.repeat(2_000) }] }
    const { sandbox } = open({ maxStateBytes: 25_000, seed })
    sandbox.restore({ apps: {} })
    const { appId } = sandbox.addApp({ seed })
    sandbox.restore({ apps: { sandbox: { users: [{ username: 'ana', first_name: 'long '.repeat(4_000) }] } } })
    sandbox.reset(appId)
    expect(sandbox.snapshot().apps[appId]?.users).toHaveLength(1)
    sandbox.reset()
    expect(sandbox.snapshot().apps['sandbox']?.users).toMatchObject(named('zoe'))
  })

  const time = Date.UTC(2026, 5)

  it.each<[string, (state: AppState) => unknown]>([
    ['nothing', () => {}],
    ['a new user', ({ users }) => users.add({ username: 'new_user' }, time)],
    ['a changed user', ({ users }) => users.all.replace({ ...users.get('zoe'), first_name: 'Another' })],
    ['a deleted user', (state) => state.deleteUser('zoe')],
    ['a deleted owner', (state) => state.deleteUser('omar')],
    ['a new channel', ({ channels }) => channels.add({ kind: 'public', owner: 'zoe', members: named('omar') }, time)],
    [
      'a changed channel',
      ({ channels }) => {
        const [channel] = channels.all
        if (channel) channels.update(channel, () => channels.setUri(channel, 'another_uri_that_is_longer'))
      },
    ],
    ['a deleted channel', (state) => state.deleteChannel([...state.channels.all][0]?.id ?? '')],
    [
      'a new message',
      ({ channels, messages }) => {
        const [channel] = channels.all
        if (channel)
          messages.add(channel, { from: 'zoe', body: 'Hi', attachments: [{ url: 'https://cdn.example.com/1' }] }, time)
      },
    ],
    [
      'a deleted message',
      ({ channels }) => {
        for (const { messages } of channels.all) for (const { id } of messages) return messages.delete(id)
        return undefined
      },
    ],
    [
      'a blocked member',
      ({ channels, members }) => {
        for (const channel of channels.all)
          if (channel.members.size > 1 && channel.kind !== 'direct')
            return members.block(
              channel,
              [...channel.members].find(({ username }) => username !== channel.owner)?.username ?? '',
            )
      },
    ],
    ['a role', ({ roles }) => roles.update(roles.add({ name: 'New' }), { description: 'Longer' })],
    ['a file', ({ files }) => files.upload({ name: 'a.bin', content: new Uint8Array(1_000) })],
    [
      'a deleted file',
      ({ files }) => files.delete(files.upload({ name: 'a.bin', content: new Uint8Array(1_000) }).name),
    ],
  ])('is that of the same state after a restore, after %s', (_, change) => {
    const state = load(demo)
    change(state)
    expect(load(dumpSeed(viewState(state))).size.bytes).toBe(state.size.bytes)
  })
})

function load(seed: Seed): AppState {
  const state = new AppState('sandbox')
  loadSeed(seed, state)
  return state
}
