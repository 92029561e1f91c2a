const { generateKeyPairSync } = require('node:crypto')
const { ApiError, createSceyt, NotFoundError, SceytError } = require('sceyt-platform')
const { fromStream } = require('sceyt-platform/node')
const { createSandbox, SeedError } = require('sceyt-platform/sandbox')
const { demo } = require('sceyt-platform/sandbox/demo')
const { listen } = require('sceyt-platform/sandbox/node')
const { createUserToken, TokenError, verifyUserToken } = require('sceyt-platform/token')
const { createSceyt: createValidating, ValidationError } = require('sceyt-platform/validate')

const sandbox = createSandbox({ seed: demo })
const sceyt = createSceyt(sandbox.connection())

test('a call succeeds, and the error of another is recognised', async () => {
  await sceyt.users.create({ username: 'zoe2' })
  expect((await sceyt.users.get('zoe2')).username).toBe('zoe2')
  const error = await sceyt.users.get('nobody').catch((error) => error)
  expect(error).toBeInstanceOf(NotFoundError)
  expect([error instanceof ApiError, error instanceof SceytError, error instanceof TokenError]).toEqual([
    true,
    true,
    false,
  ])
  await expect(sceyt.users.get('nobody')).rejects.toThrow(NotFoundError)
})

test('a file is uploaded', async () => {
  const { url } = await sceyt.files.upload(fromStream(Buffer.from('hello'), { name: 'hello.txt' }))
  expect(await (await sceyt.files.download(url)).text()).toBe('hello')
})

test('a sandbox serves HTTP, with its document', async () => {
  const server = await listen(createSandbox())
  const response = await fetch(new URL('/openapi.json', server.baseUrl()))
  expect(Object.keys((await response.json()).paths)).toContain('/users')
  await server.close()
})

test('tokens are created and verified', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { token } = await createUserToken('zoe', { privateKey })
  expect((await verifyUserToken(token, { publicKey })).username).toBe('zoe')
  await expect(verifyUserToken('x', { publicKey })).rejects.toThrow(TokenError)
  expect((await sandbox.token('zoe2')).token.split('.')).toHaveLength(3)
})

test('a seed and a response that are not valid are recognised', async () => {
  expect(() => sandbox.seed({ users: [{}] })).toThrow(SeedError)
  const fetch = async () => new Response('{}')
  const validating = createValidating({ ...sandbox.connection(), fetch, validate: 'throw' })
  await expect(validating.users.get('zoe')).rejects.toThrow(ValidationError)
})
