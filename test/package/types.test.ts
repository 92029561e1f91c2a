import ts from 'typescript'
import { expect, inject, it } from 'vitest'
import { compilerIn } from './compiler.js'

const compile = compilerIn(inject('scratch'), [
  'sceyt-platform',
  'jose',
  'openapi-fetch',
  'openapi-typescript-helpers',
  'msw',
])
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  target: ts.ScriptTarget.ES2022,
} satisfies ts.CompilerOptions

/** The ways to resolve modules, each with its module format. */
const resolutions = {
  node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  bundler: { module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler },
  // Without `exports`: the default of `"module": "commonjs"`.
  node10: {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    verbatimModuleSyntax: false,
  },
} satisfies Record<string, ts.CompilerOptions>

/** The environments of a program: the globals that it can use without an import. */
const places = {
  Node: { types: ['node'], lib: ['lib.es2023.d.ts'] },
  'Node, with the DOM': { types: ['node'], lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'] },
  'a page': { types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] },
  'a worker': { types: [], lib: ['lib.es2022.d.ts', 'lib.webworker.d.ts'] },
} satisfies Record<string, ts.CompilerOptions>

const anywhere = `import { createSceyt, type User, where } from 'sceyt-platform'
import { createSandbox, type Fault, type Seed } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { createUserToken, type Jwk, TokenError, verifyUserToken } from 'sceyt-platform/token'
import { createSceyt as createValidating, type ValidationError } from 'sceyt-platform/validate'
const sandbox = createSandbox({ seed: demo })
export const validating = createValidating({ validate: 'throw' })
export const places = (error: ValidationError) => error.violations.map(({ pointer }) => pointer)
export const connected = createSceyt(sandbox.connection())
export const seed: Seed = { channels: [{ type: 'public' }] }
export const token = async (privateKey: string, jwk: Jwk) => (await createUserToken('zoe', { privateKey })).expiresAt.getTime() + (await createUserToken('zoe', { privateKey: jwk, expiresIn: 600_000 })).token.length
export const verified = (token: string) => verifyUserToken(token, { publicKey: 'pem' }).catch((error: unknown) => (error instanceof TokenError ? error.reason : undefined))
export const lent = sandbox.token('zoe', { expiresIn: 600_000 }).then(({ token }) => token.length)
// @ts-expect-error the private key is missing
createUserToken('zoe', {})
// @ts-expect-error this operation does not exist
export const fault: Fault = { operation: 'listPeople', status: 500 }
const sceyt = createSceyt({ hooks: { onRequest: ({ operationId }) => console.log(operationId) } })
export const user: Promise<User> = sceyt.users.create({ username: 'zoe' })
export const raw = async () => (await sceyt.raw.GET('/users', { headers: { 'X-Own': '1' } })).data?.users[0]?.username.length
export const list = async () => { for await (const { id } of sceyt.channels.list({ filter: [where('type', 'eq', 'public')] })) console.log(id.length) }
// @ts-expect-error the username is missing
sceyt.users.create({})
// @ts-expect-error it is a string, even where headers and bodies have no DOM types
sceyt.raw.GET('/users', { headers: 1 })
`
const inNode = `import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { createSceyt } from 'sceyt-platform'
import { fromPath, pooledFetch } from 'sceyt-platform/node'
import { createSandbox } from 'sceyt-platform/sandbox'
import { keepIn, listen } from 'sceyt-platform/sandbox/node'
import { createUserToken, verifyUserToken } from 'sceyt-platform/token'
const sandbox = createSandbox()
export const served = listen(sandbox).then((server) => server.baseUrl().length)
export const kept = keepIn('state.json', sandbox, console.error)
const sceyt = createSceyt({ fetch: pooledFetch({ connections: 2 }) })
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const keyed = createSandbox({ apps: [{ appId: 'shop', apiKey: 'key-1', privateKey }] })
export const byObject = createUserToken('zoe', { privateKey }).then(({ token }) => verifyUserToken(token, { publicKey }))
export const byJwk = (jwk: JsonWebKey) => createUserToken('zoe', { privateKey: jwk })
export const upload = async () => sceyt.files.upload(await fromPath('x'))
`
const withoutNode = `import { createUserToken } from 'sceyt-platform/token'
export const byCryptoKey = (privateKey: CryptoKey) => createUserToken('zoe', { privateKey })
export const byJwk = (privateKey: JsonWebKey) => createUserToken('zoe', { privateKey })
// @ts-expect-error Node's globals do not exist here
export const node = process
`
const withMsw = `import { createSandbox } from 'sceyt-platform/sandbox'
import { handlers } from 'sceyt-platform/sandbox/msw'
export const count: number = handlers(createSandbox()).length
`
const required = `import client = require('sceyt-platform')
import sandboxes = require('sceyt-platform/sandbox')
const sandbox = sandboxes.createSandbox()
const sceyt = client.createSceyt(sandbox.connection())
const user: Promise<client.User> = sceyt.users.create({ username: 'zoe' })
// @ts-expect-error the username is missing
sceyt.users.create({})
export = { client, sandbox, sceyt, user }
`
/** The types of both formats are one, so that an object of one may be passed to the other. */
const mixed = `import { createSceyt, type ApiError, type Sceyt } from 'sceyt-platform'
import { createSandbox, type Sandbox } from 'sceyt-platform/sandbox'
import required = require('./required.cjs')
export const client: Sceyt = required.sceyt
export const sandbox: Sandbox = required.sandbox
export const connected = createSceyt(required.sandbox.connection())
export const error = (error: InstanceType<typeof required.client.ApiError>): ApiError => error
`
const imported = `async function main() {
  const { createSceyt } = await import('sceyt-platform')
  const { createSandbox } = await import('sceyt-platform/sandbox')
  const sceyt = createSceyt(createSandbox().connection())
  // @ts-expect-error the username is missing
  await sceyt.users.create({})
  return (await sceyt.users.create({ username: 'zoe' })).username.length
}
export = { main }
`

