import { captureStack } from '../errors/capture-stack.js'
import { type Redact, redactResponse } from '../errors/redact.js'
import { type Metadata, rateLimitOf, requestIdOf } from '../http/headers/response-metadata.js'

/** The result of a call. */
export interface Result<T> {
  data: T
  response: Response
  attempts: number
  duration: number
  redact: Redact
}

/** A result, with its response and the metadata of the call. */
export interface WithResponse<T> extends Metadata {
  /** The result, as the promise alone resolves. */
  data: T
  /** The response; its body has been read. */
  response: Response
}

/**
 * A promise of a result, with access to its response.
 *
 * @example
 * ```ts
 * const user = await sceyt.users.get('zoe')
 * ```
 */
export interface ApiPromise<T> extends Promise<T> {
  /**
   * Returns the result together with its response, request id, rate limits, attempts and duration. It sends no second request.
   *
   * @example
   * ```ts
   * const { data: user, status, requestId } = await sceyt.users.get('zoe').withResponse()
   * ```
   */
  withResponse(): Promise<WithResponse<T>>
}

/** Adds `withResponse` to a call in flight. The result is a plain promise with a method, since a subclass is slower to await. */
export function toApiPromise<T>(result: Promise<Result<T>>): ApiPromise<T> {
  const promise = result.then(({ data }) => data) as ApiPromise<T>
  promise.withResponse = async () => {
    // A failure is reported by the promise that is returned here, and is not unhandled in the other one.
    promise.catch(() => {})
    try {
      return toWithResponse(await result)
    } catch (error) {
      captureStack(error)
      throw error
    }
  }
  return promise
}

function toWithResponse<T>({ data, response: received, attempts, duration, redact }: Result<T>): WithResponse<T> {
  const response = redactResponse(received, redact)
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

/** The parameter of a handler of rejections, as the standard library declares it: callers may declare the error that they expect. */
type Reason = Parameters<NonNullable<Parameters<Promise<unknown>['catch']>[0]>>[0]

/** The promise of a call that is made when its result is first used. */
export class LazyPromise<T> extends Promise<T> implements ApiPromise<T> {
  readonly #start: () => Promise<Result<T>>
  #result: Promise<Result<T>> | undefined

  // `then` returns a plain promise of another value, without a response.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  /** @param start - Makes the call. It is called once. */
  constructor(start: () => Promise<Result<T>>) {
    super(() => {})
    this.#start = start
  }

  /**
   * Returns the result together with its response, request id, rate limits, attempts and duration. It sends no second request.
   *
   * @example
   * ```ts
   * const { data: user, status, requestId } = await sceyt.users.get('zoe').withResponse()
   * ```
   */
  withResponse(): Promise<WithResponse<T>> {
    return this.result().then(toWithResponse)
  }

  /** @internal The result of the call, which is made on first use. */
  protected result(): Promise<Result<T>> {
    this.#result ??= this.#start()
    return this.#result
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  override then<A = T, B = never>(
    onResolve?: ((value: T) => A | PromiseLike<A>) | null,
    onReject?: ((reason: Reason) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    // In two steps: stacks then name the function that waits, which passes its own callbacks.
    return this.result()
      .then(({ data }) => data)
      .then(onResolve, onReject)
  }
}
