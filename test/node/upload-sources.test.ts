import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { fromPath, fromStream, pooledFetch } from '../../src/node/index.js'
import { createForm } from '../../src/operation/multipart.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { apiKey } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

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

describe('fromStream accepts', () => {
  const foreign = runInNewContext('new Uint8Array([104, 105])') as Uint8Array
  async function* generator() {
    yield 'h'
    yield new Uint8Array([105])
  }

  it.each<[string, () => unknown, repeatable: boolean]>([
    ['a Buffer', () => Buffer.from('hi'), true],
    ['a part of a Uint8Array', () => new Uint8Array([0, 104, 105, 0]).subarray(1, 3), true],
    ['a Uint8Array of another realm', () => foreign, true],
    ['a generator', () => generator(), false],
    ['an iterable', () => ({ [Symbol.asyncIterator]: generator }), false],
    ['a stream of strings', () => Readable.from(['h', 'i']), false],
    ['a stream of Node with an encoding', () => Readable.from([Buffer.from('hi')]).setEncoding('utf8'), false],
    ['a paused stream of Node', () => Readable.from(['hi']).pause(), false],
    ['a paused file with an encoding', () => Readable.from(['hi']).setEncoding('utf-8').pause(), false],
    ['a transform', () => Readable.from(['hi']).pipe(new PassThrough()), false],
    ['an http body', () => new Response('hi').body, false],
    [
      'a stream of views',
      () => Readable.from([new DataView(new Uint8Array([104]).buffer), new Uint8Array([105]).buffer]),
      false,
    ],
    [
      'a web stream of another realm',
      () => {
        const { readable } = new TransformStream()
        const stream = new Blob(['hi']).stream()
        return { locked: false, getReader: () => stream.getReader(), cancel() {}, pipeTo: () => readable.pipeTo }
      },
      false,
    ],
  ])('%s', async (_what, create, repeatable) => {
    const sandbox = createSandbox()
    const sceyt = createSceyt(sandbox.connection())
    const source = fromStream(create() as Readable, { name: 'a.txt' })
    expect(source.repeatable ?? false).toBe(repeatable)
    for (let times = 0; times < (repeatable ? 2 : 1); times++)
      expect(await (await sceyt.files.download(await sceyt.files.upload(source))).text()).toBe('hi')
  })

  it.each([undefined, null, 'text', 5, {}, [], ['a'], new Blob(['a']), new Map(), () => {}, new Date(0)])(
    'no %o',
    (content) => {
      expect(() => fromStream(content as unknown as Readable, { name: 'a' })).toThrow(
        expect.objectContaining({
          name: 'InputError',
          parameter: 'content',
          message: expect.stringMatching(/, got .+\.$/),
        }),
      )
    },
  )

  it.each([undefined, null, {}, { name: undefined }, { name: 5 }, { name: '' }, { name: 'a', type: 5 }])(
    'no names such as %o',
    async (names) => {
      const error = expect.objectContaining({ name: 'InputError' })
      expect(() => fromStream(Readable.from([]), names as { name: string })).toThrow(error)
      if (names && 'type' in names) await expect(fromPath(join(folder, 'x'), names as object)).rejects.toEqual(error)
    },
  )

  it.each([Buffer.from('Բարեւ'), new Uint8Array(10)])('of bytes has their size, and refuses another one', (content) => {
    expect(fromStream(content, { name: 'a', size: 10 })).toMatchObject({ size: 10 })
    for (const size of [9, 11, 0, Number.NaN])
      expect(() => fromStream(content, { name: 'a', size })).toThrow(
        expect.objectContaining({ name: 'InputError', parameter: 'size' }),
      )
  })

  it.each([-1, 1.5, Number.NaN, '5', null])('no size of %o', (size) => {
    expect(() => fromStream(Readable.from([]), { name: 'a', size: size as number })).toThrow(
      expect.objectContaining({ name: 'InputError', parameter: 'size' }),
    )
  })
})

