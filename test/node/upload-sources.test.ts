import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromPath, fromStream } from '../../src/node/index.js'
import { createForm } from '../../src/operation/multipart.js'

let folder: string
const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31) % 251)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-node-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function fileOf(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('fromPath', () => {
  it.each(['photo.jpg', 'Երևան 😀.txt', 'no-extension'])(
    'has the name and size of %s, and reads its content as often as needed',
    async (name) => {
      const source = await fromPath(await fileOf(name, bytes))
      expect(source).toMatchObject({ name, size: bytes.length, type: undefined })
      for (const _time of [1, 2]) expect((await buffer(source.stream())).equals(bytes)).toBe(true)
    },
  )

  it('sends the name and type that are given', async () => {
    const source = await fromPath(await fileOf('a.txt', 'text'), { name: 'b.md', type: 'text/markdown' })
    expect(source).toMatchObject({ name: 'b.md', type: 'text/markdown', size: 4 })
  })

  it('reads an empty file', async () => {
    const source = await fromPath(await fileOf('empty', ''))
    expect(source.size).toBe(0)
    expect(await text(source.stream())).toBe('')
  })

  it('arrives whole in a form', async () => {
    const { body: open, headers } = createForm({ file: await fromPath(await fileOf('a.bin', bytes)) })
    const body = (open as () => ReadableStream)()
    const file = (await new Response(body, { headers: headers as Record<string, string> }).formData()).get(
      'file',
    ) as File
    expect(file.name).toBe('a.bin')
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('refuses a path without a file, with the cause', async () => {
    const path = join(folder, 'missing.txt')
    await expect(fromPath(path)).rejects.toMatchObject({
      name: 'InputError',
      parameter: 'path',
      message: expect.stringContaining(JSON.stringify(path)),
      cause: { code: 'ENOENT' },
    })
  })

  it('refuses a folder', async () => {
    const path = join(folder, 'folder')
    await mkdir(path)
    await expect(fromPath(path)).rejects.toMatchObject({
      name: 'InputError',
      parameter: 'path',
      message: expect.stringContaining(JSON.stringify(path)),
    })
  })
})

describe('fromStream', () => {
  const halves = [bytes.subarray(0, 70_000), bytes.subarray(70_000)]

  it.each<[string, () => Readable | ReadableStream<Uint8Array>]>([
    ['a stream of Node', () => Readable.from(halves.map((half) => Buffer.from(half)))],
    [
      'a stream of Node that holds bytes',
      () => {
        const [...rest] = halves
        return new Readable({
          read() {
            this.push(rest.shift() ?? null)
          },
        })
      },
    ],
    ['a stream of the web', () => new Blob(halves).stream()],
  ])('reads %s', async (_what, open) => {
    const source = fromStream(open(), { name: 'a.bin', type: 'image/png', size: bytes.length })
    expect(source).toMatchObject({ name: 'a.bin', type: 'image/png', size: bytes.length })
    expect((await buffer(source.stream())).equals(bytes)).toBe(true)
  })

  it('has no size unless one is given', () => {
    const source = fromStream(Readable.from([]), { name: 'a.bin' })
    expect(source.size).toBeUndefined()
    expect(source.type).toBeUndefined()
  })

  it('passes a failure of the stream on', async () => {
    const failure = new Error('the disk is gone')
    const stream = new Readable({
      read() {
        this.destroy(failure)
      },
    })
    await expect(buffer(fromStream(stream, { name: 'a.bin' }).stream())).rejects.toBe(failure)
  })

  it('closes the stream of Node when it is cancelled', async () => {
    const stream = Readable.from([Buffer.from('a'), Buffer.from('b')])
    const reader = fromStream(stream, { name: 'a.bin' }).stream().getReader()
    await reader.read()
    await reader.cancel()
    await finished(stream).catch(() => {})
    expect(stream.destroyed).toBe(true)
  })
})
