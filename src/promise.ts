/** A result together with the response that it came in. */
export interface WithResponse<T> {
  data: T
  /** The response; its body has been read. */
  response: Response
}

/** A promise of a result, which can also be asked for the response around it. */
export class ApiPromise<T> extends Promise<T> {
  readonly #start: () => Promise<WithResponse<T>>
  #result: Promise<WithResponse<T>> | undefined

  // What `then` returns is a plain promise of something else, without a response.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  /** @param start - Makes the call. It is run once, when the result is first asked for. */
  constructor(start: () => Promise<WithResponse<T>>) {
    super(() => {})
    this.#start = start
  }

  /** The result and the response that it came in. Nothing is sent twice. */
  withResponse(): Promise<WithResponse<T>> {
    this.#result ??= this.#start()
    return this.#result
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  override then<A = T, B = never>(
    onResolve?: ((value: T) => A | PromiseLike<A>) | null,
    onReject?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.withResponse()
      .then(({ data }) => data)
      .then(onResolve, onReject)
  }
}
