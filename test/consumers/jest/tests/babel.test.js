import { ApiError, createSceyt } from 'sceyt-platform'
import * as sandboxes from 'sceyt-platform/sandbox'

test('imports that Babel compiles call the sandbox', async () => {
  const sandbox = sandboxes.createSandbox({ seed: { users: [{ username: 'zoe' }] } })
  const sceyt = createSceyt(sandbox.connection())
  expect((await sceyt.users.get('zoe')).username).toBe('zoe')
  await expect(sceyt.users.get('nobody')).rejects.toBeInstanceOf(ApiError)
  expect((await sandbox.token('zoe')).token.split('.')).toHaveLength(3)
})
