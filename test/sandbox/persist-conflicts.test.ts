import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { stateOf } from '../../scripts/soak/sandbox/step.js'
import { createSceyt, type Sceyt } from '../../src/index.js'
import { persist } from '../../src/sandbox/browser/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { stubIndexedDb } from '../lib/indexed-db.js'
import { openTab, settledState, type Tab } from './tabs.js'

const club = '101437428530810880'
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})

beforeEach(() => {
  stubIndexedDb()
  warn.mockClear()
})

afterAll(() => {
  vi.unstubAllGlobals()
  warn.mockRestore()
})

const usernames = ({ sandbox }: Tab, appId = 'sandbox') =>
  sandbox.snapshot().apps[appId]?.users?.map(({ username }) => username) ?? []

/** Makes the storage too full for some values, until the test ends. */
function fillStorage(isTooLarge: (store: IDBObjectStore, value: unknown) => boolean): void {
  const { put } = IDBObjectStore.prototype
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (isTooLarge(this, value)) throw new DOMException('full', 'QuotaExceededError')
    return put.call(this, value, key)
  })
  onTestFinished(() => spy.mockRestore())
}

test('a listener that changes the state does not come between changes that are stored already', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.sandbox.clock.set('2030-01-01T00:00:00Z')
  let calls = 0
  one.sandbox.onChange(() => {
    if (++calls === 3) one.sandbox.seed({ channels: [{ type: 'private', subject: 'Listener', owner: 'zoe' }] })
  })
  const bodies = ['a', 'b', 'c', 'd', 'e']
  const sent = await Promise.all(bodies.map((body) => one.sceyt.messages.send(club, { from: 'zoe', body })))
  const expected = await settledState(one)
  expect(await settledState(other)).toEqual(expected)
  const listed = await other.sceyt.messages.list(club).toArray({ limit: Number.POSITIVE_INFINITY })
  expect(listed.slice(-5).map(({ id }) => id)).toEqual(sent.map(({ id }) => id))
})

test('changes that are made while a sandbox is being persisted are stored, too', async () => {
  const sandbox = createSandbox({ seed: demo })
  const sceyt = createSceyt(sandbox.connection())
  const persisting = persist(sandbox)
  sandbox.seed({ channels: [{ type: 'private', subject: 'Early', owner: 'zoe' }] })
  await Promise.all(['u1', 'u2', 'u3'].map((username) => sceyt.users.create({ username })))
  onTestFinished((await persisting).close)
  const other = await openTab()
  expect(usernames(other)).toEqual(expect.arrayContaining(['u1', 'u2', 'u3']))
  expect(stateOf(other.sandbox)).toEqual(stateOf(sandbox))
})

test.for([0, 1, 2, 3, 4, 5])(
  'an application that gets another key while it is called is the same in all tabs: %i',
  async (delay) => {
    const [one, other] = [await openTab(), await openTab()]
    one.sandbox.addApp({ appId: 'shop', apiKey: 'key-one', seed: {} })
    await settledState(other)
    const shop = createSceyt({ ...other.sandbox.connection('shop'), maxRetries: 0 })
    const creating = shop.users.create({ username: 'zoe' }).catch(() => {})
    for (let tick = 0; tick < delay; tick++) await new Promise((resolve) => setImmediate(resolve))
    one.sandbox.removeApp('shop')
    one.sandbox.addApp({ appId: 'shop', apiKey: 'key-two', seed: {} })
    await creating
    expect(await settledState(other)).toEqual(await settledState(one))
  },
)

test('an old page deletes nothing of an application that it does not have', async () => {
  const a = { appId: 'a', apiKey: 'key-of-a' }
  const apps = [a, { appId: 'b', apiKey: 'key-of-b' }]
  const old = await openTab({ apps: [a] })
  const current = await openTab({ apps })
  await createSceyt(current.sandbox.connection('b')).users.create({ username: 'zoe' })
  await current.close()
  const names = Array.from({ length: 600 }, (_, index) => `user-${index}`)
  await Promise.all(names.map((username) => old.sceyt.users.create({ username })))
  await settledState(old)
  expect(usernames(await openTab({ apps }), 'b')).toEqual(['zoe'])
})

test('a state that is refused leaves the sandbox as it was', async () => {
  const { sandbox, close } = await openTab({ apps: [{ appId: 'shop', apiKey: 'key-one' }] })
  sandbox.addApp({ appId: 'extra', apiKey: 'key-two', seed: {} })
  await close()
  indexedDB.deleteDatabase('sceyt-sandbox')
  await (await persist(sandbox)).close()
  const other = createSandbox()
  await expect(persist(other)).rejects.toThrow('cannot be loaded')
  expect(other.apps).toHaveLength(1)
})

test('a change by a method for which there is no space is dropped, and the sandbox works on', async () => {
  const tab = await openTab()
  fillStorage((_store, value) => JSON.stringify(value).includes('too large'))
  tab.sandbox.seed({ users: [{ username: 'nora', first_name: 'too large' }] })
  await expect(tab.sceyt.users.get('nora')).rejects.toThrow('404')
  expect(warn.mock.calls).toEqual([[expect.stringContaining('dropped'), expect.anything()]])
  await tab.sceyt.users.create({ username: 'omid' })
  expect(usernames(await openTab())).toContain('omid')
})

test('a snapshot for which there is no space is not stored, and the sandbox works on', async () => {
  const tab = await openTab()
  fillStorage(({ name }) => name === 'snapshot')
  const names = Array.from({ length: 520 }, (_, index) => `user-${index}`)
  await Promise.all(names.map((username) => tab.sceyt.users.create({ username })))
  await tab.sceyt.users.get('user-1')
  await tab.sceyt.users.delete('user-1')
  expect(warn.mock.calls).toEqual([[expect.stringContaining('snapshot'), expect.anything()]])
  expect(await settledState(await openTab())).toEqual(await settledState(tab))
})

test('a sandbox that is being closed is persisted again once it is', async () => {
  const sandbox = createSandbox({ seed: demo })
  const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
  const first = await persist(sandbox)
  const other = await openTab()
  const send = (tab: Sceyt, body: string) => tab.messages.send(club, { from: 'zoe', body })
  const sending = Array.from({ length: 20 }, (_, index) => [
    send(sceyt, `one ${index}`),
    send(other.sceyt, `two ${index}`),
  ])
  void first.close()
  const { close } = await persist(sandbox)
  onTestFinished(close)
  await Promise.all(sending.flat())
  const expected = await settledState(other)
  expect(await settledState({ sandbox })).toEqual(expected)
})

test('a second close waits for the first', async () => {
  const { sandbox, close } = await openTab()
  sandbox.seed({ users: [{ username: 'nora' }] })
  void close()
  await close()
  expect(usernames(await openTab())).toContain('nora')
})
