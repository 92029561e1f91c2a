import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { AuthenticationError, createSceyt, type Sceyt } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { createSandbox, type Sandbox, SeedError } from '../../src/sandbox/index.js'
import { keepIn } from '../../src/sandbox/node/index.js'
import { named, post } from './open.js'
import { serveSandbox } from './served.js'

const unexpected = (error: unknown) => expect.unreachable(String(error))
const clientOf = (sandbox: Sandbox, appId?: string) => createSceyt({ ...sandbox.connection(appId), maxRetries: 0 })
const statusOf = async (sandbox: Sandbox, appId: string, apiKey: string) => {
  const headers = { 'Platform-Api-Key': apiKey }
  return (await sandbox.fetch(`https://sandbox.invalid/v1/${appId}/users`, { headers })).status
}
const usersOf = (sandbox: Sandbox, appId: string) =>
  sandbox.snapshot().apps[appId]?.users?.map(({ username }) => username)

it('an added application has a random id and key, and the seed of the sandbox', async () => {
  const sandbox = createSandbox({ seed: { users: named('zoe') } })
  const one = sandbox.addApp()
  const two = sandbox.addApp({})
  expect(one).toEqual({
    appId: expect.stringMatching(/^app-[a-z2-9]{10}$/),
    apiKey: expect.stringMatching(/^key-[a-z2-9]{24}$/),
  })
  expect([two.appId, two.apiKey]).not.toEqual([one.appId, one.apiKey])
  expect(sandbox.apps).toEqual([{ appId: 'sandbox', apiKey: 'sandbox-key' }, one, two])
  await clientOf(sandbox, one.appId).users.create({ username: 'omar' })
  expect([usersOf(sandbox, one.appId), usersOf(sandbox, two.appId), usersOf(sandbox, 'sandbox')]).toEqual([
    ['zoe', 'omar'],
    ['zoe'],
    ['zoe'],
  ])
  expect(sandbox.connection().appId).toBe('sandbox')
  expect(JSON.stringify(sandbox.snapshot())).not.toContain('key-')
})

it('an added application has the given id, key and seed, which may be empty, and keeps a copy of the seed', () => {
  const sandbox = createSandbox({ seed: { users: named('zoe') } })
  const seed = { users: named('omar') }
  expect(sandbox.addApp({ appId: 'worker-1', apiKey: 'k', seed })).toEqual({ appId: 'worker-1', apiKey: 'k' })
  sandbox.addApp({ appId: '__proto__', seed: {} })
  seed.users.push({ username: 'eva' })
  sandbox.reset()
  expect([usersOf(sandbox, 'worker-1'), usersOf(sandbox, '__proto__')]).toEqual([['omar'], []])
})

it.each<[unknown, new (message: string) => Error, string]>([
  [{ appId: 'sandbox' }, RangeError, 'There is an application "sandbox" already.'],
  [{ appId: 'a/b' }, RangeError, 'appId must be letters, digits and -._~, got "a/b".'],
  [{ appId: 5 }, RangeError, 'appId must be letters, digits and -._~, got the number 5.'],
  [{ appId: '' }, RangeError, 'appId must be letters'],
  [{ apiKey: 'a b' }, RangeError, 'must be visible ASCII characters'],
  [{ apiKey: null }, RangeError, 'must be visible ASCII characters'],
  [{ privateKey: 'a' }, RangeError, 'there is no option "privateKey"'],
  [[], RangeError, 'options must be an object, got an array.'],
  [{ seed: { users: [{}] } }, SeedError, 'users[0].username is required'],
  [{ seed: { users: named('zoe', 'zoe') } }, SeedError, 'users[1]: username "zoe" is taken.'],
  [{ seed: null }, SeedError, 'must be an object'],
])('an application is not added with %j', (options, ErrorClass, message) => {
  const sandbox = createSandbox()
  expect(() => sandbox.addApp(options as object)).toThrow(ErrorClass)
  expect(() => sandbox.addApp(options as object)).toThrow(message)
  expect(sandbox.apps).toHaveLength(1)
})

it('there are 1,000 applications at most, and room for another one after one is removed', () => {
  const sandbox = createSandbox()
  for (let number = 1; number < 1_000; number++) sandbox.addApp({ appId: `app-${number}`, apiKey: 'k' })
  expect(() => sandbox.addApp()).toThrow('There are 1000 applications already. Remove those that are not in use.')
  sandbox.removeApp('app-77')
  expect(sandbox.addApp().appId).toMatch(/^app-/)
})

