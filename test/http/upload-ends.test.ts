import { expect, it, vi } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { fromStream, pooledFetch } from '../../src/node/index.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

/** An iterable that never ends, and counts its uses. */
function endless() {
  const next = vi.fn(async () => {
    await new Promise(setImmediate)
    return { done: false as const, value: Buffer.alloc(100_000) }
  })
  const end = vi.fn(async () => ({ done: true as const, value: undefined }))
  return { next, end, content: { [Symbol.asyncIterator]: () => ({ next, return: end }) } }
}

it.each([true, false])('an upload whose source never yields sends nothing: pooled %s', async (isPooled) => {
  const requests = vi.fn()
  const { origin } = await serve(requests)
  const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch: isPooled ? pooledFetch() : globalThis.fetch })
  const content = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) })
  const error = await failure(sceyt.files.upload(fromStream(content, { name: 'x' }), { timeout: 200 }))
  expect(error).toMatchObject({
    phase: 'source',
    attempts: 1,
    message: expect.stringContaining('waiting for the source of the upload. Nothing was sent.'),
  })
  expect(requests).not.toHaveBeenCalled()
})

const cases = [true, false].flatMap((isPooled) =>
  [true, false].flatMap((hasMiddleware) =>
    ['timeout', 'signal'].map((limit) => ({ isPooled, hasMiddleware, limit }) as const),
  ),
)

it.each(cases)(
  'an upload that ends early closes its source: pooled $isPooled, with a middleware $hasMiddleware, by its $limit',
  async ({ isPooled, hasMiddleware, limit }) => {
    const { origin } = await serve((request) => request.pause())
    const fetch = isPooled ? pooledFetch() : globalThis.fetch
    const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch })
    if (hasMiddleware) sceyt.raw.use({ onRequest() {} })
    const { next, end, content } = endless()
    const options = limit === 'timeout' ? { timeout: 300 } : { signal: AbortSignal.timeout(300) }
    const error = await failure(sceyt.files.upload(fromStream(content, { name: 'x' }), options))
    expect(error).toMatchObject({ name: 'TimeoutError' })
    await vi.waitFor(() => expect(end).toHaveBeenCalledOnce())
    const reads = next.mock.calls.length
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
    expect(next).toHaveBeenCalledTimes(reads)
  },
)
