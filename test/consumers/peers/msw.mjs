import assert from 'node:assert/strict'
import { setupServer } from 'msw/node'
import { ConnectionError, createSceyt, NotFoundError, ResponseError } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { handlers } from 'sceyt-platform/sandbox/msw'

const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
const server = setupServer(...handlers(sandbox, { origin: 'https://api.example.com' }))
server.listen({ onUnhandledRequest: 'error' })
const sceyt = createSceyt({ baseUrl: 'https://api.example.com/v1/sandbox', apiKey: 'sandbox-key', maxRetries: 0 })

assert.equal((await sceyt.users.get('zoe')).username, 'zoe')
await sceyt.users.create({ username: 'username_new*user', first_name: 'Զոյա 🎉' })
assert.equal((await sceyt.users.get('username_new*user')).first_name, 'Զոյա 🎉')
await sceyt.files.upload(new File(['Բարեւ'], 'a b.txt'))
assert.equal(await (await sceyt.files.download('a b.txt')).text(), 'Բարեւ')
await assert.rejects(sceyt.users.get('nobody'), NotFoundError)
sandbox.faults.add({ reset: 'before', times: 1 })
await assert.rejects(sceyt.users.list(), ConnectionError)
sandbox.faults.add({ cut: true, headers: { 'X-Request-Id': 'req-1' }, times: 1 })
await assert.rejects(sceyt.users.list(), (error) => {
  assert.ok(error instanceof ResponseError)
  assert.deepEqual([error.incomplete, error.requestId], [true, 'req-1'])
  return true
})
server.close()
console.log('msw works')
