import { createRequire } from 'node:module'
import { jest } from '@jest/globals'
import { createSceyt, NotFoundError } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'

const required = createRequire(import.meta.url)('sceyt-platform')

jest.setTimeout(30_000)

test('an ES module calls the sandbox, and recognises errors of both formats', async () => {
  const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
  const sceyt = createSceyt(sandbox.connection())
  expect((await sceyt.users.get('zoe')).username).toBe('zoe')
  await expect(sceyt.users.get('nobody')).rejects.toBeInstanceOf(NotFoundError)
  await expect(sceyt.users.get('nobody')).rejects.toBeInstanceOf(required.NotFoundError)
  expect((await sandbox.token('zoe')).token.split('.')).toHaveLength(3)
})
