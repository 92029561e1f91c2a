import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { createSceyt, type UploadSource } from '../../src/index.js'
import { fromStream, pooledFetch } from '../../src/node/index.js'
import { apiKey } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

const storage = new AsyncLocalStorage<string>()
const current = () => storage.getStore()

/** Returns a source that records the context of everything that is asked of it. */
function sourceOf(record: (what: string) => void): UploadSource {
  let left = 5
  return {
    name: 'a.bin',
    stream() {
      record('stream')
      return new ReadableStream({
        start: () => record('start'),
        async pull(controller) {
          record('pull')
          await new Promise((resolve) => setImmediate(resolve))
          record('pulled')
          if (left-- === 0) controller.close()
          else controller.enqueue(Buffer.alloc(100_000))
        },
      })
    },
  }
}

const sources: [kind: string, create: (record: (what: string) => void) => UploadSource][] = [
  ['a source', sourceOf],
  [
    'a generator',
    (record) => {
      async function* chunks() {
        for (let left = 5; left > 0; left--) {
          record('chunk')
          await new Promise((resolve) => setImmediate(resolve))
          yield Buffer.alloc(100_000)
        }
      }
      return fromStream(chunks(), { name: 'a.bin' })
    },
  ],
  [
    'a stream of Node',
    (record) => {
      let left = 5
      const stream = new Readable({
        read() {
          record('read')
          this.push(left-- > 0 ? Buffer.alloc(100_000) : null)
        },
      })
      return fromStream(stream, { name: 'a.bin' })
    },
  ],
]

it.each(sources)('%s and hooks run in the context of their own call', async (_kind, create) => {
  let requests = 0
  const { origin, sockets } = await serve(async (request, response) => {
    await request.toArray()
    if (requests++ === 0) response.statusCode = 500
    response.setHeader('content-type', 'application/json').end('{"url":"http://127.0.0.1/a.bin"}')
  })
  const fetch = pooledFetch({ connections: 1 })
  onTestFinished(() => fetch.close())
  const seen: [expected: string, what: string, context: string | undefined][] = []
  const upload = (name: string, middleware: boolean) =>
    storage.run(name, async () => {
      const record = (what: string) => void seen.push([name, what, current()])
      const hook = (what: string) => () => record(what)
      const hooks = {
        onRequest: hook('onRequest'),
        onResponse: hook('onResponse'),
        onRetry: hook('onRetry'),
        onError: hook('onError'),
      }
      const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch, hooks })
      if (middleware) sceyt.raw.use({ onRequest: hook('middleware'), onResponse: hook('middleware') })
      await sceyt.files.upload(create(record)).catch(() => {})
    })
  for (const middleware of [false, true]) {
    requests = 0
    await Promise.all(['a', 'b', 'c'].map((name) => upload(name, middleware)))
  }
  expect(new Set(seen.map(([, what]) => what)).size).toBeGreaterThan(3)
  expect(seen.filter(([expected, , context]) => context !== expected)).toEqual([])
  expect(sockets.length).toBeLessThanOrEqual(1)
})

it('a source is cancelled in the context of its call, at once', async () => {
  const { origin } = await serve((request) => request.on('error', () => {}))
  const fetch = pooledFetch()
  onTestFinished(() => fetch.close())
  const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch })
  const cancelled = new Promise((resolve) => {
    const controller = new AbortController()
    const source: UploadSource = {
      name: 'a.bin',
      stream: () =>
        new ReadableStream({
          pull() {
            controller.abort()
            // Never again, so that only a cancellation can end it.
            return new Promise(() => {})
          },
          cancel: () => resolve(current()),
        }),
    }
    storage.run('own', () => sceyt.files.upload(source, { signal: controller.signal }).catch(() => {}))
  })
  expect(await cancelled).toBe('own')
})
