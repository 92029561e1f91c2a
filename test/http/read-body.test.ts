import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRedact } from '../../src/errors/redact.js'
import { readWhole } from '../../src/http/fast-path.js'
import { InvalidBody, readContent, readErrorBody, untilAborted } from '../../src/http/read-body.js'

const text = 'Բարեւ, 你好, مرحبا 🎉'
const bytes = new TextEncoder().encode(text)
const redact = createRedact('k3y-of-app')

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
}

const responseOf = (...chunks: Uint8Array[]) => new Response(streamOf(chunks))

describe('readContent', () => {
  it('reads JSON as its text, from one chunk, from none, and without a body', async () => {
    expect(await readContent(responseOf(bytes), 'json', Infinity)).toBe(text)
    expect(await readContent(responseOf(), 'json', Infinity)).toBe('')
    expect(await readContent(responseOf(new Uint8Array()), 'json', Infinity)).toBe('')
    expect(await readContent(new Response(null), 'json', Infinity)).toBe('')
  })

  it.each(Array.from({ length: bytes.length - 1 }, (_value, index) => index + 1))(
    'reads a body that is split after byte %i',
    async (at) => {
      expect(await readContent(responseOf(bytes.subarray(0, at), bytes.subarray(at)), 'json', Infinity)).toBe(text)
    },
  )

  it('reads a body that comes a byte at a time', async () => {
    expect(await readContent(responseOf(...[...bytes].map((byte) => Uint8Array.of(byte))), 'json', Infinity)).toBe(text)
  })

  it('drops a byte order mark, also one that comes in pieces', async () => {
    expect(await readContent(responseOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)), 'json', Infinity)).toBe('{}')
    expect(
      await readContent(
        responseOf(Uint8Array.of(0xef), Uint8Array.of(0xbb, 0xbf, 0x7b), Uint8Array.of(0x7d)),
        'json',
        Infinity,
      ),
    ).toBe('{}')
  })

  it.each([
    ['a stray byte', [0x7b, 0xff, 0x7d]],
    ['a cut sequence', [0x22, 0xf0, 0x9f, 0x8e]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['an overlong form', [0xc0, 0xaf]],
  ])('refuses what is no UTF-8, and is none the worse for it: %s', async (_what, wrong) => {
    for (const chunks of [[Uint8Array.from(wrong)], wrong.map((byte) => Uint8Array.of(byte))]) {
      await expect(readContent(responseOf(...chunks), 'json', Infinity)).rejects.toBeInstanceOf(InvalidBody)
      expect(await readContent(responseOf(bytes), 'json', Infinity)).toBe(text)
    }
  })

  it('takes the whole body of a transport that has it', async () => {
    const response = Object.assign(responseOf(Uint8Array.of(0xff)), { [readWhole]: async () => bytes })
    expect(await readContent(response, 'json', Infinity)).toBe(text)
    expect(response.bodyUsed).toBe(false)
  })

  it('passes a connection that breaks on as it is', async () => {
    const broken = new Error('broken')
    const stream = new ReadableStream({
      pull(controller) {
        controller.error(broken)
      },
    })
    await expect(readContent(new Response(stream), 'json', Infinity)).rejects.toBe(broken)
    await expect(
      readContent(Object.assign(new Response(), { [readWhole]: () => Promise.reject(broken) }), 'json', Infinity),
    ).rejects.toBe(broken)
  })

  it('reads JSON of so many bytes and no more, however it comes, and cancels the rest', async () => {
    for (const size of [1, bytes.length]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_piece, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      )
      expect(await readContent(responseOf(...pieces), 'json', bytes.length)).toBe(text)
      const cancel = vi.fn()
      const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) =>
        controller.enqueue(pieces.shift() ?? Uint8Array.of(0x20)),
      )
      const read = readContent(
        new Response(new ReadableStream({ pull, cancel }, { highWaterMark: 0 })),
        'json',
        bytes.length - 1,
      )
      await expect(read).rejects.toMatchObject({
        constructor: InvalidBody,
        message: `the body is larger than maxResponseBytes, ${bytes.length - 1}`,
      })
      expect(pull).toHaveBeenCalledTimes(bytes.length / size)
      expect(cancel).toHaveBeenCalledOnce()
    }
  })

  it('passes the limit to a transport that has the whole body', async () => {
    const take = vi.fn(async () => undefined)
    await expect(readContent(Object.assign(new Response(), { [readWhole]: take }), 'json', 5)).rejects.toThrow(
      'larger than maxResponseBytes, 5',
    )
    expect(take).toHaveBeenCalledExactlyOnceWith(5)
  })

  it('gives other formats as the platform does, of any size', async () => {
    expect(await readContent(responseOf(bytes), 'text', 0)).toBe(text)
    expect(new Uint8Array((await readContent(responseOf(bytes), 'arrayBuffer', 0)) as ArrayBuffer)).toEqual(bytes)
    const blob = (await readContent(
      new Response(bytes, { headers: { 'content-type': 'image/png' } }),
      'blob',
      0,
    )) as Blob
    expect([blob.type, blob.size]).toEqual(['image/png', bytes.length])
    const form = (await readContent(new Response(new URLSearchParams({ a: '1' })), 'formData', 0)) as FormData
    expect(form.get('a')).toBe('1')
  })
})

