import { cp, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { beforeAll, expect, inject, it } from 'vitest'

const scratch = inject('scratch')
const project = join(scratch, 'linked')
const store = join(project, 'node_modules/.pnpm')

/** Lays packages out as pnpm does: a project sees only what it depends on itself, and so does each package. */
beforeAll(async () => {
  const dependencies = {
    'sceyt-platform': ['jose', 'openapi-fetch'],
    'openapi-fetch': ['openapi-typescript-helpers'],
    'openapi-typescript-helpers': [],
    jose: [],
    '@types/node': [],
  }
  const homeOf = (name: string) => join(store, `${name.replace('/', '+')}@1.0.0/node_modules`)
  for (const [name, own] of Object.entries(dependencies)) {
    await cp(join(scratch, 'node_modules', name), join(homeOf(name), name), { recursive: true, dereference: true })
    for (const other of own) await symlink(join(homeOf(other), other), join(homeOf(name), other))
  }
  await mkdir(join(project, 'node_modules/@types'), { recursive: true })
  for (const name of ['sceyt-platform', '@types/node'])
    await symlink(join(homeOf(name), name), join(project, 'node_modules', name))
})

/** What a library may export without an annotation. */
const library = `import { createSceyt, where } from 'sceyt-platform'
const sceyt = createSceyt()
export { sceyt }
export const get = () => sceyt.raw.GET('/users')
export const text = () => sceyt.raw.GET('/users', { parseAs: 'text' })
export const post = () => sceyt.raw.POST('/users', { body: { username: 'zoe' } })
export const put = () => sceyt.raw.PUT('/users/{username}', { params: { path: { username: 'zoe' } }, body: {} })
export const byName = () => sceyt.raw.request('get', '/users')
export const users = async () => (await sceyt.raw.GET('/users')).data?.users
export const { GET, POST, use, eject, request } = sceyt.raw
export const raw = { ...sceyt.raw }
export const resources = { ...sceyt }
export const list = () => sceyt.users.list()
export const page = () => sceyt.channels.list({ filter: [where('type', 'eq', 'public')] }).withResponse()
export const each = async () => { for await (const user of sceyt.users.list()) return user }
export const upload = (file: Blob) => sceyt.files.upload(file)
export const upsert = () => sceyt.users.upsert({ username: 'zoe' })
export const direct = sceyt.channels.getOrCreateDirect
type Options = NonNullable<Parameters<typeof createSceyt>[0]>
export const hooks = ({ hooks }: Options) => [hooks, hooks?.onRequest, hooks?.onResponse, hooks?.onRetry, hooks?.onError]
export const others = ({ logger, logLevel, inspect, fetch, filterSeparator }: Options) => ({ logger, logLevel, inspect, fetch, filterSeparator })
`
const entries = `import type { ApiError } from 'sceyt-platform'
import { fromPath, fromStream, pooledFetch } from 'sceyt-platform/node'
import { createSandbox } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { keepIn, listen } from 'sceyt-platform/sandbox/node'
import { createUserToken, type TokenError, verifyUserToken } from 'sceyt-platform/token'
import { createSceyt, type ValidationError } from 'sceyt-platform/validate'
export const sandbox = createSandbox({ seed: demo })
export const parts = { ...sandbox }
export const connection = () => sandbox.connection()
export const snapshot = () => sandbox.snapshot()
export const userToken = () => sandbox.token('zoe')
export const { apps, journal, faults, clock, fetch } = sandbox
export const server = () => listen(sandbox)
export const kept = () => keepIn('state.json', sandbox, console.error)
export const seed = demo
export const token = (privateKey: string) => createUserToken('zoe', { privateKey })
export const claims = (publicKey: string) => verifyUserToken('a.b.c', { publicKey })
export const reason = (error: TokenError) => error.reason
export const validating = createSceyt({ validate: 'throw' })
export const violations = (error: ValidationError) => error.violations
export const told = ({ rateLimit, reason, body }: ApiError) => ({ rateLimit, reason, body })
export const pooled = pooledFetch()
export const file = () => fromPath('x')
export const stream = fromStream
`
/** A library's second file, which does not import the package itself. */
const second = `import { sceyt } from './library.js'
export const get = () => sceyt.raw.GET('/users')
export const list = () => sceyt.users.list()
`

it('lets a library export what a call returns, without an annotation, where packages are linked strictly', () => {
  const files = new Map(
    Object.entries({
      'library.ts': library,
      'entries.ts': entries,
      'second.ts': second,
      'package.json': '{"type":"module"}',
    }).map(([name, text]) => [join(project, name), text]),
  )
  const options: ts.CompilerOptions = {
    strict: true,
    declaration: true,
    emitDeclarationOnly: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
    outDir: join(project, 'out'),
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.getCurrentDirectory = () => project
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path)
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path)
  host.getSourceFile = (path, how, ...rest) => {
    const text = files.get(path)
    return text === undefined ? getSourceFile.call(host, path, how, ...rest) : ts.createSourceFile(path, text, how)
  }
  const emitted = new Map<string, string>()
  const program = ts.createProgram(
    [...files.keys()].filter((name) => name.endsWith('.ts')),
    options,
    host,
  )
  const { diagnostics } = program.emit(undefined, (path, text) => emitted.set(path, text))
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(
    ({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  )
  expect(problems).toEqual([])
  expect(emitted.size).toBe(3)
  for (const text of emitted.values())
    expect(text).not.toMatch(/\.pnpm|openapi-fetch|openapi-typescript-helpers|: any\b/)
})
