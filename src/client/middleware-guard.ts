import { describe } from '../common/describe.js'
import { fieldOf } from '../common/field-of.js'
import { ownFields } from '../common/own-fields.js'
import { InputError } from '../errors/input-error.js'
import type { Redact } from '../errors/redact.js'
import { type CallState, contextOf } from '../http/call-state.js'
import { createResponseError } from '../http/parse-response.js'
import { readErrorBody } from '../http/read-body.js'
import { type Received, toResponse } from '../http/received.js'
import type { Reporter } from '../http/reporter.js'
import { refuseConnectionHeader } from '../operation/check-headers.js'
import type { Payload } from '../operation/payload.js'

/** What a function of a middleware receives, as far as it is checked here. */
interface Given {
  request: Request
  response?: Response
}

/** What one call needs to check its middlewares. */
interface GuardOptions {
  readonly baseUrl: string
  readonly redact: Redact
  readonly reporter: Pick<Reporter, 'middleware'>
}

/** The functions of a middleware, and what each may return. */
const results = {
  onRequest: 'a Request to the same origin, a Response or nothing',
  onResponse: 'a Response or nothing',
  onError: 'a Response, an Error or nothing',
}

/**
 * Checks what the middlewares of one call do, so that a mistake is an error that names the middleware. openapi-fetch throws a
 * plain `Error` for it, or the platform a `TypeError`, even if the request has taken effect. After a failure the mistake is only
 * logged, since the error of the call says whether it has.
 */
export class MiddlewareGuard {
  /** The text of the last error status, without the API key. */
  errorText = ''
  /** The function that has read the body of the request or of the response, and not that of a clone. */
  #reader = 'middleware'
  readonly #call: CallState
  readonly #options: GuardOptions

  constructor(call: CallState, options: GuardOptions) {
    this.#call = call
    this.#options = options
  }

  /** Wraps a middleware. The wrapper calls it with the same values, in the same order. */
  guarded(middleware: unknown, name: string): object {
    return Object.fromEntries(
      Object.keys(results).map((method) => [
        method,
        (given: Given) => this.#run(middleware, method as keyof typeof results, name, given),
      ]),
    )
  }

  /** Checks the request that the middlewares have seen, and perhaps replaced. */
  checkRequest({ bodyUsed, headers }: Request, payload: Payload | undefined): void {
    if (bodyUsed)
      throw new InputError(this.#reader, 'has read the body of the request: read that of `request.clone()` instead.')
    const own = ownFields(payload?.headers ?? {})['Content-Length']
    headers.forEach((value, name) => {
      if (value !== own) refuseConnectionHeader(name)
    })
  }

  /** Creates the response that the middlewares see. */
  toResponse(received: Received): Response {
    if (!received.response.ok) this.errorText = received.content as string
    return toResponse(received, this.#options.redact)
  }

  /** Checks the response that the middlewares have seen, and perhaps replaced. */
  checkResponse(response: Response): void {
    if (response.ok && response.bodyUsed)
      throw this.#toError(
        `${this.#reader} left a body that has been read: read that of \`response.clone()\` instead.`,
        response,
      )
  }

  async #run(middleware: unknown, method: keyof typeof results, name: string, given: Given): Promise<unknown> {
    const act = fieldOf(middleware, method)
    if (typeof act !== 'function') return
    const own = `${name}.${method}`
    const result: unknown = await act.call(middleware, given)
    const { request, response } = ownFields(given)
    const body = result instanceof Request || result instanceof Response ? result : (response ?? request)
    if (body.bodyUsed) this.#reader = own
    if (result && result !== response) {
      if (result instanceof Response) return result.ok ? result : this.#readError(result)
      const origin = method === 'onRequest' && result instanceof Request && new URL(result.url).origin
      const isReplaced = origin && origin === new URL(this.#options.baseUrl).origin
      if (isReplaced || (method === 'onError' && result instanceof Error)) return result
      const received = origin ? `one to ${origin}` : this.#options.redact(describe(result))
      const problem = `${own} must return ${results[method]}, got ${received}`
      if (method === 'onRequest') throw new InputError(own, '', undefined, `${problem}.`)
      if (response?.ok) throw this.#toError(problem, response)
      this.#options.reporter.middleware(this.#call, problem)
    }
    return response && this.#restored(response)
  }

  async #readError(response: Response): Promise<Response> {
    const content = await readErrorBody(response, this.#options.redact)
    return this.toResponse({ response, content })
  }

  /** Returns an error status with its text, even if a middleware has read that. */
  #restored(response: Response): Response {
    return !response.ok && response.bodyUsed ? this.toResponse({ response, content: this.errorText }) : response
  }

  #toError(problem: string, response: Response): Error {
    return createResponseError(problem, contextOf(this.#call), response, this.#options.redact)
  }
}