it('a removed application is unknown, and one that is added again with its id starts anew', async () => {
  const sandbox = createSandbox({ rateLimit: { requests: 1, window: 60_000 } })
  sandbox.addApp({ appId: 'shop', apiKey: 'old-shop-key' })
  expect([await statusOf(sandbox, 'shop', 'old-shop-key'), await statusOf(sandbox, 'shop', 'old-shop-key')]).toEqual([
    200, 429,
  ])
  sandbox.seed({ users: named('zoe') }, 'shop')
  sandbox.removeApp('shop')
  expect(await statusOf(sandbox, 'shop', 'old-shop-key')).toBe(401)
  expect(sandbox.snapshot().apps).not.toHaveProperty('shop')
  for (const call of [
    () => sandbox.removeApp('shop'),
    () => sandbox.connection('shop'),
    () => sandbox.reset('shop'),
    () => sandbox.seed({}, 'shop'),
  ])
    expect(call).toThrow('There is no application "shop".')
  await expect(sandbox.token('zoe', { appId: 'shop' })).rejects.toThrow('There is no application "shop".')
  sandbox.addApp({ appId: 'shop', apiKey: 'new-shop-key' })
  expect([await statusOf(sandbox, 'shop', 'old-shop-key'), await statusOf(sandbox, 'shop', 'new-shop-key')]).toEqual([
    401, 200,
  ])
  expect(usersOf(sandbox, 'shop')).toEqual([])
})

it('an application of the options cannot be removed', () => {
  const sandbox = createSandbox({ apps: [{ appId: 'shop', apiKey: 'k' }] })
  sandbox.addApp()
  const message = 'The application "shop" cannot be removed, since it is in the options of the sandbox.'
  expect(() => sandbox.removeApp('shop')).toThrow(message)
  expect(sandbox.apps).toHaveLength(2)
})

it.each([
  ['removed', undefined],
  ['removed and added again', { appId: 'shop', apiKey: 'k' }],
])('a request whose body is received while its application is %s is rejected', async (_, next) => {
  const folder = await temporaryFolder()
  const sandbox = createSandbox()
  await keepIn(join(folder, 'data.json'), sandbox, unexpected)
  sandbox.addApp({ appId: 'shop', apiKey: 'k' })
  const outcome = await sandbox.respond({
    method: 'POST',
    origin: 'http://127.0.0.1',
    pathname: `${sandbox.basePath('shop')}/users`,
    search: '',
    header: (name) => (name === 'content-type' ? 'application/json' : 'k'),
    async body() {
      sandbox.removeApp('shop')
      if (next) sandbox.addApp(next)
      return JSON.stringify({ username: 'zoe' })
    },
  })
  expect(outcome).toMatchObject({ status: 401 })
  expect(usersOf(sandbox, 'shop')).toEqual(next && [])
  expect((await loadCopy(folder)).snapshot()).toEqual(sandbox.snapshot())
})

it('a reset goes back to the seed of each added application, and a restore empties those that it does not have', () => {
  const sandbox = createSandbox({ seed: { users: named('zoe') } })
  const before = sandbox.snapshot()
  sandbox.addApp({ appId: 'shop', seed: { users: named('omar') } })
  const change = (...usernames: string[]) => {
    for (const { appId } of sandbox.apps) sandbox.seed({ users: named(...usernames) }, appId)
  }
  const users = () => [usersOf(sandbox, 'sandbox'), usersOf(sandbox, 'shop')]
  change('eva')
  sandbox.reset('shop')
  expect(users()).toEqual([['zoe', 'eva'], ['omar']])
  change('dan')
  sandbox.reset()
  expect(users()).toEqual([['zoe'], ['omar']])
  const after = sandbox.snapshot()
  sandbox.restore(before)
  expect(users()).toEqual([['zoe'], []])
  sandbox.restore(after)
  expect(users()).toEqual([['zoe'], ['omar']])
  sandbox.removeApp('shop')
  expect(() => sandbox.restore(after)).toThrow('Invalid snapshot: There is no application "shop".')
})

it('a listener is notified of an application that is added or removed', () => {
  const sandbox = createSandbox()
  let changes = 0
  sandbox.onChange(() => changes++)
  sandbox.addApp({ appId: 'shop' })
  expect(() => sandbox.addApp({ appId: 'shop' })).toThrow()
  sandbox.removeApp('shop')
  expect(() => sandbox.removeApp('shop')).toThrow()
  expect(changes).toBe(2)
})

it('a token is that of its own application', async () => {
  const sandbox = createSandbox()
  const keys = []
  for (let round = 0; round < 2; round++) {
    sandbox.addApp({ appId: 'shop', seed: { users: named('zoe') } })
    expect((await sandbox.token('zoe', { appId: 'shop' })).token).toMatch(/^ey/)
    keys.push((await clientOf(sandbox, 'shop').application.get()).public_key)
    sandbox.removeApp('shop')
  }
  expect(keys[0]).not.toBe(keys[1])
})

