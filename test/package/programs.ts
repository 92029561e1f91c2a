/** Programs that use the types of the package, for several compilers. */
export const anywhere = `import { createSceyt, type User, where } from 'sceyt-platform'
import { createSandbox, type Fault, type Seed } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { type RouteTarget, routeTo, sandboxFixtures } from 'sceyt-platform/sandbox/playwright'
import { sandboxFixtures as fixturesForVitest } from 'sceyt-platform/sandbox/vitest'
import { createUserToken, type Jwk, TokenError, verifyUserToken } from 'sceyt-platform/token'
import { createSceyt as createValidating, type ValidationError } from 'sceyt-platform/validate'
const sandbox = createSandbox({ seed: demo })
export const validating = createValidating({ validate: 'throw' })
export const places = (error: ValidationError) => error.violations.map(({ pointer }) => pointer)
export const connected = createSceyt(sandbox.connection())
export const fixtures = [sandboxFixtures({ seed: demo }, { origin: '*' }).sandbox[0].apps.length, typeof fixturesForVitest({ seed: demo }).sceyt]
export const routed = (page: RouteTarget) => routeTo(page, sandbox)
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
export const inNode = `import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { createSceyt } from 'sceyt-platform'
import { fromPath, fromStream, pooledFetch } from 'sceyt-platform/node'
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
const buffer: Buffer = Buffer.from('x')
export const uploadBuffer = async () => sceyt.files.upload(fromStream(buffer, { name: 'x' }))
export const uploadCopy = async () => sceyt.files.upload(new File([new Uint8Array(buffer)], 'x'))
`
export const withoutNode = `import { createUserToken } from 'sceyt-platform/token'
export const byCryptoKey = (privateKey: CryptoKey) => createUserToken('zoe', { privateKey })
export const byJwk = (privateKey: JsonWebKey) => createUserToken('zoe', { privateKey })
// @ts-expect-error Node's globals do not exist here
export const node = process
`
export const withMsw = `import type { HttpHandler } from 'msw'
import { createSandbox } from 'sceyt-platform/sandbox'
import { handlers } from 'sceyt-platform/sandbox/msw'
export const list: HttpHandler[] = handlers(createSandbox())
`
export const required = `import client = require('sceyt-platform')
import sandboxes = require('sceyt-platform/sandbox')
const sandbox = sandboxes.createSandbox()
const sceyt = client.createSceyt(sandbox.connection())
const user: Promise<client.User> = sceyt.users.create({ username: 'zoe' })
// @ts-expect-error the username is missing
sceyt.users.create({})
export = { client, sandbox, sceyt, user }
`
/** The types of both formats are one, so that an object of one may be passed to the other. */
export const mixed = `import { createSceyt, type ApiError, type Sceyt } from 'sceyt-platform'
import { createSandbox, type Sandbox } from 'sceyt-platform/sandbox'
import required = require('./required.cjs')
export const client: Sceyt = required.sceyt
export const sandbox: Sandbox = required.sandbox
export const connected = createSceyt(required.sandbox.connection())
export const error = (error: InstanceType<typeof required.client.ApiError>): ApiError => error
`
export const imported = `async function main() {
  const { createSceyt } = await import('sceyt-platform')
  const { createSandbox } = await import('sceyt-platform/sandbox')
  const sceyt = createSceyt(createSandbox().connection())
  // @ts-expect-error the username is missing
  await sceyt.users.create({})
  return (await sceyt.users.create({ username: 'zoe' })).username.length
}
export = { main }
`
