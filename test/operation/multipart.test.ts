import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { createForm, isUploadable, type Uploadable, type UploadSource } from '../../src/operation/multipart.js'

const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256)

function sourceOf(content: Uint8Array | string, names: Partial<UploadSource> = {}): UploadSource {
  return { name: 'a.bin', stream: () => new Blob([content as BlobPart]).stream(), ...names }
}

/** The body of one attempt, and the headers that describe it. */
function open(fields: Record<string, Uploadable>) {
  const { body, headers } = createForm(fields)
  return { body: typeof body === 'function' ? body() : body, headers: headers as Record<string, string> }
}

async function parse(fields: Record<string, Uploadable>): Promise<[string, File][]> {
  const { body, headers } = open(fields)
  return [...(await new Response(body, { headers }).formData())] as [string, File][]
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}

async function bytesOf(blob: Blob): Promise<Buffer> {
  return Buffer.from(await blob.arrayBuffer())
}

describe('createForm', () => {
  const awkward = [
    'photo.jpg',
    'a"b".txt',
    'two\r\nlines',
    'new\nline',
    'a"; filename="b',
    'Երևան.txt',
    '😀.png',
    '50%.txt',
    '..\\a',
    "a'b",
    '\r\n--x',
    ' ',
  ]
  it.each(awkward)('brings the file name %j through', async (name) => {
    const [[field, file] = []] = await parse({ file: sourceOf('text', { name }) })
    expect(field).toBe('file')
    expect(file?.name).toBe(name)
    expect(await file?.text()).toBe('text')
  })

  it.each(['avatar', 'a"b', 'a"; name="b', 'a\r\nX-Evil: 1', 'Երևան', '😀'])(
    'brings the field name %j through',
    async (field) => {
      const form = await parse({ [field]: sourceOf('text') })
      expect(form.map(([name, file]) => [name, file.name])).toEqual([[field, 'a.bin']])
    },
  )

  it.each([
    ['image/png', 'image/png'],
    [undefined, 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('sends the type %j as %j', async (type, sent) => {
    const [[, file] = []] = await parse({ file: sourceOf('text', { type }) })
    expect(file?.type).toBe(sent)
  })

  it('lets no type add a header or a body', async () => {
    const { body } = open({ file: sourceOf('text', { type: 'text/plain\r\nX-Evil: 1\r\n\r\nevil' }) })
    const [head = '', content] = (await new Response(body).text()).split('\r\n\r\n')
    expect(head.split('\r\n')).toHaveLength(3)
    expect(content).toMatch(/^text\r\n--/)
  })

  it.each<[string, Uint8Array | string]>([
    ['of every byte', bytes],
    ['empty', ''],
    ['like the form itself', '\r\n--sceyt-\r\n\r\n--sceyt---\r\n'],
  ])('brings content through that is %s', async (_what, content) => {
    const [[, file] = []] = await parse({ file: sourceOf(content) })
    expect((await bytesOf(file as File)).equals(Buffer.from(content as string))).toBe(true)
  })

  it('keeps the order and content of several fields, a Blob among them', async () => {
    const form = await parse({
      a: sourceOf('1', { name: '1.txt' }),
      b: new Blob(['2'], { type: 'text/css' }),
      c: new File(['3'], '3.txt'),
    })
    const lengths = await Promise.all(
      form.map(async ([field, file]) => `${field} ${file.name} ${file.type} ${await file.text()}`),
    )
    expect(lengths).toEqual([
      'a 1.txt application/octet-stream 1',
      'b blob text/css 2',
      'c 3.txt application/octet-stream 3',
    ])
  })

  it('never uses a boundary twice', () => {
    const [first, second] = [0, 1].map(() => open({ file: sourceOf('') }).headers['Content-Type'])
    expect(first).toMatch(/^multipart\/form-data; boundary=.{20,70}$/)
    expect(first).not.toBe(second)
  })

  it.each([
    [{ a: sourceOf(bytes, { size: bytes.length, name: 'Երևան "1".txt' }) }],
    [{ a: sourceOf('', { size: 0 }) }],
    [{ ա: sourceOf('abc', { size: 3 }), b: new Blob(['blob']) }],
  ])('has the length of the whole body if every size is known', async (fields) => {
    const { body, headers } = open(fields)
    const { byteLength } = await new Response(body).arrayBuffer()
    expect(headers['Content-Length']).toBe(String(byteLength))
  })

  it('has no length if a size is not known', () => {
    expect(open({ a: sourceOf('abc'), b: sourceOf('abc', { size: 3 }) }).headers).not.toHaveProperty('Content-Length')
  })

  it.each([new Blob([bytes], { type: 'image/png' }), new File(['text'], 'Երևան.txt')])(
    'is a Blob, which every fetch can send, if it has a %s',
    async (blob) => {
      const { body, headers, repeatable } = createForm({ file: blob })
      expect(body).toBeInstanceOf(Blob)
      expect(Object.keys(headers ?? {})).toEqual(['Content-Type'])
      expect(repeatable).toBe(true)
      const file = (await new Response(body as Blob, { headers: headers as Record<string, string> }).formData()).get(
        'file',
      ) as File
      expect([file.name, file.type]).toEqual([
        blob instanceof File ? blob.name : 'blob',
        blob.type || 'application/octet-stream',
      ])
      expect((await bytesOf(file)).equals(await bytesOf(blob))).toBe(true)
    },
  )
})

/** A Blob of another realm or package, with some of its methods. */
function foreignBlob(text: string, ...methods: ('stream' | 'arrayBuffer')[]): Blob {
  const blob = new Blob([text])
  const read = Object.fromEntries(methods.map((name) => [name, () => blob[name]()]))
  return { size: blob.size, type: 'text/css', slice: () => blob, ...read } as Blob
}

describe('a Blob of another realm', () => {
  it.each([['stream'], ['arrayBuffer'], ['stream', 'arrayBuffer']] as const)(
    'is read by %s, as often as needed',
    async (...methods) => {
      const { body, headers, repeatable } = createForm({ file: foreignBlob('Բարեւ', ...methods) })
      expect(repeatable).toBe(true)
      for (const _time of [1, 2]) {
        const content = await new Response((body as () => ReadableStream)()).arrayBuffer()
        expect(headers?.['Content-Length']).toBe(String(content.byteLength))
        expect(new TextDecoder().decode(content)).toMatch(
          /filename="blob"\r\nContent-Type: text\/css\r\n\r\nԲարեւ\r\n--/,
        )
      }
    },
  )
})

describe('the stream of a form', () => {
  function watched(pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void) {
    const cancel = vi.fn()
    const stream = vi.fn(() => new ReadableStream<Uint8Array>({ pull, cancel }))
    const { body } = open({ file: { name: 'a.bin', stream } })
    return { cancel, stream, reader: (body as ReadableStream<Uint8Array>).getReader() }
  }

  it('opens its source at once, so that a failure to open precedes the request', () => {
    const { stream } = watched((controller) => controller.close())
    expect(stream).toHaveBeenCalledTimes(1)
  })

  it('opens its source with the first read, if it is opened lazily', async () => {
    const stream = vi.fn(() => new Blob(['abc']).stream())
    const { body } = createForm({ file: { name: 'a.bin', stream } })
    const reader = (body as (lazily: boolean) => ReadableStream<Uint8Array>)(true).getReader()
    await setImmediate()
    expect(stream).not.toHaveBeenCalled()
    await readAll(reader)
    expect(stream).toHaveBeenCalledTimes(1)
  })

  it('reads a source no further than it is read itself', async () => {
    let pulls = 0
    const { reader } = watched((controller) => controller.enqueue(new Uint8Array([pulls++])))
    await reader.read()
    await reader.read()
    await setImmediate()
    expect(pulls).toBeLessThan(5)
  })

  it('cancels the source when it is cancelled', async () => {
    const { cancel, reader } = watched((controller) => controller.enqueue(new Uint8Array([1])))
    await reader.read()
    await reader.read()
    expect(cancel).not.toHaveBeenCalled()
    await reader.cancel()
    expect(cancel).toHaveBeenCalledTimes(1)
  })

  it('cancels a source that it is waiting for', async () => {
    const { cancel, stream, reader } = watched(() => new Promise(() => {}))
    await reader.read()
    void reader.read()
    await setImmediate()
    expect(stream).toHaveBeenCalledTimes(1)
    await Promise.race([reader.cancel(), setImmediate()])
    expect(cancel).toHaveBeenCalledTimes(1)
  })

  it('fails as its source does', async () => {
    const failure = new Error('the disk is gone')
    const { reader } = watched((controller) => controller.error(failure))
    await expect(readAll(reader)).rejects.toBe(failure)
  })
})

describe('isUploadable', () => {
  it('accepts a Blob, a File and a source', () => {
    const foreign = [foreignBlob('', 'stream'), foreignBlob('', 'arrayBuffer')]
    for (const value of [new Blob([]), new File([], 'a'), sourceOf(''), ...foreign])
      expect(isUploadable(value)).toBe(true)
  })

  const stream = () => {}
  it.each([
    './a.txt',
    null,
    undefined,
    5,
    {},
    { name: 'a' },
    { stream },
    { name: 5, stream },
    { name: 'a', stream: 5 },
    // Nothing can read it outside its own page.
    foreignBlob('a'),
    { size: 1, type: '', slice: 5, stream },
    { type: '', slice: stream, stream },
    { size: 1, slice: stream, stream },
    new Date(0),
  ])('refuses %o', (value) => {
    expect(isUploadable(value)).toBe(false)
  })
})