/** Returns the programs for an environment. MSW's own types need those of a page or of a worker. */
const programsFor = (place: keyof typeof places) => ({
  'anywhere.mts': anywhere,
  'imported.cts': imported,
  ...(place.startsWith('Node') ? { 'node.mts': inNode } : { 'without-node.mts': withoutNode }),
  ...(place !== 'Node' && { 'msw.mts': withMsw }),
})

/** Each resolution in its usual environment, and one of them in each environment. */
const homes: [keyof typeof resolutions, keyof typeof places][] = [
  ['nodenext', 'Node'],
  ['nodenext', 'Node, with the DOM'],
  ['nodenext', 'a page'],
  ['nodenext', 'a worker'],
  ['node16', 'Node'],
  ['bundler', 'a page'],
  ['bundler', 'a worker'],
  ['node10', 'Node'],
]

it.each(homes)('under %s in %s, the types compile without skipLibCheck', (resolution, place) => {
  const { problems } = compile(
    { ...programsFor(place), 'required.cts': required, 'mixed.mts': mixed },
    { ...strict, ...resolutions[resolution], ...places[place] },
  )
  expect(problems).toEqual([])
})

it('the types compile without exactOptionalPropertyTypes too', () => {
  const options = {
    ...strict,
    ...resolutions.nodenext,
    ...places['Node, with the DOM'],
    exactOptionalPropertyTypes: false,
  }
  expect(compile(programsFor('Node, with the DOM'), options).problems).toEqual([])
})

it('three calls cost the compiler at most 1,000 instantiations', () => {
  const options = { ...strict, ...resolutions.nodenext, ...places.Node, skipLibCheck: true }
  const client = `import { createSceyt } from 'sceyt-platform'\nexport const sceyt = createSceyt()\n`
  const calls = `export const user = await sceyt.users.get('zoe')
export const message = await sceyt.messages.send('1', { from: 'zoe', body: 'Hello' })
export const channels = await sceyt.channels.list()
`
  const [without, having] = [client, client + calls].map((program) => compile({ 'calls.mts': program }, options))
  expect([without?.problems, having?.problems]).toEqual([[], []])
  const added = Number(having?.instantiations) - Number(without?.instantiations)
  expect(added).toBeGreaterThan(0)
  expect(added).toBeLessThanOrEqual(1_000)
})
