import type { Dispatcher } from 'undici'
import { TunnelRefused } from './proxy-tunnels.js'

/** Bytes that are buffered until they are read. */
const highWaterMark = 64 * 1024

/** The headers of a response, as undici parses them. */
export type RawHeaders = Record<string, string | string[] | undefined>

interface Reading<T> {
  resolve: (value: T | undefined) => void
  reject: (error: unknown) => void
}

/**
 * One request and its response, as undici reports them. undici holds it until both have ended. It holds no stream or
 * response that callers have, so that these can be collected.
 */
export class PooledExchange implements Dispatcher.DispatchHandler {
  status = 0
  statusText = ''
  headers: RawHeaders = {}

  // Dropped with the headers, since they lead to the response.
  #started: (() => void) | undefined
  #failed: ((reason: unknown) => void) | undefined
  #controller: Dispatcher.DispatchController | undefined
  #aborted: { reason: unknown } | undefined
  #chunks: Uint8Array[] = []
  #size = 0
  #end: { error?: unknown } | undefined
  #whole: (Reading<Uint8Array> & { limit: number }) | undefined
  #next: Reading<Uint8Array> | undefined
  #listeners: (() => void)[] | undefined

  /**
   * @param started - Called when the headers have been received.
   * @param failed - Called if they are not received.
   */
  constructor(started: () => void, failed: (reason: unknown) => void) {
    this.#started = started
    this.#failed = failed
  }

  /** Calls a listener when the exchange has ended, successfully or not. */
  onEnd(listener: () => void): void {
    this.#listeners = [...(this.#listeners ?? []), listener]
  }

  /** Aborts the exchange in any phase, unless it has ended. */
  abort(reason: unknown): void {
    if (this.#end) return
    this.#aborted ??= { reason }
    this.#failed?.(reason)
    this.#controller?.abort(reason as Error)
  }

  /** Aborts the exchange, since nothing will read the rest of the body. */
  discard(): void {
    this.abort(new Error('The response body was discarded.'))
  }

  get aborted(): boolean {
    return this.#aborted !== undefined
  }

  /** Whether a response with this status has no body, whatever the server sends. */
  get isBodiless(): boolean {
    return this.status === 204 || this.status === 205 || this.status === 304
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#aborted) controller.abort(this.#aborted.reason as Error)
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController | undefined,
    status: number,
    headers: RawHeaders,
    text = '',
  ): void {
    if (status < 200) return
    this.status = status
    this.statusText = text
    this.headers = headers
    this.#started?.()
    this.#started = undefined
    this.#failed = undefined
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    // Unread data would block the connection.
    if (this.isBodiless) return
    if (this.#next) {
      this.#next.resolve(chunk)
      this.#next = undefined
      return
    }
    this.#chunks.push(chunk)
    this.#size += chunk.length
    if (this.#size <= (this.#whole?.limit ?? highWaterMark)) return
    if (this.#whole) {
      this.#whole.resolve(undefined)
      this.#chunks = []
      this.discard()
    } else controller.pause()
  }

  onResponseEnd(): void {
    this.#finish({})
  }

  onResponseError(controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (this.#aborted) {
      // undici replaces a reason that is null or undefined.
      this.#finish({ error: this.#aborted.reason })
    } else if (error instanceof TunnelRefused && error.response) {
      const { status, statusText, headers } = error.response
      this.onResponseStart(controller, status, headers, statusText)
      this.#finish({})
    } else {
      if (this.status === 0) this.#failed?.(error)
      // A body that must not be there is not a failure. The connection is closed.
      this.#finish(this.isBodiless ? {} : { error })
    }
  }

  #finish(end: { error?: unknown }): void {
    this.#end = end
    for (const listener of this.#listeners ?? []) listener()
    this.#listeners = undefined
    if (Object.hasOwn(end, 'error')) {
      this.#chunks = []
      this.#whole?.reject(end.error)
      this.#next?.reject(end.error)
    } else {
      this.#whole?.resolve(this.#whole.limit < this.#size ? undefined : this.#join())
      this.#next?.resolve(undefined)
    }
  }

  #join(): Uint8Array {
    return this.#chunks.length === 1 ? (this.#chunks[0] as Uint8Array) : Buffer.concat(this.#chunks, this.#size)
  }

  /**
   * Reads the whole body. Nothing else may read it before or afterwards.
   *
   * @returns Undefined if the body is larger than the limit, in bytes. The exchange is then aborted.
   */
  readWhole(limit: number): Promise<Uint8Array | undefined> {
    return new Promise((resolve, reject) => {
      this.#whole = { limit, resolve, reject }
      if (this.#end) this.#finish(this.#end)
      else this.#controller?.resume()
    })
  }

  /** Reads the next chunk of the body. It returns undefined at the end. */
  async read(): Promise<Uint8Array | undefined> {
    const chunk = this.#chunks.shift()
    if (chunk) {
      this.#size -= chunk.length
      return chunk
    }
    if (this.#end) {
      if (Object.hasOwn(this.#end, 'error')) throw this.#end.error
      return undefined
    }
    return new Promise((resolve, reject) => {
      this.#next = { resolve, reject }
      this.#controller?.resume()
    })
  }
}
