import { type Metadata, rateLimitOf, requestIdOf } from '../http/headers/response-metadata.js'

/** What a call came to. */
export interface Result<T> {
  data: T
  response: Response
  attempts: number
  duration: number
}

/** A result, the response that it came in, and what else is known of the call. */
export interface WithResponse<T> extends Metadata {
  /** What the promise comes to by itself. */
  data: T
  /** The response; its body has been read. */
  response: Response
}

/**
 * A promise of a result, which can also be asked for the response around it.
 *
 * @example
 * ```ts
 * const user = await sceyt.users.get('zoe')
 * ```
 */
export interface ApiPromise<T> extends Promise<T> {
  /**
   * The result and the response that it came in, with request id, rate limits, attempts and duration. Nothing is sent twice.
   *
   * @example
   * ```ts
   * const { data: user, status, requestId } = await sceyt.users.get('zoe').withResponse()
   * ```
   */
  withResponse(): Promise<WithResponse<T>>
}

/** Makes one of a call that is under way. It is a plain promise with a method, since a class of our own is slower to await. */
export function toApiPromise<T>(result: Promise<Result<T>>): ApiPromise<T> {
  const promise = result.then(({ data }) => data) as ApiPromise<T>
  promise.withResponse = () => {
    // Who asks here hears of a failure here, and need not handle it twice.
    promise.catch(() => {})
    return result.then(toWithResponse)
  }
  return promise
}

function toWithResponse<T>({ data, response, attempts, duration }: Result<T>): WithResponse<T> {
  const { status, headers } = response
  return {
    data,
    response,
    status,
    requestId: requestIdOf(headers),
    rateLimit: rateLimitOf(headers),
    attempts,
    duration,
  }
}

/** One of a call that is made when its result is first asked for. */
export class LazyPromise<T> extends Promise<T> implements ApiPromise<T> {
  readonly #start: () => Promise<Result<T>>
  #result: Promise<Result<T>> | undefined

  // What `then` returns is a plain promise of something else, without a response.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  /** @param start - Makes the call. It is run once. */
  constructor(start: () => Promise<Result<T>>) {
    super(() => {})
    this.#start = start
  }

  /**
   * The result and the response that it came in, with request id, rate limits, attempts and duration. Nothing is sent twice.
   *
   * @example
   * ```ts
   * const { data: user, status, requestId } = await sceyt.users.get('zoe').withResponse()
   * ```
   */
  withResponse(): Promise<WithResponse<T>> {
    return this.result().then(toWithResponse)
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
