import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { writeScript } from '../../scripts/soak/sandbox/script.js'
import { stateOf, takeStep } from '../../scripts/soak/sandbox/step.js'
import { createSceyt, type Sceyt } from '../../src/index.js'
import { persist } from '../../src/sandbox/browser/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { stubIndexedDb } from '../lib/indexed-db.js'
import { openTab, settledState } from './tabs.js'

// An implementation of the standard in memory. test/browser/persist.test.ts uses that of Chromium.
const { BroadcastChannel } = globalThis

beforeEach(() => {
  stubIndexedDb()
  vi.stubGlobal('BroadcastChannel', BroadcastChannel)
})

afterAll(() => {
  vi.unstubAllGlobals()
})

const club = '101437428530810880'

test('the state survives a reload: users, messages, files, applications and the clock', async () => {
  const before = await openTab()
  expect(before.found).toBe(false)
  await before.sceyt.users.create({ username: 'new*user' })
  const { id } = await before.sceyt.messages.send(club, { from: 'zoe', body: 'Բարեւ 🎉' })
  const content = new Uint8Array([0, 255, 13, 10])
  await before.sceyt.files.upload(new File([content], 'photo.png'))
  before.sandbox.addApp({ appId: 'shop', apiKey: 'shop-key', seed: { users: [{ username: 'omar' }] } })
  before.sandbox.clock.set('2030-01-01T00:00:00Z')
  await before.close()

  const after = await openTab()
  expect(after.found).toBe(true)
  expect((await after.sceyt.users.get('new*user')).username).toBe('new*user')
  const [last] = await after.sceyt.messages
    .list(club)
    .toArray({ limit: 500 })
    .then((all) => all.slice(-1))
  expect(last).toMatchObject({ id, body: 'Բարեւ 🎉' })
  expect(new Uint8Array(await (await after.sceyt.files.download('photo.png')).arrayBuffer())).toEqual(content)
  const shop = createSceyt(after.sandbox.connection('shop'))
  expect((await shop.users.get('omar')).username).toBe('omar')
  expect(after.sandbox.clock.timestamp()).toBe('2030-01-01T00:00:00.000Z')
  expect(stateOf(after.sandbox)).toEqual(stateOf(before.sandbox))
})

test('a page that is closed without a word keeps what was acknowledged', async () => {
  const { sceyt } = await openTab()
  await sceyt.users.create({ username: 'nora' })
  const other = await openTab()
  expect((await other.sceyt.users.get('nora')).username).toBe('nora')
})

test('three tabs that send 100 messages each at once have the same 300, with distinct ids', async () => {
  const tabs = await Promise.all([openTab(), openTab(), openTab()])
  const channel = await tabs[0].sceyt.channels.createPrivate({ subject: 'Race', members: [{ username: 'zoe' }] })
  const sent = await Promise.all(
    tabs.flatMap(({ sceyt }, tab) =>
      Array.from({ length: 100 }, (_, index) =>
        sceyt.messages.send(channel.id, { from: 'zoe', body: `${tab}-${index}` }),
      ),
    ),
  )
  expect(new Set(sent.map(({ id }) => id)).size).toBe(300)
  for (const { sceyt } of [...tabs, await openTab()]) {
    const messages = await sceyt.messages.list(channel.id).toArray({ limit: Number.POSITIVE_INFINITY })
    expect(messages.map(({ id }) => id).sort()).toEqual(sent.map(({ id }) => id).sort())
  }
})

test('a tab that closes while all send loses nothing that was acknowledged, and doubles nothing', async () => {
  const [first, second] = [await openTab(), await openTab()]
  const bodies = Array.from({ length: 100 }, (_, index) => `message ${index}`)
  const send = ({ sceyt }: typeof first, body: string) => sceyt.messages.send(club, { from: 'zoe', body })
  const sending = [first, second].flatMap((tab) => bodies.map((body) => send(tab, body)))
  await sending[50]
  await first.close()
  await Promise.all(sending)
  const messages = await second.sceyt.messages.list(club).toArray({ limit: Number.POSITIVE_INFINITY })
  const ofSecond = await Promise.all(sending.slice(100))
  const ids = messages.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id } of ofSecond) expect(ids).toContain(id)
})

test('changes by methods reach other tabs, whose listeners are called', async () => {
  const [one, other] = [await openTab(), await openTab()]
  const changed = new Promise<void>((resolve) => other.sandbox.onChange(resolve))
  one.sandbox.seed({ users: [{ username: 'nora' }] })
  await changed
  expect(other.sandbox.snapshot().apps['sandbox']?.users?.map(({ username }) => username)).toContain('nora')
  one.sandbox.reset()
  await expect(other.sceyt.users.get('nora')).rejects.toThrow('404')
})

test('a reset restores the seed, in all tabs, and after a reload', async () => {
  const one = await openTab()
  await one.sceyt.users.create({ username: 'nora' })
  one.sandbox.reset()
  const other = await openTab()
  expect(await settledState(other)).toEqual(await settledState(one))
  await expect(other.sceyt.users.get('nora')).rejects.toThrow('404')
})

test('a change by a method that conflicts with an earlier one of another tab is dropped', async () => {
  const [one, other] = [await openTab(), await openTab()]
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  one.sandbox.seed({ users: [{ username: 'nora', first_name: 'One' }] })
  other.sandbox.seed({ users: [{ username: 'nora', first_name: 'Other' }] })
  const names = await Promise.all([one, other].map(async ({ sceyt }) => (await sceyt.users.get('nora')).first_name))
  expect(names[0]).toBe(names[1])
  expect(warn.mock.calls).toEqual([[expect.stringContaining('dropped')]])
})

