import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt, type Fetch, type Sceyt } from '../../src/index.js'
import { transports } from '../faults/calls.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'
import { serveSandbox } from '../sandbox/served.js'

const mebibyte = 1024 * 1024
const member = gzipSync(Buffer.alloc(16 * mebibyte))
/** Bodies of at most about a megabyte that decompress to a large size. */
const bombs = {
  // A gzip file can consist of many members, one after the other.
  gzip: { coding: 'gzip', body: Buffer.concat(Array.from({ length: 64 }, () => member)) },
  'gzip in JSON': {
    coding: 'gzip',
    body: Buffer.concat([gzipSync('{"username":"'), ...Array.from({ length: 64 }, () => member), gzipSync('"}')]),
  },
  br: {
    coding: 'br',
    body: brotliCompressSync(Buffer.alloc(256 * mebibyte), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  },
}

/** A client of a server that responds to every request with this body. */
async function serveBomb(
  status: number,
  { coding, body }: { coding: string; body: Buffer },
  fetch: Fetch,
  options = {},
): Promise<{ sceyt: Sceyt; requests: () => number }> {
  let requests = 0
  const { origin } = await serve((_request, response) => {
    requests++
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Encoding': coding }).end(body)
  })
  const sceyt = createSceyt({
    baseUrl: origin,
    apiKey,
    fetch,
    ...options,
  })
  return { sceyt, requests: () => requests }
}

/** Returns the peak growth of heap and buffers during some work, in bytes. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const memoryUsed = () => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = memoryUsed()
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryUsed() - before)
  }, 5)
  await work()
  clearInterval(timer)
  return Math.max(peak, memoryUsed() - before)
}

it('the bombs are small, and decompress to a large size', () => {
  for (const { body } of Object.values(bombs)) expect(body.length).toBeLessThan(1.1 * mebibyte)
  expect(member.length * 1000).toBeLessThan(16 * mebibyte)
})

describe.each(transports)('over %s', (over, open) => {
  const kinds = (Object.keys(bombs) as (keyof typeof bombs)[]).filter(
    (kind) => kind !== 'br' || over === 'the global fetch',
  )

  it.each(kinds)(
    'a success that decompresses to a gigabyte is rejected after 16 MiB, and not retried: %s',
    async (kind) => {
      const { fetch = globalThis.fetch, close } = open()
      onTestFinished(() => close?.())
      const { sceyt, requests } = await serveBomb(200, bombs[kind], fetch)
      const peak = await peakOf(async () => {
        const message = expect.stringContaining('the body is larger than maxResponseBytes, 16777216')
        expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
          name: 'ResponseError',
          status: 200,
          message,
          accepted: false,
          incomplete: false,
          attempts: 1,
        })
        expect(await failure(sceyt.messages.send('1', { from: 'zoe', body: 'x' }))).toMatchObject({
          name: 'ResponseError',
          message,
          accepted: true,
          attempts: 1,
        })
      })
      expect(requests()).toBe(2)
      expect(peak).toBeLessThan(120 * mebibyte)
    },
  )

  it.each(kinds)('an error that decompresses to a gigabyte is read up to 64 KiB: %s', async (kind) => {
    const { fetch = globalThis.fetch, close } = open()
    onTestFinished(() => close?.())
    const { sceyt } = await serveBomb(400, bombs[kind], fetch)
    const peak = await peakOf(async () => {
      const error = await failure(sceyt.users.get('zoe'))
      expect(error).toMatchObject({ name: 'BadRequestError', attempts: 1 })
      expect(JSON.stringify(error).length).toBeLessThan(20_000)
    })
    expect(peak).toBeLessThan(60 * mebibyte)
  })

  it('a file that decompresses to a gigabyte can be read as a stream by pooledFetch, and is rejected otherwise', async () => {
    const { fetch = globalThis.fetch, close } = open()
    onTestFinished(() => close?.())
    const { sceyt } = await serveBomb(200, bombs.gzip, fetch)
    if (!close) return expect(sceyt.files.download('x')).rejects.toMatchObject({ name: 'ResponseError' })
    const peak = await peakOf(async () => {
      const reader = (await sceyt.files.download('x', { as: 'stream' })).getReader()
      let read = 0
      while (read < 4 * mebibyte) read += (await reader.read()).value?.length ?? Number.NaN
      await reader.cancel()
    })
    expect(peak).toBeLessThan(60 * mebibyte)
  })
})

it('the sandbox never decompresses a request body', async () => {
  const { get, sceyt } = await serveSandbox()
  const headers = { 'Platform-Api-Key': 'sandbox-key', 'Content-Encoding': 'gzip' }
  const peak = await peakOf(async () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=b']) {
      const path = type.startsWith('multipart') ? '/v1/sandbox/files' : '/v1/sandbox/users'
      expect(
        (await get(path, { method: 'POST', body: bombs.gzip.body, headers: { ...headers, 'Content-Type': type } }))
          .status,
      ).toBe(400)
    }
  })
  expect(peak).toBeLessThan(60 * mebibyte)
  expect((await sceyt.users.list()).total_count).toBe(1)
})
