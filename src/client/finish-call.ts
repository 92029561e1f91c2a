import { type ApiError, createApiError } from '../errors/api-error.js'
import { excerpt } from '../errors/excerpt.js'
import type { Redact } from '../errors/redact.js'
import { attemptLimits, type CallState, contextOf } from '../http/call-state.js'
import { withLimits } from '../http/deadline.js'
import { now } from '../http/monotonic-clock.js'
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
  /** The body of a 2xx response, in the format of the call; of an error status, its text. */
  readonly content: unknown
  /** The body of an error status: its JSON, or its text, as openapi-fetch parses it. */
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
  if (!response.ok) {
    const isText = typeof error === 'string' || isDeep(error)
    const body = isText ? excerpt(content as string, 2048) : (error ?? '')
    const { status, headers } = response
    const mayBeGone = call.unclear && call.operation.method === 'DELETE'
    return { error: createApiError({ ...contextOf(call), mayBeGone, status, headers, body, redact }), response }
  }
  const { attempts } = call
  const duration = now() - call.started
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

/** Returns whether JSON is nested so deep that `JSON.stringify` of an error with it could overflow the stack. */
function isDeep(value: unknown, levels = 100): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((item) => isDeep(item, levels - 1))
}