it('twenty workers with applications of their own do not see the data of each other', { timeout: 60_000 }, async () => {
  const { get } = await serveSandbox()
  const fetch = pooledFetch({ connections: 50 })
  const work = async (worker: number) => {
    const added = await get('/_sandbox/apps', post({ seed: { users: named('zoe') } }))
    const { appId, apiKey, baseUrl } = (await added.json()) as { appId: string; apiKey: string; baseUrl: string }
    const { users } = createSceyt({ baseUrl, apiKey, fetch, maxRetries: 0 })
    const names = Array.from({ length: 100 }, (_, call) => `user-${call}`)
    await Promise.all(names.map((username) => users.create({ username, first_name: `of ${worker}` })))
    const listed = await users.list({ limit: 50 }).toArray({ limit: 1_000 })
    expect(listed.map(({ username }) => username).sort()).toEqual([...names, 'zoe'].sort())
    expect(listed.slice(1).every(({ first_name }) => first_name === `of ${worker}`)).toBe(true)
    if (worker % 2) expect((await get(`/_sandbox/reset?app=${appId}`, { method: 'POST' })).status).toBe(204)
    expect((await users.list()).total_count).toBe(worker % 2 ? 1 : 101)
    expect((await get(`/_sandbox/apps/${appId}`, { method: 'DELETE' })).status).toBe(204)
    await expect(users.list()).rejects.toThrow(AuthenticationError)
  }
  await Promise.all(Array.from({ length: 20 }, (_, worker) => work(worker)))
  expect(await (await get('/_sandbox/apps')).json()).toHaveLength(1)
})

it('the controls add, list and remove applications', async () => {
  const { get, sandbox, server } = await serveSandbox()
  const ask = async (method: string, path: string, body?: string) => {
    const response = await get(`/_sandbox/apps${path}`, { method, ...(body !== undefined && { body }) })
    const text = await response.text()
    return [response.status, text && JSON.parse(text)]
  }
  const listed = (appId: string) => ({ appId, basePath: `/v1/${appId}`, baseUrl: server.baseUrl(appId) })
  const [status, made] = await ask('POST', '')
  expect([status, made]).toEqual([200, { ...listed(made.appId), apiKey: sandbox.apps[1]?.apiKey }])
  expect(usersOf(sandbox, made.appId)).toEqual(['zoe'])
  expect(await ask('POST', '', '{"appId":"shop","apiKey":"k","seed":{}}')).toEqual([
    200,
    { ...listed('shop'), apiKey: 'k' },
  ])
  expect(usersOf(sandbox, 'shop')).toEqual([])
  const all = sandbox.apps.map(({ appId, apiKey }) => ({ ...listed(appId), apiKey }))
  expect(all.map(({ appId }) => appId)).toEqual(['sandbox', made.appId, 'shop'])
  expect(await ask('GET', '')).toEqual([200, all])
  expect(await (await get('/')).text()).toContain(`${made.apiKey}`)
  expect(await ask('DELETE', '/shop')).toEqual([204, ''])
  const unknown = { message: 'There is no application "shop".', apps: ['sandbox', made.appId] }
  expect(await ask('DELETE', '/shop')).toEqual([404, unknown])
  expect(await ask('DELETE', '/%2F')).toMatchObject([404, { message: 'There is no application "%2F".' }])
  expect(await ask('DELETE', '/sandbox')).toEqual([
    422,
    { message: 'The application "sandbox" cannot be removed, since it is in the options of the sandbox.' },
  ])
  for (const [method, path] of [
    ['DELETE', ''],
    ['DELETE', '/'],
    ['DELETE', `/${made.appId}/`],
    ['DELETE', '/ID/ID'],
    ['GET', `/${made.appId}`],
    ['PUT', `/${made.appId}`],
  ] as const)
    expect(await ask(method, path)).toMatchObject([404, { message: expect.stringMatching(/is not a control\.$/) }])
  for (const [body, message] of [
    ['null', 'options must be an object, got null.'],
    ['{"seeds":{}}', 'there is no option "seeds"; did you mean "seed"?'],
    ['{"appId":"sandbox"}', 'There is an application "sandbox" already.'],
    ['{"seed":{"users":[{}]}}', 'users[0].username is required'],
    ['{"seed":"empty"}', 'must be an object'],
    ['{', 'JSON'],
  ])
    expect(await ask('POST', '', body)).toMatchObject([422, { message: expect.stringContaining(message as string) }])
  expect(await ask('DELETE', `/${made.appId}?app=sandbox`)).toMatchObject([422, {}])
  expect((await get('/_sandbox/apps', { method: 'POST', headers: { Origin: 'https://evil.example' } })).status).toBe(
    403,
  )
  expect(sandbox.apps).toHaveLength(2)
})

