import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSceyt, type Fetch, InputError, type Sceyt, UnprocessableEntityError, where } from '../../src/index.js'
import { fromStream } from '../../src/node/index.js'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { listen, type SandboxServer } from '../../src/sandbox/node/index.js'
import { failure } from '../lib/fetches.js'
import { randomCases } from '../lib/random.js'
import { illFormed, unnameable, wellFormed } from '../lib/texts.js'
import { named } from '../sandbox/open.js'

// A failure ends a run at once: shrinking would take thousands of requests. Seed and path reproduce it.
const bounds = { ...randomCases(40), endOnFailure: true }
const nameable = wellFormed.filter((text) => !unnameable.includes(text))

let sandbox: Sandbox
let server: SandboxServer
let sceyt: Sceyt
let requests = 0
const counting: Fetch = (url, init) => {
  requests++
  return fetch(url, init)
}

beforeAll(async () => {
  sandbox = createSandbox({ seed: { users: named('zoe'), channels: [{ type: 'public', owner: 'zoe' }] } })
  server = await listen(sandbox)
  sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key', maxRetries: 0, fetch: counting })
})
afterAll(() => server.close())

/** Asserts a property for every text, each time with a reset sandbox. */
function holds(texts: fc.Arbitrary<string>, property: (text: string) => Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(texts, async (text) => {
      sandbox.reset()
      await property(text)
    }),
    bounds,
  )
}

/** Returns a file name as a form transmits it: quotes and line breaks are sent as `%22`, `%0D` and `%0A`, so these sequences are indistinguishable from them. */
const inForm = (name: string) => name.replaceAll('%22', '"').replace(/%0d/gi, '\r').replace(/%0a/gi, '\n')

/** Asserts that a call is rejected because of a parameter, and that nothing is sent. */
async function expectRejection(parameter: string, call: () => PromiseLike<unknown>): Promise<void> {
  const before = requests
  const error = await failure((async () => call())())
  expect(error).toBeInstanceOf(InputError)
  expect(error).toMatchObject({ parameter })
  expect(requests).toBe(before)
}

it('any username works in bodies, paths and queries', () =>
  holds(nameable, async (username) => {
    const user = { username, first_name: username, last_name: username, avatar: username }
    expect(
      await sceyt.users.create({ username, first_name: username, last_name: username, avatar_url: username }),
    ).toMatchObject(user)
    expect(await sceyt.users.get(username)).toMatchObject(user)
    expect((await sceyt.users.list({ offset: 1 })).users).toMatchObject([user])
    const { id } = await sceyt.channels.createPrivate({ subject: '', owner: username })
    const message = await sceyt.messages.send(id, { from: username, body: '' })
    expect(message.from).toBe(username)
    await sceyt.messages.delete(id, message.id, { from: username })
    await sceyt.users.delete(username)
    expect((await sceyt.users.list()).users).toMatchObject(named('zoe'))
  }))

it('any text is stored as a subject, label, metadata or body, and a filter finds exactly its channel', () =>
  holds(wellFormed, async (text) => {
    const texts = { subject: text, label: text, metadata: text }
    const { id } = await sceyt.channels.createPrivate({ ...texts, avatar_url: text, owner: 'zoe' })
    await sceyt.channels.createPrivate({ subject: `${text}.` })
    expect(await sceyt.channels.get(id)).toMatchObject({ ...texts, avatar: text })
    const { id: messageId } = await sceyt.messages.send(id, { from: 'zoe', body: text, type: text, metadata: text })
    expect((await sceyt.messages.list(id)).messages).toMatchObject([{ body: text, type: text, metadata: text }])
    expect(await sceyt.messages.edit(id, messageId, { from: 'zoe', body: `${text}!` })).toMatchObject({
      body: `${text}!`,
    })
    if (text === '')
      return expectRejection('filter', () => sceyt.channels.list({ filter: [where('subject', 'eq', text)] }))
    expect(
      (await sceyt.channels.list({ filter: [where('subject', 'eq', text)] })).items.map((channel) => channel.id),
    ).toEqual([id])
    if (text.includes(';'))
      return expectRejection('value', () => sceyt.channels.list({ filter: [where('subject', 'in', [text])] }))
    expect(
      (await sceyt.channels.list({ filter: [where('subject', 'in', [text, 'other'])] })).items.map(
        (channel) => channel.id,
      ),
    ).toEqual([id])
  }))

it.each<[string, (name: string) => Parameters<Sceyt['files']['upload']>[0]]>([
  ['a File', (name) => new File(['content'], name)],
  ['a stream', (name) => fromStream(new Blob(['content']).stream(), { name })],
])('any name of %s is kept, except for the three sequences that a form uses itself', (_what, file) =>
  holds(nameable, async (name) => {
    const { url } = await sceyt.files.upload(file(name))
    expect(new URL(url).href).toBe(url)
    expect(decodeURIComponent(url.split('/').at(-1) ?? '')).toBe(inForm(name))
    expect(await (await sceyt.files.download(inForm(name))).text()).toBe('content')
    await sceyt.files.delete(inForm(name))
  }),
)

it('a lone surrogate is rejected anywhere, before anything is sent', () =>
  holds(illFormed, async (text) => {
    await expectRejection('username', () => sceyt.users.get(text))
    await expectRejection('username', () => sceyt.users.create({ username: text }))
    await expectRejection('fileName', () => sceyt.files.download(text))
    await expectRejection('subject', () => sceyt.channels.createPrivate({ subject: text }))
    await expectRejection('metadata', () => sceyt.channels.createPrivate({ subject: '', metadata: text }))
    await expectRejection('body', () => sceyt.messages.send('1', { from: 'zoe', body: text }))
    await expectRejection('from', () => sceyt.messages.delete('1', '2', { from: text }))
    await expectRejection('filter', () => sceyt.channels.list({ filter: [where('subject', 'eq', text)] }))
    await expectRejection('filter[0]', () => sceyt.channels.list({ filter: [`subject:eq:${text}`] }))
  }))

it.each(unnameable)('%j is rejected as a path segment, before anything is sent', async (text) => {
  await expectRejection('username', () => sceyt.users.get(text))
  await expectRejection('fileName', () => sceyt.files.download(text))
  await expectRejection('channelId', () => sceyt.messages.list(text))
  await expectRejection('messageId', () => sceyt.messages.delete('1', text, { from: 'zoe' }))
})

it('a username that cannot be in a path is rejected, by the client if empty, by the sandbox if it is dots', async () => {
  await expectRejection('username', () => sceyt.users.create({ username: '' }))
  for (const username of ['.', '..'])
    expect(await failure(sceyt.users.create({ username }))).toBeInstanceOf(UnprocessableEntityError)
})