describe('readErrorBody', () => {
  const kib = (count: number) => new Uint8Array(count * 1024).fill(0x78)

  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A body that gives what it has, and then nothing more. */
  function stalling(...chunks: Uint8Array[]) {
    const cancel = vi.fn()
    const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
      const next = chunks.shift()
      return next ? controller.enqueue(next) : new Promise<void>(() => {})
    })
    return { cancel, pull, stream: new ReadableStream<Uint8Array>({ pull, cancel }, { highWaterMark: 0 }) }
  }

  it('redacts the key', async () => {
    expect(await readErrorBody(new Response('bad k3y-of-app', { status: 401 }), redact)).toBe('bad [redacted]')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('strikes out a key that comes in pieces', async () => {
    const pieces = ['bad k', '3', 'y-of-app!'].map((piece) => new TextEncoder().encode(piece))
    expect(await readErrorBody(new Response(streamOf(pieces), { status: 401 }), redact)).toBe('bad [redacted]!')
  })

  it('reads text in any pieces, and marks what is no UTF-8', async () => {
    const pieces = [...bytes, 0xff, 0x21].map((byte) => Uint8Array.of(byte))
    expect(await readErrorBody(new Response(streamOf(pieces), { status: 500 }), redact)).toBe(`${text}\ufffd!`)
  })

  it.each([
    ['one piece', [kib(200), kib(1)]],
    ['many pieces', Array.from({ length: 500 }, () => kib(1))],
    ['pieces that do not fit', [kib(60), kib(60), kib(60)]],
  ])('reads 64 KiB of %s, and cancels the rest', async (_what, chunks) => {
    const { cancel, stream } = stalling(...chunks)
    const bounded = await readErrorBody(new Response(stream, { status: 500 }), redact)
    expect(bounded).toBe('x'.repeat(64 * 1024))
    expect(cancel).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not ask for more once it has 64 KiB', async () => {
    const { cancel, pull, stream } = stalling(kib(64))
    const settled = vi.fn()
    void readErrorBody(new Response(stream, { status: 500 }), redact).then(settled)
    await vi.advanceTimersByTimeAsync(0)
    expect(settled).toHaveBeenCalledTimes(1)
    expect(pull).toHaveBeenCalledTimes(1)
    expect(cancel).toHaveBeenCalledTimes(1)
  })

  it('waits five seconds for a body that stalls, and then takes what there is', async () => {
    const { cancel, stream } = stalling(kib(1))
    const settled = vi.fn()
    const bounded = readErrorBody(new Response(stream, { status: 500 }), redact)
    void bounded.then(settled)
    await vi.advanceTimersByTimeAsync(4_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await bounded).toBe('x'.repeat(1024))
    expect(cancel).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('waits five seconds in all, however often a piece comes', async () => {
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        controller.enqueue(Uint8Array.of(0x78))
      },
    })
    const settled = vi.fn()
    void readErrorBody(new Response(stream, { status: 500 }), redact).then(settled)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(settled).toHaveBeenCalledTimes(1)
  })

  it('returns the part that was received before the connection broke, and an empty text without a body', async () => {
    let pulled = 0
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulled++ === 0) controller.enqueue(kib(1))
        else controller.error(new Error('broken'))
      },
    })
    const bounded = await readErrorBody(new Response(stream, { status: 502 }), redact)
    expect(bounded).toHaveLength(1024)
    expect(await readErrorBody(new Response(null, { status: 500 }), redact)).toBe('')
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('untilAborted', () => {
  const listening = ({ signal }: AbortController) => getEventListeners(signal, 'abort').length

  it('passes the bytes on without a signal', async () => {
    const body = streamOf([bytes.subarray(0, 3), bytes.subarray(3)])
    const stream = untilAborted(body, undefined)
    expect(body.locked).toBe(true)
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(bytes)
  })

  it('errors with the reason of the signal if nothing was being read', async () => {
    const caller = new AbortController()
    const cancel = vi.fn()
    const stream = untilAborted(new ReadableStream({ cancel }), caller.signal)
    caller.abort('enough')
    expect(cancel).toHaveBeenCalledExactlyOnceWith('enough')
    await expect(stream.getReader().read()).rejects.toBe('enough')
  })

  it('lets go of the signal when the stream has ended, and not before', async () => {
    const caller = new AbortController()
    const reader = untilAborted(streamOf([bytes.subarray(0, 3), bytes.subarray(3)]), caller.signal).getReader()
    expect(await reader.read()).toEqual({ done: false, value: bytes.subarray(0, 3) })
    expect(await reader.read()).toEqual({ done: false, value: bytes.subarray(3) })
    expect(listening(caller)).toBe(1)
    expect((await reader.read()).done).toBe(true)
    expect(listening(caller)).toBe(0)
  })

  it('passes a failure on, and lets go', async () => {
    const caller = new AbortController()
    const failure = new Error('broken')
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(failure)
      },
    })
    await expect(untilAborted(body, caller.signal).getReader().read()).rejects.toBe(failure)
    expect(listening(caller)).toBe(0)
  })

  it('cancels the source, also while a read is pending', async () => {
    const caller = new AbortController()
    const cancel = vi.fn()
    const reader = untilAborted(
      new ReadableStream({ pull: () => new Promise(() => {}), cancel }),
      caller.signal,
    ).getReader()
    const read = reader.read()
    await reader.cancel('enough')
    expect((await read).done).toBe(true)
    expect(cancel).toHaveBeenCalledExactlyOnceWith('enough')
    expect(listening(caller)).toBe(0)
  })

  it('ends with the reason of the signal, even if the source does not', async () => {
    const caller = new AbortController()
    const cancel = vi.fn()
    const reader = untilAborted(
      new ReadableStream({ pull: () => new Promise(() => {}), cancel }),
      caller.signal,
    ).getReader()
    const read = reader.read()
    const reason = new Error('changed my mind')
    caller.abort(reason)
    await expect(read).rejects.toBe(reason)
    expect(cancel).toHaveBeenCalledExactlyOnceWith(reason)
    expect(listening(caller)).toBe(0)
  })

  it('reads no further than it is read', async () => {
    const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => controller.enqueue(bytes))
    const reader = untilAborted(
      new ReadableStream({ pull }, { highWaterMark: 0 }),
      new AbortController().signal,
    ).getReader()
    await new Promise(setImmediate)
    expect(pull).not.toHaveBeenCalled()
    await reader.read()
    expect(pull).toHaveBeenCalledTimes(1)
  })
})