test('an application that another tab has added can be called, and one that it has removed cannot', async () => {
  const [one, other] = [await openTab(), await openTab()]
  const { appId, apiKey } = one.sandbox.addApp({ seed: {} })
  const sceyt = createSceyt({ ...other.sandbox.connection(), appId, apiKey })
  await sceyt.users.create({ username: 'zoe' })
  one.sandbox.removeApp(appId)
  await expect(sceyt.users.get('zoe')).rejects.toThrow('401')
})

/** Adds more users than there may be changes after a snapshot. */
async function addUsers(sceyt: Sceyt, count = 600) {
  const names = Array.from({ length: count }, (_, index) => `user-${index}`)
  await Promise.all(names.map((username) => sceyt.users.create({ username })))
}

test('the stored changes are replaced by a snapshot from time to time, which other tabs load', async () => {
  const one = await openTab()
  // A tab that is asleep is not notified.
  vi.stubGlobal(
    'BroadcastChannel',
    class extends EventTarget {
      postMessage() {}
      close() {}
    },
  )
  const other = await openTab()
  await addUsers(one.sceyt)
  await one.sceyt.users.create({ username: 'one more' })
  await other.sceyt.users.create({ username: 'last' })
  const expected = await settledState(one)
  expect(await settledState(other)).toEqual(expected)
  expect(await settledState(await openTab())).toEqual(expected)
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('sceyt-sandbox')
    opening.onsuccess = () => resolve(opening.result)
  })
  onTestFinished(() => database.close())
  const count = database.transaction('changes').objectStore('changes').count()
  await new Promise((resolve) => count.addEventListener('success', resolve))
  expect(count.result).toBeLessThan(100)
})

test('a snapshot does not contain a change that is stored after it', async () => {
  const { sandbox, sceyt } = await openTab()
  await addUsers(sceyt)
  sandbox.seed({ channels: [{ type: 'private', subject: 'Once', owner: 'zoe' }] })
  const expected = await settledState({ sandbox })
  expect(await settledState(await openTab())).toEqual(expected)
})

test('a database that is deleted while pages are open is created again', async () => {
  const [one, other] = [await openTab(), await openTab()]
  await one.sceyt.users.create({ username: 'nora' })
  const deleting = indexedDB.deleteDatabase('sceyt-sandbox')
  await new Promise((resolve) => deleting.addEventListener('success', resolve))
  await one.sceyt.users.create({ username: 'omid' })
  for (const username of ['nora', 'omid']) expect((await other.sceyt.users.get(username)).username).toBe(username)
})

test('databases of different names have states of their own', async () => {
  const [one, other] = [await openTab(), await openTab({ seed: demo }, 'other')]
  await one.sceyt.users.create({ username: 'nora' })
  await expect(other.sceyt.users.get('nora')).rejects.toThrow('404')
})

test('after it is closed, the sandbox works on without being stored, and can be persisted again', async () => {
  const sandbox = createSandbox()
  const state = await persist(sandbox)
  await state.close()
  await state.close()
  const sceyt = createSceyt(sandbox.connection())
  await sceyt.users.create({ username: 'unsaved' })
  const { found, close } = await persist(sandbox)
  onTestFinished(close)
  expect(found).toBe(true)
  await expect(sceyt.users.get('unsaved')).rejects.toThrow('404')
})

test('a state of other applications is refused, and left alone', async () => {
  const one = await openTab({ apps: [{ appId: 'shop', apiKey: 'k' }] })
  await one.close()
  const sandbox = createSandbox({ seed: demo })
  const before = stateOf(sandbox)
  await expect(persist(sandbox)).rejects.toThrow(
    'The state in the database "sceyt-sandbox" cannot be loaded: The sandbox has no application "shop".',
  )
  expect(stateOf(sandbox)).toEqual(before)
  expect((await openTab({ apps: [{ appId: 'shop', apiKey: 'k' }] })).found).toBe(true)
})

test('a sandbox is persisted once, under a name that is a text', async () => {
  const { sandbox } = await openTab()
  await expect(persist(sandbox)).rejects.toThrow('The sandbox is persisted already: call close()')
  await expect(persist(createSandbox(), { name: '' })).rejects.toThrow('name must be a non-empty string, got "".')
})

test('where there is no IndexedDB, the error says so', async () => {
  vi.stubGlobal('indexedDB', undefined)
  await expect(persist(createSandbox())).rejects.toThrow('persist needs IndexedDB and BroadcastChannel')
})

test.for([1, 2, 3, 4, 5, 6, 7, 8])('random steps of three tabs at once lead to one state: seed %i', async (seed) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  const { options, steps } = await writeScript(seed, 120)
  const tabs = await Promise.all([openTab(options), openTab(options), openTab(options)])
  const lanes = tabs.map(({ sandbox }, lane) => ({
    sandbox,
    steps: steps.filter((_, index) => index % tabs.length === lane),
  }))
  await Promise.all(
    lanes.map(async ({ sandbox, steps }) => {
      for (const step of steps) await takeStep(sandbox, step).catch(() => {})
    }),
  )
  const late = await openTab(options)
  const states = await Promise.all([...tabs, late].map(({ sandbox }) => settledState({ sandbox })))
  for (const state of states) expect(state).toEqual(states[0])
})
