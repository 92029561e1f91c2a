import { execFileSync } from 'node:child_process'
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, inject, it } from 'vitest'

const scratch = inject('scratch')
const modules = join(scratch, 'node_modules')

/** Installs another copy of the package, with a version of its own. */
async function installCopy(name: string, version: string): Promise<void> {
  const folder = join(modules, name, 'node_modules')
  const copy = join(folder, 'sceyt-platform')
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(modules, name, 'index.js'),
    "for (const entry of ['', '/node', '/sandbox', '/sandbox/node', '/token', '/validate']) exports[entry] = require('sceyt-platform' + entry)\n",
  )
  await cp(join(modules, 'sceyt-platform'), copy, { recursive: true })
  for (const other of ['jose', 'openapi-fetch']) await symlink(join(modules, other), join(folder, other))
  const dist = join(copy, 'dist')
  const own = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8')).version
  let count = 0
  for (const file of await readdir(dist, { recursive: true })) {
    if (!/\.c?js$/.test(file)) continue
    const path = join(dist, file)
    const code = await readFile(path, 'utf8')
    const changed = code.replaceAll(
      `Symbol.for("sceyt-platform/${compatibleWith(own)}")`,
      `Symbol.for("sceyt-platform/${compatibleWith(version)}")`,
    )
    if (!code.includes(`Symbol.for("sceyt-platform/${compatibleWith(own)}")`)) continue
    count++
    await writeFile(path, changed)
  }
  expect(count).toBeGreaterThanOrEqual(4)
}

/** Returns what the mark of errors contains: the major version, or before 1.0 the minor one too. */
const compatibleWith = (version: string) => /^(0\.)?\d+/.exec(version)?.[0]

