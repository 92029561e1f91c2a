import { gzipSync } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { describe, expect, it, vi } from 'vitest'
import { readWhole } from '../../src/http/fast-path.js'
import { Exchange } from '../../src/node/exchange.js'
import { PooledResponse } from '../../src/node/pooled-response.js'

const limit = 64 * 1024
const bytes = (text: string) => Buffer.from(text)
const textOf = (body: Uint8Array | undefined) => body && Buffer.from(body).toString()

/** Calls a response as undici does. */
function open() {
  const started = vi.fn()
  const failed = vi.fn()
  const exchange: Exchange = new Exchange(() => {
    opened.response = new PooledResponse('http://127.0.0.1/x', exchange)
    started()
  }, failed)
  const controller = { paused: false, aborted: false, reason: null, abort: vi.fn(), pause: vi.fn(), resume: vi.fn() }
  const given = controller as unknown as Dispatcher.DispatchController
  controller.abort.mockImplementation((reason: Error) =>
    exchange.onResponseError(given, reason ?? new Error('undici makes one')),
  )
  const opened = {
    response: undefined as unknown as PooledResponse,
    exchange,
    started,
    failed,
    controller,
    start: () => exchange.onRequestStart(given),
    head: (status = 200, headers: Record<string, string | string[]> = {}, text?: string) =>
      exchange.onResponseStart(given, status, headers, text),
    data: (chunk: Uint8Array) => exchange.onResponseData(given, chunk),
    end: () => exchange.onResponseEnd(),
    fail: (error: Error) => exchange.onResponseError(given, error),
  }
  return opened
}

/** A response whose headers are there. */
function begin(status = 200, headers: Record<string, string | string[]> = {}, text?: string) {
  const opened = open()
  opened.start()
  opened.head(status, headers, text)
  return opened
}

