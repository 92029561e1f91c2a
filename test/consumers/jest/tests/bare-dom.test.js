const { createSceyt, InputError } = require('sceyt-platform')
const { createSandbox } = require('sceyt-platform/sandbox')
const { createUserToken } = require('sceyt-platform/token')

for (const entry of ['node', 'sandbox/demo', 'sandbox/node', 'validate']) require(`sceyt-platform/${entry}`)

test('the first call names the missing globals', async () => {
  const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
  const own = createSceyt({ baseUrl: 'https://api.example.com', apiKey: 'test-key', allowBrowser: true })
  for (const sceyt of [own, createSceyt(sandbox.connection())]) {
    const error = await sceyt.users.get('zoe').catch((error) => error)
    expect(error).toBeInstanceOf(InputError)
    for (const name of ['fetch', 'Response', 'TextEncoder', 'jest-fixed-jsdom']) expect(error.message).toContain(name)
  }
})

test('a token needs WebCrypto', async () => {
  const privateKey = {
    kty: 'RSA',
    n: 'AQAB',
    e: 'AQAB',
    d: 'AQAB',
    p: 'AQAB',
    q: 'AQAB',
    dp: 'AQAB',
    dq: 'AQAB',
    qi: 'AQAB',
  }
  await expect(createUserToken('zoe', { privateKey })).rejects.toThrow('without WebCrypto')
})