it.each(['after the process was killed', 'after the log was merged'])(
  'applications are added and removed in order, %s',
  async (when) => {
    const folder = await temporaryFolder()
    const sandbox = createSandbox({ seed: { users: named('zoe') }, rateLimit: { requests: 3, window: 60_000 } })
    const store = await keepIn(join(folder, 'data.json'), sandbox, unexpected)
    sandbox.addApp({ appId: 'shop', apiKey: 'old-shop-key', seed: { users: named('ana') } })
    await clientOf(sandbox, 'shop').users.create({ username: 'ben' })
    sandbox.seed({ users: named('cid') }, 'shop')
    sandbox.addApp({ appId: 'gone', apiKey: 'k' })
    sandbox.removeApp('shop')
    const { appId } = sandbox.addApp()
    sandbox.addApp({ appId: 'shop', apiKey: 'new-shop-key', seed: { users: named('eva') } })
    sandbox.reset()
    await clientOf(sandbox, 'shop').users.create({ username: 'dan' })
    await clientOf(sandbox, appId).users.create({ username: 'fay' })
    sandbox.removeApp('gone')
    if (when === 'after the log was merged') await store.close()
    const next = await loadCopy(folder, { rateLimit: { requests: 1, window: 60_000 } })
    expect(next.snapshot()).toEqual(sandbox.snapshot())
    expect(next.apps).toEqual(sandbox.apps)
    expect([usersOf(next, 'shop'), usersOf(next, appId)]).toEqual([
      ['eva', 'dan'],
      ['zoe', 'fay'],
    ])
    expect([await statusOf(next, 'shop', 'new-shop-key'), await statusOf(next, 'shop', 'new-shop-key')]).toEqual([
      200, 429,
    ])
    next.reset()
    expect([usersOf(next, 'shop'), usersOf(next, appId)]).toEqual([['eva'], ['zoe']])
    next.removeApp('shop')
    expect(next.apps.map((app) => app.appId)).toEqual(['sandbox', appId])
  },
)

it('the data file has the keys and seeds of added applications, and their state', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'data.json')
  const sandbox = createSandbox()
  const store = await keepIn(path, sandbox, unexpected)
  sandbox.addApp({ appId: 'shop', apiKey: 'k', seed: { users: named('ana') } })
  sandbox.addApp({ appId: 'cafe', apiKey: 'k', seed: {} })
  sandbox.seed({ users: named('ben') }, 'shop')
  await store.close()
  const { added, apps } = JSON.parse(await readFile(path, 'utf8'))
  expect(added).toEqual([
    { appId: 'shop', apiKey: 'k', seed: { users: named('ana') } },
    { appId: 'cafe', apiKey: 'k', seed: {} },
  ])
  expect({ apps }).toEqual(sandbox.snapshot())
})

it('a downloaded snapshot is a data file, with its applications and files', async () => {
  const { sandbox, get } = await serveSandbox({ seed: { files: [{ name: 'a.bin', content: 'AAAA' }] } })
  sandbox.addApp({ appId: 'shop', apiKey: 'k', seed: { users: named('ana') } })
  const response = await get('/_sandbox/snapshot')
  expect(response.headers.get('content-type')).toBe('application/json')
  const path = join(await temporaryFolder(), 'backup.json')
  await writeFile(path, await response.text())
  const next = createSandbox()
  await keepIn(path, next, unexpected)
  expect(next.snapshot()).toEqual(sandbox.snapshot())
  expect(next.apps).toEqual(sandbox.apps)
})

it('files in the seed of an added application are kept, each content once', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'data.json')
  const content = Buffer.from('Բարեւ'.repeat(1_000)).toString('base64')
  const seed = { files: [{ name: 'a.bin', content }] }
  const [first, second, third] = [createSandbox({ seed }), createSandbox(), createSandbox()]
  await keepIn(path, first, unexpected)
  for (const appId of ['one', 'two']) first.addApp({ appId, apiKey: appId })
  const killed = await loadCopy(folder)
  expect(killed.snapshot().apps['two']).toEqual(first.snapshot().apps['two'])
  first.seed({ users: named('zoe') }, 'one')
  const copy = await copyData(folder)
  for (const sandbox of [second, third]) {
    await (await keepIn(copy, sandbox, unexpected)).close()
    expect(await readFile(copy, 'utf8')).not.toContain(content)
    expect(await readdir(`${copy}.files`)).toHaveLength(1)
    expect(sandbox.snapshot()).toEqual(first.snapshot())
  }
  third.reset()
  expect(third.snapshot().apps['one']?.users).toEqual([])
  expect(third.snapshot().apps['one']?.files).toMatchObject(seed.files)
})

