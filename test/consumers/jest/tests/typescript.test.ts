import { ApiError, createSceyt, NotFoundError, type Sceyt, type User } from 'sceyt-platform'
import { createSandbox, type Sandbox } from 'sceyt-platform/sandbox'
import { TokenError, verifyUserToken } from 'sceyt-platform/token'

class MissingUser extends NotFoundError {}

const sandbox: Sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
const sceyt: Sceyt = createSceyt(sandbox.connection())

test('typed calls reach the sandbox', async () => {
  const user: User = await sceyt.users.get('zoe')
  expect(user.username).toBe('zoe')
  // @ts-expect-error the username is missing
  await expect(sceyt.users.create({})).rejects.toThrow('username')
})

test('errors are recognised', async () => {
  const error: unknown = await sceyt.users.get('nobody').catch((error) => error)
  expect(error instanceof ApiError && error.status).toBe(404)
  expect(error).not.toBeInstanceOf(MissingUser)
})

test('tokens are created and verified', async () => {
  const { token } = await sandbox.token('zoe')
  const publicKey = (await sceyt.application.get()).public_key ?? ''
  expect((await verifyUserToken(token, { publicKey })).username).toBe('zoe')
  await expect(verifyUserToken('x', { publicKey })).rejects.toBeInstanceOf(TokenError)
})
