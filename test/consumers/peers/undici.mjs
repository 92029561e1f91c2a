import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { connect } from 'node:net'
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

// undici 8 would send such a request to the proxy itself, which would then see the API key.
const tunnels = []
const proxy = createServer((_request, response) => response.writeHead(500).end()).listen(0, '127.0.0.1')
proxy.on('connect', ({ url }, socket) => {
  tunnels.push(url)
  const target = connect(Number(url.split(':')[1]), '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
  target.on('error', () => socket.destroy())
  socket.on('error', () => target.destroy())
  socket.pipe(target).pipe(socket)
})
await new Promise((resolve) => proxy.once('listening', resolve))
process.env.HTTP_PROXY = `http://127.0.0.1:${proxy.address().port}`
const proxied = pooledFetch()
const baseUrl = server.baseUrl()
await createSceyt({ baseUrl, apiKey: 'sandbox-key', fetch: proxied, maxRetries: 0 }).users.get('zoe')
assert.deepEqual(tunnels, [new URL(baseUrl).host])
await proxied.close()
proxy.close()
await server.close()
console.log('undici works')
