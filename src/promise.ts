import { type Metadata, rateLimitOf, requestIdOf } from './metadata.js'

/** What a call came to. */
export interface Result<T> {
  data: T
  response: Response
  attempts: number
  duration: number
}

/** A result, the response that it came in, and what else is known of the call. */
export interface WithResponse<T> extends Metadata {
  data: T
  /** The response; its body has been read. */
  response: Response
}

/** A promise of a result, which can also be asked for the response around it. */
export class ApiPromise<T> extends Promise<T> {
  readonly #start: () => Promise<Result<T>>
  #result: Promise<Result<T>> | undefined

  // What `then` returns is a plain promise of something else, without a response.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  /** @param start - Makes the call. It is run once, when the result is first asked for. */
  constructor(start: () => Promise<Result<T>>) {
    super(() => {})
    this.#start = start
  }

  /** The result and the response that it came in, with request id, rate limits, attempts and duration. Nothing is sent twice. */
  async withResponse(): Promise<WithResponse<T>> {
    const { data, response, attempts, duration } = await this.result()
    const { status, headers } = response
    return { data, response, status, requestId: requestIdOf(headers), rateLimit: rateLimitOf(headers), attempts, duration }
  }

  /** @internal What the call came to; made on the first demand. */
  protected result(): Promise<Result<T>> {
    this.#result ??= this.#start()
    return this.#result
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  override then<A = T, B = never>(
    onResolve?: ((value: T) => A | PromiseLike<A>) | null,
    onReject?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.result().then(({ data }) => (onResolve ? onResolve(data) : (data as unknown as A)), onReject)
  }
}
