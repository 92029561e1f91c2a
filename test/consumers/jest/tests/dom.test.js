const { webcrypto } = require('node:crypto')
const { createSceyt, NotFoundError } = require('sceyt-platform')
const { createSandbox } = require('sceyt-platform/sandbox')

const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })

test('a page calls the sandbox, and recognises an error', async () => {
  expect(navigator.userAgent).toMatch(/jsdom/)
  const sceyt = createSceyt(sandbox.connection())
  expect((await sceyt.users.update('zoe', { first_name: 'Zoe' })).first_name).toBe('Zoe')
  await expect(sceyt.users.get('nobody')).rejects.toThrow(NotFoundError)
})

test('a file is uploaded', async () => {
  const sceyt = createSceyt(sandbox.connection())
  const { url } = await sceyt.files.upload(new File(['hello'], 'hello.txt'))
  expect(await (await sceyt.files.download(url)).text()).toBe('hello')
})

test('a token is created with the WebCrypto of Node', async () => {
  await expect(sandbox.token('zoe')).rejects.toThrow('set globalThis.crypto to the webcrypto of node:crypto')
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto })
  expect((await createSandbox({ seed: { users: [{ username: 'zoe' }] } }).token('zoe')).token.split('.')).toHaveLength(
    3,
  )
})
