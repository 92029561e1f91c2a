import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { fromPath, fromStream } from '../../src/node/index.js'
import { apiKey, failure, recordingClient } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

/** Reads a form as the platform does, and responds with its content. */
async function readForm(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await request.toArray())
  const form = await new Response(body, {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData()
  const file = form.get('files') as File
  const length = request.headers['content-length'] ?? 'chunked'
  response.setHeader('content-type', 'application/json')
  response.end(
    JSON.stringify({
      url: JSON.stringify([
        file.name,
        file.type,
        await file.text(),
        length === 'chunked' ? length : Number(length) === body.length,
      ]),
    }),
  )
}

async function temporaryFile(name: string, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-files-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

const name = 'username_new*user Բարեւ 你好 🎉 "x".txt'
const content = 'Հայերեն, 中文, عربي 🎉'

it.each([
  ['a File', async () => new File([content], name, { type: 'text/plain' }), true],
  ['a path', async () => fromPath(await temporaryFile(name, content), { type: 'text/plain' }), true],
  [
    'a stream of Node',
    async () => fromStream(Readable.from([Buffer.from(content)]), { name, type: 'text/plain' }),
    'chunked',
  ],
  [
    'a stream of the web',
    async () => fromStream(new Blob([content]).stream(), { name, type: 'text/plain', size: new Blob([content]).size }),
    true,
  ],
])('uploads %s with its name, type and bytes', async (_kind, source, length) => {
  const sceyt = createSceyt({ baseUrl: (await serve(readForm)).origin, apiKey })
  const { url } = await sceyt.files.upload(await source())
  expect(JSON.parse(url)).toEqual([name, expect.stringMatching(/^text\/plain/), content, length])
})

it('uploads a stream no faster than the server reads it, so that it never stands in memory', async () => {
  const megabytes = 192
  let produced = 0
  async function* chunks() {
    for (; produced < megabytes; produced++) yield Buffer.alloc(1024 * 1024)
  }
  let producedBeforeReading = 0
  let received = 0
  const { origin } = await serve(async (request, response) => {
    // Turn the event loop until nothing more is produced: the buffers on the way are full.
    for (let idle = 0, last = -1; idle < 100; idle = produced === last ? idle + 1 : 0) {
      last = produced
      await setImmediate()
    }
    producedBeforeReading = produced
    for await (const chunk of request as AsyncIterable<Buffer>) received += chunk.length
    response.setHeader('content-type', 'application/json').end('{"url":"https://example.com/x"}')
  })
  const sceyt = createSceyt({ baseUrl: origin, apiKey })
  await sceyt.files.upload(fromStream(Readable.from(chunks()), { name: 'large.bin' }))
  expect(producedBeforeReading).toBeLessThan(megabytes / 4)
  expect(received).toBeGreaterThan(megabytes * 1024 * 1024)
})

it('downloads bytes as they are, as a Blob or a stream', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_value, index) => index % 251))
  const { origin } = await serve((_request, response) => response.setHeader('content-type', 'image/png').end(bytes))
  const sceyt = createSceyt({ baseUrl: origin, apiKey })
  const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
  const blob = await sceyt.files.download('x.png')
  expect(blob.type).toBe('image/png')
  expect(hash(new Uint8Array(await blob.arrayBuffer()))).toBe(hash(bytes))
  const stream = await sceyt.files.download('x.png', { as: 'stream' })
  expect(hash(new Uint8Array(await new Response(stream).arrayBuffer()))).toBe(hash(bytes))
})

it.each([
  ['a path', 'hello.txt'],
  ['nothing', undefined],
  ['bytes', new Uint8Array(3)],
  ['a stream', new ReadableStream()],
])('refuses %s in place of a Blob', async (_kind, file) => {
  const { sceyt, sent } = recordingClient(async () => new Response('{}'))
  const error = await failure(sceyt.files.upload(file as never))
  expect(error).toMatchObject({ name: 'InputError', parameter: 'file' })
  if (typeof file === 'string') expect(String(error)).toContain('fromPath()')
  expect(sent).toEqual([])
})
