import assert from 'node:assert/strict'
import { ConnectionError, createSceyt, NotFoundError } from 'sceyt-platform'
import { fromPath, pooledFetch } from 'sceyt-platform/node'
import { createSandbox } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'

const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
const server = await listen(sandbox)
const fetch = pooledFetch({ connections: 2 })
const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key', fetch, maxRetries: 0 })

assert.equal((await sceyt.users.get('zoe')).username, 'zoe')
await sceyt.users.create({ username: 'username_new*user', first_name: 'Զոյա 🎉' })
const names = []
for await (const { username } of sceyt.users.list({ limit: 1 })) names.push(username)
assert.deepEqual(names, ['zoe', 'username_new*user'])
await sceyt.files.upload(await fromPath(new URL('package.json', import.meta.url)))
assert.match(await (await sceyt.files.download('package.json')).text(), /sceyt-platform/)
await assert.rejects(sceyt.users.get('nobody'), NotFoundError)
sandbox.faults.add({ reset: 'before', times: 1 })
await assert.rejects(sceyt.users.list(), ConnectionError)
await assert.rejects(sceyt.users.get('zoe', { signal: AbortSignal.abort() }), { name: 'AbortError' })
await fetch.close()
await server.close()
console.log('undici works')
