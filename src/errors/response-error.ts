import { endSentence } from './end-sentence.js'
import { nameErrors } from './name-errors.js'
import { type ResponseContext, StatusError } from './status-error.js'

/**
 * A 2xx response that does not match the OpenAPI document: empty, HTML, truncated JSON, or of another shape.
 *
 * @example
 * ```ts
 * import { ResponseError } from 'sceyt-platform'
 *
 * const fetch = async () => new Response('<h1>It works!</h1>')
 * const sceyt = createSceyt({ ...sandbox.connection(), fetch })
 * const error = await sceyt.users.list().catch((error) => error)
 * console.log(error instanceof ResponseError && error.status) // 200
 * ```
 */
export class ResponseError extends StatusError {
  /** True if the request was a write: the server accepted it, so it must not be retried. */
  readonly accepted: boolean
  /** True if the connection broke before the whole body was received. */
  readonly incomplete: boolean

  constructor(problem: string, context: ResponseContext, incomplete = false) {
    const accepted = context.operation !== undefined && context.operation.method !== 'GET'
    super(
      `the server responded with ${context.status}, but ${endSentence(problem)}${accepted ? ' The request was accepted: do not retry it.' : ''}`,
      context,
    )
    this.accepted = accepted
    this.incomplete = incomplete
  }
}

nameErrors(ResponseError, 'ResponseError')
