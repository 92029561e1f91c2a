import { type ApiError, createApiError } from '../errors/api-error.js'
import { excerpt } from '../errors/excerpt.js'
import type { Redact } from '../errors/redact.js'
import { attemptLimits, type CallState, contextOf } from '../http/call-state.js'
import { withLimits } from '../http/deadline.js'
import { parseResult, responseContext } from '../http/parse-response.js'
import type { Result } from './api-promise.js'
import { toCallEvent } from './call-event.js'
import type { Inspect } from './inspect.js'

/** An error status, with its response for raw calls. */
export interface ErrorResult {
  readonly error: ApiError
  readonly response: Response
}

/** Returns whether the outcome of a call is an error status. */
export function isErrorResult(outcome: object): outcome is ErrorResult {
  // Not `in`, which also finds a field of a polluted prototype.
  return Object.hasOwn(outcome, 'error')
}

/** A response as openapi-fetch returns it. */
export interface FetchResult {
  readonly response: Response
  /** The body of a 2xx response. */
  readonly content: unknown
  /** The body of an error status: its JSON, or its text. */
  readonly error: unknown
}

/**
 * Turns a response into the result of the call.
 *
 * @throws ResponseError if a 2xx response does not match the OpenAPI document.
 */
export async function finishCall(
  call: CallState,
  { response, content, error }: FetchResult,
  redact: Redact,
  inspect: Inspect | undefined,
): Promise<Result<unknown> | ErrorResult> {
  const { attempts, duration } = contextOf(call)
  if (!response.ok) {
    const body = typeof error === 'string' ? excerpt(error, 2048) : (error ?? '')
    const { operation } = call
    const { status, headers } = response
    return { error: createApiError({ operation, attempts, duration, status, headers, body, redact }), response }
  }
  if (call.format !== 'json') return { response, attempts, duration, redact, data: content }
  const text = content as string
  const data = parseResult(call, response, text, redact)
  const context = () => responseContext(contextOf(call), response, redact, text)
  if (inspect) {
    const inspection = {
      operationId: call.operation.id,
      get callId() {
        return toCallEvent(call).callId
      },
      data,
      context,
      redact,
    }
    call.phase = 'inspect'
    await withLimits(attemptLimits(call), async () => inspect(inspection))
  }
  return { response, attempts, duration, redact, data }
}