it('options win over an application that was added with the same id', async () => {
  const folder = await temporaryFolder()
  const first = createSandbox()
  await keepIn(join(folder, 'data.json'), first, unexpected)
  first.addApp({ appId: 'shop', apiKey: 'added-key', seed: { users: named('ana') } })
  await clientOf(first, 'shop').users.create({ username: 'ben' })
  const apps = [
    { appId: 'sandbox', apiKey: 'k' },
    { appId: 'shop', apiKey: 'given-key' },
  ]
  const second = await loadCopy(folder, { apps })
  expect(second.apps).toEqual(apps)
  expect(usersOf(second, 'shop')).toEqual(['ana', 'ben'])
  first.removeApp('shop')
  expect(usersOf(await loadCopy(folder, { apps }), 'shop')).toEqual([])
})

it.each<[unknown, string]>([
  [{}, 'added must be an array.'],
  [[null], 'Invalid application: appId must be letters, digits and -._~, got undefined.'],
  [[{ appId: 'shop', seed: {} }], 'The apiKey of the application "shop" must be visible ASCII characters.'],
  [[{ appId: 'shop', apiKey: 'k' }], 'Invalid seed: it must be an object'],
  [Array(2).fill({ appId: 'shop', apiKey: 'k', seed: {} }), 'There is an application "shop" already.'],
])('a data file with the added applications %j is damaged', async (added, message) => {
  const path = join(await temporaryFolder(), 'data.json')
  const text = JSON.stringify({ added, apps: { sandbox: {} } })
  await writeFile(path, text)
  const loaded = keepIn(path, createSandbox(), unexpected)
  await expect(loaded).rejects.toThrow(`${path} is damaged or not a data file of this sandbox. It was not changed. `)
  await expect(loaded).rejects.toThrow(message)
  expect(await readFile(path, 'utf8')).toBe(text)
})

it('an application whose change cannot be recorded is neither added nor removed', () => {
  const sandbox = createSandbox()
  sandbox.addApp({ appId: 'shop' })
  const fail = () => {
    throw new Error('full')
  }
  sandbox.recordWith({ record: fail, retract: fail })
  expect(() => sandbox.addApp()).toThrow('The change cannot be saved, so it was not made: full')
  expect(() => sandbox.removeApp('shop')).toThrow('The change cannot be saved')
  expect(sandbox.apps).toHaveLength(2)
})

it('the guide’s example of a worker runs', async () => {
  const { sandbox, server } = await serveSandbox()
  const guide = await readFile(new URL('../../guides/sandbox.md', import.meta.url), 'utf8')
  const [, example = ''] = /```js\n(import \{ afterAll.*?)```/s.exec(guide) ?? []
  const code = example
    .replace('http://127.0.0.1:4010', server.origin)
    .replaceAll(/^import .*\n/gm, '')
    .replace('export const sceyt =', 'return')
  const AsyncFunction = (async () => {}).constructor as new (...code: string[]) => (...values: unknown[]) => unknown
  const ends: (() => Promise<Response>)[] = []
  const run = new AsyncFunction('createSceyt', 'afterAll', code)
  const sceyt = (await run(createSceyt, (end: () => Promise<Response>) => ends.push(end))) as Sceyt
  expect((await sceyt.users.get('zoe')).username).toBe('zoe')
  expect(sandbox.apps).toHaveLength(2)
  for (const end of ends) expect((await end()).status).toBe(204)
  expect(sandbox.apps).toHaveLength(1)
})

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-apps-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

/** Copies the folder's data file and what is beside it, as a kill leaves it. */
async function copyData(folder: string): Promise<string> {
  const copy = join(await mkdtemp(join(folder, 'copy-')), 'data.json')
  for (const suffix of ['', '.log', '.files'])
    await cp(join(folder, `data.json${suffix}`), copy + suffix, { recursive: true }).catch((error) => {
      if (!suffix || error.code !== 'ENOENT') throw error
    })
  return copy
}

/** Loads what the folder's data file has now into another sandbox. */
async function loadCopy(folder: string, options: Parameters<typeof createSandbox>[0] = {}): Promise<Sandbox> {
  const copy = await copyData(folder)
  const sandbox = createSandbox(options)
  await keepIn(copy, sandbox, unexpected)
  return sandbox
}
