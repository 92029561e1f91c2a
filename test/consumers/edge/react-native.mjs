import assert from 'node:assert/strict'

// Node loads its own lazily, and needs some of the others for that.
void [FormData, Headers, Request, Response, fetch]
const absent =
  'fetch Headers Request Response ReadableStream WritableStream TransformStream AbortController AbortSignal'
for (const name of `${absent} structuredClone MessageChannel Event EventTarget`.split(' ')) delete globalThis[name]
const { AbortController, AbortSignal } = (await import('abort-controller')).default
const navigator = { product: 'ReactNative' }
Object.defineProperty(globalThis, 'navigator', { value: navigator })
Object.assign(globalThis, { self: globalThis, AbortController, AbortSignal })
await import('whatwg-fetch')
assert.ok(!('body' in Response.prototype))

const { createSceyt, NotFoundError, ServerError } = await import('sceyt-platform')
const { createSandbox } = await import('sceyt-platform/sandbox')
const sandbox = createSandbox()
const sceyt = createSceyt({ ...sandbox.connection(), allowBrowser: true, maxRetries: 0 })
await sceyt.users.create({ username: 'zoe', first_name: 'Զոյա 🎉' })
assert.equal((await sceyt.users.get('zoe')).first_name, 'Զոյա 🎉')
const names = []
for await (const { username } of sceyt.users.list({ limit: 1 })) names.push(username)
assert.deepEqual(names, ['zoe'])
await assert.rejects(sceyt.users.get('nobody'), NotFoundError)
sandbox.faults.add({ status: 503, times: 1 })
await assert.rejects(sceyt.users.list(), ServerError)
await sceyt.users.delete('zoe')
console.log('React Native works')