describe('a stream that cannot be read', () => {
  const used: [what: string, create: () => Promise<Readable | ReadableStream>, message: string][] = [
    [
      'is locked',
      async () => {
        const stream = new Blob(['a']).stream()
        stream.getReader()
        return stream
      },
      'is locked',
    ],
    [
      'was read',
      async () => {
        const stream = new Blob(['a']).stream()
        const reader = stream.getReader()
        await reader.read()
        reader.releaseLock()
        return stream
      },
      'was read',
    ],
    [
      'was cancelled',
      async () => {
        const stream = new Blob(['a']).stream()
        await stream.cancel()
        return stream
      },
      'was read or cancelled',
    ],
    [
      'has ended',
      async () => {
        const stream = Readable.from(['a'], { autoDestroy: false })
        await buffer(stream)
        return stream
      },
      'was',
    ],
    ['was destroyed', async () => Readable.from(['a']).destroy(), 'was destroyed'],
    [
      'was read in part',
      async () => {
        const stream = Readable.from(['a', 'b'])
        await once(stream, 'readable')
        stream.read()
        return stream
      },
      'was read before, in part',
    ],
    [
      'was iterated in part',
      async () => {
        const stream = Readable.from(['a', 'b'])
        for await (const _chunk of stream.iterator({ destroyOnReturn: false })) break
        return stream
      },
      'was read before, in part',
    ],
    [
      'flows',
      async () => {
        const stream = createReadStream(fileURLToPath(import.meta.url), { highWaterMark: 16 })
        await once(stream, 'data')
        return stream.pause()
      },
      'was read before, in part',
    ],
    [
      'is that of a closed iterator',
      async () => {
        const stream = Readable.from(['a', 'b'])
        const iterator = stream[Symbol.asyncIterator]()
        await iterator.next()
        await iterator.return?.()
        return stream
      },
      'failed before',
    ],
    ['has the encoding hex', async () => Readable.from([Buffer.from('a')]).setEncoding('hex'), 'has the encoding hex'],
    [
      'has the encoding latin1',
      async () => createReadStream(fileURLToPath(import.meta.url), 'latin1'),
      'has the encoding latin1',
    ],
    [
      'has failed',
      async () => {
        const stream = createReadStream(join(folder, 'no such file'))
        await finished(stream).catch(() => {})
        return stream
      },
      'failed before: ENOENT',
    ],
  ]

  it.each(used)('since it %s is an InputError', async (_what, create, message) => {
    const stream = await create()
    expect(() => fromStream(stream, { name: 'a' })).toThrow(
      expect.objectContaining({ name: 'InputError', parameter: 'content', message: expect.stringContaining(message) }),
    )
  })

  const ends: [what: string, create: () => Readable | ReadableStream, end: (stream: never) => Promise<unknown>][] = [
    ['sent', () => Readable.from(['a']), async () => {}],
    ['sent', () => new Blob(['a']).stream(), async () => {}],
    ['sent', () => (async function* () {})() as unknown as Readable, async () => {}],
    ['destroyed', () => new PassThrough(), async (stream: Readable) => stream.destroy()],
    ['read', () => Readable.from(['a', 'b']), async (stream: Readable) => once(stream, 'data')],
    ['decoded', () => Readable.from(['a']), async (stream: Readable) => stream.setEncoding('base64')],
    ['locked', () => new Blob(['a']).stream(), async (stream: ReadableStream) => stream.getReader()],
    [
      'missing',
      () => createReadStream(join(folder, 'no such file')),
      (stream: Readable) => new Promise((resolve) => stream.once('close', resolve)),
    ],
  ]

  it.each(ends)('since it was %s meanwhile is an InputError before any request', async (what, create, end) => {
    for (const middleware of [false, true]) {
      const sandbox = createSandbox()
      let requests = 0
      const { fetch, ...connection } = { ...sandbox.connection() }
      const sceyt = createSceyt({
        ...connection,
        fetch: (url, init) => {
          requests++
          return (fetch as typeof globalThis.fetch)(url, init)
        },
      })
      if (middleware) sceyt.raw.use({ onRequest: () => undefined })
      const stream = create()
      const source = fromStream(stream, { name: 'a.txt' })
      if (what === 'sent') await sceyt.files.upload(source)
      await end(stream as never)
      requests = 0
      const error = await sceyt.files.upload(source).catch((error: unknown) => error)
      expect(error).toMatchObject({ name: 'InputError', message: expect.stringMatching(/^files\.upload: content /) })
      expect(requests).toBe(0)
    }
  })

  it.each([5, null, {}, ['a']])('since it contains %o fails with a clear message', async (chunk) => {
    async function* chunks() {
      yield 'a'
      yield chunk as unknown as string
    }
    const { origin } = await serve((request) => request.on('error', () => {}))
    const sceyt = createSceyt({ baseUrl: origin, apiKey })
    await expect(sceyt.files.upload(fromStream(chunks(), { name: 'a' }))).rejects.toMatchObject({
      name: 'ConnectionError',
      message: expect.stringMatching(/must consist of bytes or strings, got (the number 5|null|an object|an array)\./),
    })
  })
})

describe('the path of fromPath', () => {
  it('may be a file URL', async () => {
    const source = await fromPath(pathToFileURL(await fileOf('a b.txt', 'text')))
    expect(source.name).toBe('a b.txt')
    expect(await text(source.stream())).toBe('text')
  })

  it.each([undefined, null, 5, '', 'a\0b', new URL('https://example.com/a'), {}])('must not be %o', async (path) => {
    await expect(fromPath(path as string)).rejects.toMatchObject({ name: 'InputError', parameter: 'path' })
  })

  it('is opened with the first read, and closed when the stream is cancelled', async () => {
    const path = await fileOf('late.txt', 'before')
    const stream = (await fromPath(path)).stream()
    await writeFile(path, 'after')
    const reader = stream.getReader()
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('after')
    await reader.cancel()
  })
})

describe('an option that is not known', () => {
  it.each([
    ['fromPath', (path: string) => fromPath(path, { tpye: 'image/png' } as object), 'type'],
    ['fromStream', () => fromStream(Buffer.from('a'), { name: 'a', szie: 1 } as { name: string }), 'size'],
    ['pooledFetch', () => pooledFetch({ conections: 4 } as object), 'connections'],
  ])('of %s is refused, with the nearest known one', async (_name, call, nearest) => {
    const path = await fileOf('a.txt', 'text')
    await expect((async () => call(path))()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(`did you mean "${nearest}"?`),
    })
  })
})
