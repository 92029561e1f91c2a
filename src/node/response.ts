import type { Dispatcher } from 'undici'
import { wholeBody } from '../shortcuts.js'

/** How many bytes may wait for a reader. */
const highWaterMark = 64 * 1024

const contentCodings = ['gzip', 'deflate']
const bodiless = [204, 205, 304]

/** The content codings that a pooled answer can be in. */
export const acceptEncoding = contentCodings.join(', ')

/** Takes an answer from undici, and becomes a `Response` of the platform only if somebody needs one. */
export class PooledResponse implements Dispatcher.DispatchHandler {
  readonly url: string
  readonly type = 'basic'
  readonly redirected = false
  status = 0
  statusText = ''
  #fields: Record<string, string | string[] | undefined> = {}
  #headers: Headers | undefined
  #response: Response | undefined

  readonly #started: (response: PooledResponse) => void
  readonly #failed: (error: Error) => void
  #controller: Dispatcher.DispatchController | undefined
  #abortReason: Error | undefined
  #chunks: Uint8Array[] = []
  #size = 0
  #end: { error?: Error } | undefined
  #whole: { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void } | undefined
  #stream: ReadableStreamDefaultController<Uint8Array> | undefined

  /**
   * @param started - Told when the headers are there.
   * @param failed - Told if they never come.
   */
  constructor(url: string, started: (response: PooledResponse) => void, failed: (error: Error) => void) {
    this.url = url
    this.#started = started
    this.#failed = failed
  }

  /** Ends the exchange, wherever it is. */
  abort(reason: Error): void {
    this.#abortReason = reason
    this.#controller?.abort(reason)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#abortReason) controller.abort(this.#abortReason)
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Record<string, string | string[] | undefined>, text = ''): void {
    if (status < 200) return
    this.status = status
    this.statusText = text
    this.#fields = headers
    this.#started(this)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.#stream) {
      this.#stream.enqueue(chunk)
      if ((this.#stream.desiredSize ?? 0) <= 0) controller.pause()
      return
    }
    this.#chunks.push(chunk)
    this.#size += chunk.length
    if (!this.#whole && this.#size > highWaterMark) controller.pause()
  }

  onResponseEnd(): void {
    this.#finish({})
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.status === 0) this.#failed(error)
    this.#finish({ error })
  }

  #finish(end: { error?: Error }): void {
    this.#end = end
    if (this.#stream) {
      if (end.error) this.#stream.error(end.error)
      else this.#stream.close()
    }
    if (this.#whole) {
      if (end.error) this.#whole.reject(end.error)
      else this.#whole.resolve(this.#chunks.length === 1 ? (this.#chunks[0] as Uint8Array) : Buffer.concat(this.#chunks, this.#size))
    }
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  get headers(): Headers {
    if (!this.#headers) {
      this.#headers = new Headers()
      for (const name in this.#fields) {
        const value = this.#fields[name] ?? ''
        if (typeof value === 'string') this.#headers.append(name, value)
        else for (const item of value) this.#headers.append(name, item)
      }
    }
    return this.#headers
  }

  [wholeBody](): Promise<Uint8Array> {
    if (this.#coding) return this.arrayBuffer().then((buffer) => new Uint8Array(buffer))
    return new Promise((resolve, reject) => {
      this.#whole = { resolve, reject }
      if (this.#end) this.#finish(this.#end)
      else this.#controller?.resume()
    })
  }

  get #coding(): CompressionFormat | undefined {
    return contentCodings.find((coding) => coding === this.#fields['content-encoding']) as CompressionFormat | undefined
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
        cancel: () => this.#controller?.abort(new Error('The body was not wanted.')),
      },
      new ByteLengthQueuingStrategy({ highWaterMark }),
    )
    return this.#coding ? raw.pipeThrough(new DecompressionStream(this.#coding)) : raw
  }

  get #platform(): Response {
    // The constructor refuses a status beyond 599.
    this.#response ??= new Response(bodiless.includes(this.status) ? null : this.#toStream(), {
      status: Math.min(this.status, 599),
      statusText: this.statusText,
      headers: this.headers,
    })
    return this.#response
  }

  get body(): ReadableStream<Uint8Array> | null {
    // Once the bytes were taken whole, there is no stream to be had.
    return this.#whole ? null : this.#platform.body
  }
  get bodyUsed(): boolean {
    return this.#whole !== undefined || this.#response?.bodyUsed === true
  }
  clone(): Response {
    return this.#platform.clone()
  }
  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#platform.arrayBuffer()
  }
  blob(): Promise<Blob> {
    return this.#platform.blob()
  }
  formData(): Promise<FormData> {
    return this.#platform.formData()
  }
  json(): Promise<unknown> {
    return this.#platform.json()
  }
  text(): Promise<string> {
    return this.#platform.text()
  }
}
