import { ownFields } from '../common/own-fields.js'
import { toStandardHeaders } from '../common/standard-headers.js'
import { streamOf } from '../common/stream-of.js'
import { mayBeCut, readWhole } from '../http/fast-path.js'
import { closesAfterChunks } from '../http/misses-cuts.js'
import { readWithin } from '../http/read-bytes.js'
import { createResponse } from '../http/received.js'
import { decode, decodersOf } from './decode-content.js'
import type { PooledExchange } from './pooled-exchange.js'

/** Ends the exchange of a response or stream that was collected before it was read, since it would hold its connection. */
const collected = new FinalizationRegistry<PooledExchange>((exchange) => exchange.discard())

/** A response of a pool. It creates a `Response` of the platform only if one is needed. */
export class PooledResponse {
  readonly url: string
  readonly type = 'basic'
  readonly redirected = false
  readonly status: number
  readonly statusText: string
  readonly #exchange: PooledExchange
  readonly #mayBeEmpty: boolean
  #headers: Headers | undefined
  #response: Response | undefined
  #isRead = false

  /** @param mayBeEmpty - Whether a body that has a content coding may have no content. */
  constructor(url: string, exchange: PooledExchange, mayBeEmpty = true) {
    this.url = url
    this.status = exchange.status
    this.statusText = exchange.statusText
    this.#exchange = exchange
    this.#mayBeEmpty = mayBeEmpty
  }

  /** Ends the exchange if this response is collected unread. The client reads or cancels each response by itself. */
  releaseWhenCollected(): void {
    collected.register(this, this.#exchange, this)
  }

  /** Marks a body that may be truncated, for an undici that does not report it. */
  markIfCut(): void {
    const { connection, 'transfer-encoding': transferEncoding } = this.#exchange.headers
    if (closesAfterChunks(connection, transferEncoding))
      Object.defineProperty(this, mayBeCut, ownFields({ value: true }))
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  get headers(): Headers {
    this.#headers ??= toStandardHeaders(this.#exchange.headers)
    return this.#headers
  }

  [readWhole](limit: number): Promise<Uint8Array | undefined> {
    if (this.#response || this.#decoders) return readWithin(this.#platform.body, limit)
    this.#isRead = true
    return this.#exchange.readWhole(limit)
  }

  get #decoders(): ReturnType<typeof decodersOf> | undefined {
    const { 'content-encoding': codings, 'content-length': length } = this.#exchange.headers
    if (codings === undefined || length === '0') return undefined
    const decoders = decodersOf(String(codings))
    return decoders.length > 0 ? decoders : undefined
  }

  #toStream(): ReadableStream<Uint8Array> {
    const exchange = this.#exchange
    const raw = chunksOf(exchange)
    const chunks = this.#decoders ? decode(raw, this.#decoders, this.#mayBeEmpty) : raw
    const stream = streamOf(
      () => chunks.next(),
      () => exchange.discard(),
    )
    // From now on the stream alone matters, which callers may keep without the response.
    collected.unregister(this)
    collected.register(stream, exchange)
    return stream
  }

  get #platform(): Response {
    if (this.#isRead) throw new TypeError('The body was read already.')
    this.#response ??= createResponse(this.#exchange.isBodiless ? null : this.#toStream(), this, this.headers)
    return this.#response
  }

  get body(): ReadableStream<Uint8Array> | null {
    // A body that has been read as a whole has no stream.
    return this.#isRead ? null : this.#platform.body
  }
  get bodyUsed(): boolean {
    return this.#isRead || this.#response?.bodyUsed === true
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

async function* chunksOf(exchange: PooledExchange): AsyncGenerator<Uint8Array> {
  for (let chunk = await exchange.read(); chunk; chunk = await exchange.read()) yield chunk
}