beforeAll(async () => {
  const { version } = JSON.parse(await readFile(join(modules, 'sceyt-platform/package.json'), 'utf8'))
  const [major, minor] = version.split('.').map(Number)
  await installCopy('compatible', `${major}.${minor}.99`)
  await installCopy('breaking', major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`)
})

const copies = `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const load = async (use) => Object.fromEntries(await Promise.all(['', '/node', '/sandbox', '/sandbox/node', '/token', '/validate'].map(async (entry) => [entry, await use('sceyt-platform' + entry)])))
const imported = await load((name) => import(name))
const required = await load(require)
const [compatible, breaking] = [require('compatible'), require('breaking')]
`

/** Runs a program that has the copies, and returns what it prints as JSON. */
function run(program: string): unknown {
  const output = execFileSync(process.execPath, ['--input-type=module'], {
    cwd: scratch,
    encoding: 'utf8',
    input: `${copies}\n${program}`,
  })
  return JSON.parse(output)
}

/** Makes an error of every exported class, by its name, with the copy of each entry that is given. */
const errors = `async function errorsOf(copy) {
  const { createSceyt } = copy['']
  const { createSandbox } = copy['/sandbox']
  const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
  const connection = sandbox.connection()
  const thrown = (promise) => Promise.resolve().then(promise).then(() => 'nothing', (error) => error)
  const errorOf = (respond, options) => thrown(() => createSceyt({ ...connection, maxRetries: 0, fetch: async () => respond(), ...options }).users.get('zoe'))
  const status = (status) => () => Response.json({}, { status, headers: status === 302 ? { location: 'https://x.example' } : {} })
  return Promise.all([
    ...[400, 401, 403, 404, 409, 413, 422, 429, 500, 418, 302].map((code) => errorOf(status(code))),
    errorOf(() => new Response('x')),
    errorOf(() => Promise.reject(new TypeError('failed'))),
    errorOf(() => new Promise(() => {}), { timeout: 1 }),
    thrown(() => createSceyt(connection).users.list({ limit: 99 })),
    thrown(() => copy['/token'].verifyUserToken('x', { publicKey: { kty: 'RSA', n: 'u'.repeat(400), e: 'AQAB' } })),
    thrown(() => copy['/validate'].createSceyt({ ...connection, fetch: async () => Response.json({}), validate: 'throw' }).users.get('zoe')),
    thrown(() => sandbox.seed({ users: [{}] })),
  ])
}
const classesOf = (copy) => Object.values(copy).flatMap((entry) => Object.values(entry)).filter((value) => typeof value === 'function' && value.prototype instanceof Error)
const named = (classes, error) => classes.filter((one) => error instanceof one).map(({ prototype }) => prototype.name).sort().join(' ')
`

it('an error of a copy is an instance of the same classes of every compatible copy, and of no other', () => {
  const result = run(`${errors}
const rows = []
for (const [makes, maker] of Object.entries({ imported, required, compatible })) {
  for (const error of await errorsOf(maker)) {
    const own = named(classesOf(maker), error)
    const others = Object.fromEntries(Object.entries({ imported, required, compatible }).map(([name, copy]) => [name, named(classesOf(copy), error)]))
    rows.push({ makes, name: error.name, own, others, breaking: named(classesOf(breaking), error), count: classesOf(maker).length })
  }
}
console.log(JSON.stringify(rows))`) as {
    name: string
    own: string
    others: Record<string, string>
    breaking: string
    count: number
  }[]
  expect(rows(result).size).toBe(18)
  for (const { name, own, others, breaking, count } of result) {
    expect(own.split(' ')).toContain(name)
    expect(Object.values(others), name).toEqual([own, own, own])
    expect(breaking, name).toBe('')
    // Every exported class of errors is above, and SceytError, which is their base.
    expect(count).toBe(19)
  }
})

function rows(result: readonly { name: string }[]): Set<string> {
  return new Set(result.map(({ name }) => name))
}

it('a class of a caller, a polluted prototype, and unrelated values do not match', async () => {
  const { version } = JSON.parse(await readFile(join(modules, 'sceyt-platform/package.json'), 'utf8'))
  const result = run(`
class Own extends required[''].NotFoundError {}
class Deeper extends Own {}
const error = await imported[''].createSceyt(required['/sandbox'].createSandbox().connection()).users.get('zoe').catch((error) => error)
const own = new Deeper({ status: 404, headers: new Headers(), body: undefined })
const { SceytError } = imported['']
const unrelated = () => [new Error('x'), {}, Object.create(null), null, undefined, 'SceytError', 1, () => {}, { name: 'SceytError' }, required['']].map((value) => value instanceof SceytError)
const before = unrelated()
const [mark] = Object.getOwnPropertySymbols(SceytError.prototype)
Object.prototype[mark] = 'SceytError'
const polluted = unrelated()
delete Object.prototype[mark]
console.log(JSON.stringify({
  mark: String(mark),
  foreign: [error instanceof required[''].NotFoundError, error instanceof Own, error instanceof Deeper],
  own: [own instanceof Own, own instanceof Deeper, own instanceof imported[''].NotFoundError, own instanceof imported[''].SceytError, own instanceof imported[''].InputError],
  before, polluted,
}))`)
  const no = Array.from({ length: 10 }, () => false)
  expect(result).toEqual({
    mark: `Symbol(sceyt-platform/${compatibleWith(version)})`,
    foreign: [true, false, false],
    own: [true, true, true, true, false],
    before: no,
    polluted: no,
  })
})

it('a client, a sandbox, an upload, a filter and a fetch may be of different copies', () => {
  const result = run(`
const results = []
for (const [a, b] of [[imported, required], [required, imported], [required, compatible], [compatible, imported]]) {
  const sandbox = b['/sandbox'].createSandbox({ seed: { users: [{ username: 'zoe' }], channels: [{ type: 'public' }] } })
  const server = await a['/sandbox/node'].listen(sandbox)
  const fetch = b['/node'].pooledFetch()
  const sceyt = a[''].createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key', fetch })
  const { url } = await sceyt.files.upload(b['/node'].fromStream(Buffer.from('hello'), { name: 'hello.txt' }))
  const text = await (await sceyt.files.download(url)).text()
  const channels = []
  for await (const channel of sceyt.channels.list({ filter: [b[''].where('type', 'eq', 'public')] })) channels.push(channel)
  const validating = a['/validate'].createSceyt({ ...sandbox.connection(), validate: 'throw' })
  const { username } = await validating.users.get('zoe')
  const { public_key } = await validating.application.get()
  const { username: verified } = await a['/token'].verifyUserToken((await sandbox.token('zoe')).token, { publicKey: public_key })
  // The error of a source, or of a setup, is that of the copy that made it.
  const source = { name: 'x', stream: () => { throw new b[''].InputError('content', 'is wrong.') } }
  const failure = await sceyt.files.upload(source).catch((error) => error)
  const invalid = await globalThis.fetch(new URL('/_sandbox/seed', server.baseUrl()), { method: 'POST', body: '{"users":[{}]}' }).then(({ status }) => status)
  async function* once() { yield 'once' }
  const generator = once()
  await sceyt.files.upload(a['/node'].fromStream(generator, { name: 'x' }))
  const again = await Promise.resolve().then(() => b['/node'].fromStream(generator, { name: 'x' })).catch((error) => error)
  await server.close()
  await fetch.close()
  results.push([text, channels.length, username, verified, failure.name + ' ' + failure.operationId, invalid, again.message])
}
console.log(JSON.stringify(results))`)
  const all = [
    'hello',
    1,
    'zoe',
    'zoe',
    'InputError uploadFile',
    422,
    'content was sent before: each upload needs a stream of its own.',
  ]
  expect(result).toEqual([all, all, all, all])
})
