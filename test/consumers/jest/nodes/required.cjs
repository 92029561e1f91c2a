const assert = require('node:assert/strict')
const { generateKeyPairSync } = require('node:crypto')
const { ApiError, createSceyt, NotFoundError } = require('sceyt-platform')
const { fromStream, pooledFetch } = require('sceyt-platform/node')
const { createSandbox } = require('sceyt-platform/sandbox')
const { demo } = require('sceyt-platform/sandbox/demo')
const { handlers } = require('sceyt-platform/sandbox/msw')
const { listen } = require('sceyt-platform/sandbox/node')
const { createUserToken, TokenError, verifyUserToken } = require('sceyt-platform/token')
const { createSceyt: createValidating } = require('sceyt-platform/validate')

async function main() {
  const sandbox = createSandbox({ seed: demo })
  assert.equal(handlers(sandbox).length, 1)
  const server = await listen(sandbox)
  const fetch = pooledFetch()
  const sceyt = createValidating({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key', fetch, validate: 'throw' })
  const { url } = await sceyt.files.upload(fromStream(Buffer.from('hello'), { name: 'hello.txt' }))
  assert.equal(await (await sceyt.files.download(url)).text(), 'hello')
  assert.equal((await globalThis.fetch(new URL('/openapi.json', server.baseUrl()))).status, 200)
  await server.close()
  await fetch.close()

  const direct = createSceyt(sandbox.connection())
  const error = await direct.users.get('nobody').catch((error) => error)
  assert.deepEqual(
    [error instanceof NotFoundError, error instanceof ApiError, error instanceof TokenError],
    [true, true, false],
  )

  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { token } = await createUserToken('zoe', { privateKey })
  assert.equal((await verifyUserToken(token, { publicKey })).username, 'zoe')
  await assert.rejects(verifyUserToken('x', { publicKey }), TokenError)
  console.log(`passed in ${process.version}`)
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
