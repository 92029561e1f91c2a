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