describe('the head', () => {
  it('is available once it is final', () => {
    const opened = open()
    const { started, start, head } = opened
    start()
    head(103)
    expect(started).not.toHaveBeenCalled()
    head(201, { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'], empty: '' }, 'Created')
    expect(started).toHaveBeenCalledOnce()
    const { response } = opened
    expect(response).toMatchObject({
      status: 201,
      statusText: 'Created',
      ok: true,
      url: 'http://127.0.0.1/x',
      type: 'basic',
      redirected: false,
      bodyUsed: false,
    })
    expect([...response.headers]).toEqual([
      ['content-type', 'text/plain'],
      ['empty', ''],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    expect(response.headers).toBe(response.headers)
  })

  it.each([
    [200, true],
    [299, true],
    [300, false],
    [999, false],
  ])('of status %i: ok is %s', (status, ok) => {
    const opened = open()
    opened.head(status)
    expect(opened.response.ok).toBe(ok)
  })

  it('that never comes is a failure', () => {
    const { started, failed, start, fail } = open()
    const error = new Error('gone')
    start()
    fail(error)
    expect(failed).toHaveBeenCalledExactlyOnceWith(error)
    expect(started).not.toHaveBeenCalled()
  })

  it('that was received stays after a later failure', () => {
    const { failed, fail } = begin()
    fail(new Error('gone'))
    expect(failed).not.toHaveBeenCalled()
  })
})

describe('the whole body', () => {
  it.each([
    ['nothing', []],
    ['one piece', ['one']],
    ['several', ['one', 'two', '', 'three']],
  ])('of %s can be asked for before, during and after it comes', async (_what, pieces) => {
    for (let ask = 0; ask <= pieces.length + 1; ask++) {
      const { response, data, end } = begin()
      let whole: Promise<Uint8Array | undefined> | undefined
      const steps = [...pieces.map((piece) => () => data(bytes(piece))), end]
      for (const [index, step] of steps.entries()) {
        if (index === ask) whole = response[readWhole](Infinity)
        step()
      }
      whole ??= response[readWhole](Infinity)
      expect(textOf(await whole)).toBe(pieces.join(''))
    }
  })

  it('does not copy a single piece', async () => {
    const { response, data, end } = begin()
    const piece = bytes('one')
    data(piece)
    end()
    expect(await response[readWhole](Infinity)).toBe(piece)
  })

  it('is decompressed', async () => {
    const { response, data, end } = begin(200, { 'content-encoding': 'gzip' })
    data(gzipSync('hello'))
    end()
    expect(textOf(await response[readWhole](Infinity))).toBe('hello')
  })

  it.each([0, 1])('that breaks off fails, %i pieces after it was asked for', async (after) => {
    const { response, data, fail } = begin()
    const error = new Error('gone')
    let whole: Promise<Uint8Array | undefined> | undefined
    if (after) whole = response[readWhole](Infinity)
    data(bytes('one'))
    fail(error)
    await expect(whole ?? response[readWhole](Infinity)).rejects.toBe(error)
  })

  it('is not waited for beyond 64 KiB, unless it is asked for', async () => {
    const { response, data, end, controller } = begin()
    data(Buffer.alloc(limit))
    expect(controller.pause).not.toHaveBeenCalled()
    data(Buffer.alloc(1))
    expect(controller.pause).toHaveBeenCalledOnce()
    const whole = response[readWhole](Infinity)
    expect(controller.resume).toHaveBeenCalledOnce()
    data(Buffer.alloc(10 * limit))
    expect(controller.pause).toHaveBeenCalledOnce()
    end()
    expect(await whole).toHaveLength(11 * limit + 1)
  })

  it.each(['identity', 'gzip'])(
    'ends the exchange once it is larger than is wanted, and not before, in %s',
    async (coding) => {
      for (const [wanted, text] of [
        [10, '0123456789'],
        [9, undefined],
      ] as const) {
        const { response, data, end, controller } = begin(200, { 'content-encoding': coding })
        const sent = coding === 'gzip' ? gzipSync('0123456789') : bytes('0123456789')
        const whole = response[readWhole](wanted)
        data(sent.subarray(0, sent.length >> 1))
        data(sent.subarray(sent.length >> 1))
        if (text !== undefined) end()
        expect(textOf(await whole)).toBe(text)
        if (text === undefined) await vi.waitFor(() => expect(controller.abort).toHaveBeenCalledOnce())
        else expect(controller.abort).not.toHaveBeenCalled()
      }
    },
  )

  it('is not given if it was there already, and is larger than is wanted', async () => {
    const { response, data, end } = begin()
    data(bytes('0123456789'))
    end()
    expect(await response[readWhole](9)).toBeUndefined()
  })

  it('is there for one reader, as with any response', async () => {
    const { response, data, end } = begin()
    data(bytes('one'))
    end()
    await response[readWhole](Infinity)
    expect(response.bodyUsed).toBe(true)
    expect(response.body).toBeNull()
    for (const read of ['text', 'json', 'blob', 'arrayBuffer', 'formData'] as const)
      await expect(response[read](), read).rejects.toThrow(TypeError)
    expect(() => response.clone()).toThrow(TypeError)
  })

  it('is the same for who looked at a clone before', async () => {
    for (const before of [true, false]) {
      const { response, data, end } = begin()
      data(bytes('one'))
      if (before) end()
      const clone = response.clone().text()
      if (!before) {
        data(bytes('two'))
        end()
      }
      const text = before ? 'one' : 'onetwo'
      expect(await clone).toBe(text)
      expect(textOf(await response[readWhole](Infinity))).toBe(text)
    }
  })
})

describe('as the platform has it', () => {
  it('gives the body as a text, JSON, a blob, a buffer or a form', async () => {
    const form = 'a=1&b=%2B'
    const read = (content: string, type: string) => {
      const { response, data, end } = begin(200, { 'content-type': type })
      data(bytes(content))
      end()
      return response
    }
    expect(await read('Բարեւ', 'text/plain').text()).toBe('Բարեւ')
    expect(await read('{"a":1}', 'application/json').json()).toEqual({ a: 1 })
    const blob = await read('abc', 'image/png').blob()
    expect([blob.type, await blob.text()]).toEqual(['image/png', 'abc'])
    expect(Buffer.from(await read('abc', 'image/png').arrayBuffer()).toString()).toBe('abc')
    expect([...(await read(form, 'application/x-www-form-urlencoded').formData())]).toEqual([
      ['a', '1'],
      ['b', '+'],
    ])
  })

  it('can be read once', async () => {
    const { response, end } = begin()
    end()
    await response.text()
    expect(response.bodyUsed).toBe(true)
    await expect(response.text()).rejects.toThrow(TypeError)
  })

  it('pauses at 64 KiB that are not read, and resumes when they are', async () => {
    const { response, data, end, controller } = begin()
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    data(Buffer.alloc(limit))
    expect(controller.pause).not.toHaveBeenCalled()
    data(Buffer.alloc(1))
    expect(controller.pause).toHaveBeenCalledOnce()
    expect((await reader.read()).value).toHaveLength(limit)
    expect((await reader.read()).value).toHaveLength(1)
    expect(controller.resume).not.toHaveBeenCalled()
    const last = reader.read()
    await vi.waitFor(() => expect(controller.resume).toHaveBeenCalledOnce())
    end()
    expect(await last).toEqual({ done: true, value: undefined })
  })

  it('fails with what ends the exchange', async () => {
    const { response, data, fail } = begin()
    const error = new Error('gone')
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    data(bytes('one'))
    expect((await reader.read()).value).toEqual(bytes('one'))
    fail(error)
    await expect(reader.read()).rejects.toBe(error)
  })

  it.each(['identity', 'gzip'])('ends the exchange when its body is cancelled, %s', async (coding) => {
    const { response, controller } = begin(200, { 'content-encoding': coding })
    await response.body?.cancel()
    await vi.waitFor(() => expect(controller.abort).toHaveBeenCalledOnce())
  })

  it.each([204, 205, 304])('has no body with %i, and does not wait for a reader of what comes', async (status) => {
    const { response, data, end, controller } = begin(status, { 'content-encoding': 'gzip' })
    data(Buffer.alloc(10 * limit))
    expect(controller.pause).not.toHaveBeenCalled()
    end()
    expect(response.body).toBeNull()
    expect(await response[readWhole](Infinity)).toHaveLength(0)
  })

  it('has a body with a status that the platform refuses', async () => {
    const { response, data, end } = begin(999)
    data(bytes('odd'))
    end()
    expect([response.status, await response.text()]).toEqual([999, 'odd'])
  })

  it('takes a coding in any case, and none of an empty body', async () => {
    const large = begin(200, { 'content-encoding': 'GZIP' })
    large.data(gzipSync('hello'))
    large.end()
    expect(await large.response.text()).toBe('hello')
    const empty = begin(200, { 'content-encoding': 'gzip', 'content-length': '0' })
    empty.end()
    expect(await empty.response[readWhole](Infinity)).toHaveLength(0)
  })
})

describe('abort', () => {
  it.each([[new Error('enough')], [{ why: 'enough' }], [null]])(
    'ends what has begun, with the reason %o',
    async (reason) => {
      const { exchange, failed, start } = open()
      start()
      exchange.abort(reason)
      expect(failed).toHaveBeenCalledWith(reason)
      expect(exchange.aborted).toBe(true)

      const whole = begin()
      const bytesRead = whole.response[readWhole](Infinity)
      whole.exchange.abort(reason)
      await expect(bytesRead).rejects.toBe(reason)

      const streamed = begin()
      const reader = streamed.response.body?.getReader()
      streamed.exchange.abort(reason)
      await expect(reader?.read()).rejects.toBe(reason)
    },
  )

  it('ends what begins afterwards', () => {
    const { exchange, failed, start, controller } = open()
    const reason = new Error('enough')
    exchange.abort(reason)
    expect(failed).toHaveBeenCalledExactlyOnceWith(reason)
    expect(controller.abort).not.toHaveBeenCalled()
    start()
    expect(controller.abort).toHaveBeenCalledExactlyOnceWith(reason)
  })
})

it('says when it is over, in whichever way', () => {
  for (const over of ['end', 'fail'] as const) {
    const opened = begin()
    const listeners = [vi.fn(), vi.fn()]
    for (const listener of listeners) opened.exchange.onEnd(listener)
    if (over === 'end') opened.end()
    else opened.fail(new Error('gone'))
    for (const listener of listeners) expect(listener).toHaveBeenCalledOnce()
  }
})
