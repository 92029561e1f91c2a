import { pipeline, Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { createUnzip } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { readWhole } from '../http/fast-path.js'
import { readWithin } from '../http/read-bytes.js'
import { createResponse } from '../http/received.js'
import { toStandardHeaders } from '../http/standard-headers.js'
import { toWeb } from './streams.js'

/** Bytes that are buffered until they are read. */
const highWaterMark = 64 * 1024

const contentCodings = ['gzip', 'deflate']
const bodiless = [204, 205, 304]

/** The content codings that a pooled response may have. */
export const acceptEncoding = contentCodings.join(', ')

const discarded = () => new Error('The response body was discarded.')

/** Receives a response from undici, and creates a `Response` of the platform only if one is needed. */
export class PooledResponse implements Dispatcher.DispatchHandler {
  readonly url: string
  readonly type = 'basic'
  readonly redirected = false
  status = 0
  statusText = ''
  /** Called when the exchange has ended, successfully or not. */
  onEnd: (() => void) | undefined
  #fields: Record<string, string | string[] | undefined> = {}
  #headers: Headers | undefined
  #response: Response | undefined

  readonly #started: (response: PooledResponse) => void
  readonly #failed: (reason: unknown) => void
  #controller: Dispatcher.DispatchController | undefined
  #aborted: { reason: unknown } | undefined
  #chunks: Uint8Array[] = []
  #size = 0
  #end: { error?: unknown } | undefined
  #whole:
    | { limit: number; resolve: (bytes: Uint8Array | undefined) => void; reject: (error: unknown) => void }
    | undefined
  #stream: ReadableStreamDefaultController<Uint8Array> | undefined

  /**
   * @param started - Called when the headers have been received.
   * @param failed - Called if they are not received.
   */
  constructor(url: string, started: (response: PooledResponse) => void, failed: (reason: unknown) => void) {
    this.url = url
    this.#started = started
    this.#failed = failed
  }

  /** Aborts the exchange in any phase. */
  abort(reason: unknown): void {
    this.#aborted ??= { reason }
    this.#failed(reason)
    this.#controller?.abort(reason as Error)
  }

  get aborted(): boolean {
    return this.#aborted !== undefined
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#aborted) controller.abort(this.#aborted.reason as Error)
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
    text = '',
  ): void {
    if (status < 200) return
    this.status = status
    this.statusText = text
    this.#fields = headers
    this.#started(this)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    // Discard it: nothing can read the body of a 204, 205 or 304, and unread data would block the connection.
    if (bodiless.includes(this.status)) return
    if (this.#stream) {
      this.#stream.enqueue(chunk)
      if ((this.#stream.desiredSize ?? 0) <= 0) controller.pause()
      return
    }
    this.#chunks.push(chunk)
    this.#size += chunk.length
    if (this.#size <= (this.#whole?.limit ?? highWaterMark)) return
    if (this.#whole) {
      this.#whole.resolve(undefined)
      this.#chunks = []
      controller.abort(discarded())
    } else controller.pause()
  }

  onResponseEnd(): void {
    this.#finish({})
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.status === 0) this.#failed(error)
    // undici replaces a reason that is null or undefined.
    this.#finish({ error: this.#aborted ? this.#aborted.reason : error })
  }

  #finish(end: { error?: unknown }): void {
    this.#end = end
    this.onEnd?.()
    if (this.#stream) {
      if ('error' in end) this.#stream.error(end.error)
      else this.#stream.close()
    }
    if (this.#whole) {
      if ('error' in end) this.#whole.reject(end.error)
      else if (this.#size > this.#whole.limit) this.#whole.resolve(undefined)
      else
        this.#whole.resolve(
          this.#chunks.length === 1 ? (this.#chunks[0] as Uint8Array) : Buffer.concat(this.#chunks, this.#size),
        )
    }
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  get headers(): Headers {
    this.#headers ??= toStandardHeaders(this.#fields)
    return this.#headers
  }

  [readWhole](limit: number): Promise<Uint8Array | undefined> {
    if (this.#coded || this.#response) return readWithin(this.#platform.body, limit)
    return new Promise((resolve, reject) => {
      this.#whole = { limit, resolve, reject }
      if (this.#end) this.#finish(this.#end)
      else this.#controller?.resume()
    })
  }

  get #coded(): boolean {
    const { 'content-encoding': field, 'content-length': length } = this.#fields
    return field !== undefined && length !== '0' && contentCodings.includes(String(field).toLowerCase())
  }

  #toStream(): ReadableStream<Uint8Array> {
    const raw = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        start: (stream) => {
          for (const chunk of this.#chunks) stream.enqueue(chunk as Uint8Array<ArrayBuffer>)
          this.#chunks = []
          this.#stream = stream
          if (this.#end) this.#finish(this.#end)
        },
        pull: () => this.#controller?.resume(),
        cancel: () => this.#controller?.abort(discarded()),
      },
      new ByteLengthQueuingStrategy({ highWaterMark }),
    )
    // `DecompressionStream` rejects gzip in several members, which servers do send.
    return this.#coded ? toWeb(pipeline(Readable.fromWeb(raw as NodeReadableStream), createUnzip(), () => {})) : raw
  }

  get #platform(): Response {
    if (this.#whole) throw new TypeError('The body was read already.')
    this.#response ??= createResponse(bodiless.includes(this.status) ? null : this.#toStream(), this, this.headers)
    return this.#response
  }

  get body(): ReadableStream<Uint8Array> | null {
    // A body that has been read as a whole has no stream.
    return this.#whole ? null : this.#platform.body
  }
  get bodyUsed(): boolean {
    return this.#whole !== undefined || this.#response?.bodyUsed === true
  }
  clone(): Response {
    return this.#platform.clone()
  }
  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#platform.arrayBuffer()
  }
  async blob(): Promise<Blob> {
    return this.#platform.blob()
  }
  async formData(): Promise<FormData> {
    return this.#platform.formData()
  }
  async json(): Promise<unknown> {
    return this.#platform.json()
  }
  async text(): Promise<string> {
    return this.#platform.text()
  }
}
