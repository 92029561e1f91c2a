import { excerpt } from '../errors/excerpt.js'
import { type Redact, redactHeaders } from '../errors/redact.js'
import { ResponseError } from '../errors/response-error.js'
import type { ErrorContext } from '../errors/sceyt-error.js'
import type { ResponseContext } from '../errors/status-error.js'
import { type CallState, contextOf } from './call-state.js'

const excerptLength = 2048

/**
 * Parses the JSON of a 2xx response.
 *
 * @throws ResponseError if it is not JSON, or not of the type that the OpenAPI document states.
 */
export function parseResult(call: CallState, response: Response, text: string, redact: Redact): unknown {
  const { result, pagination } = call.operation
  const fail = (problem: string) => createResponseError(problem, contextOf(call), response, redact, text)
  if (text === '') {
    if (result === 'none') return undefined
    throw fail('the body is empty')
  }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw fail(/^\s*</.test(text) ? 'the body is HTML, not JSON' : 'the body is not valid JSON')
  }
  if (result === 'none') return undefined
  const isExpected = Array.isArray(data)
    ? result === 'array' || pagination
    : result === 'object' && typeof data === 'object' && data !== null
  if (!isExpected) throw fail(`the body is ${nameOf(data)}; expected ${result === 'array' ? 'an array' : 'an object'}`)
  return data
}

/** Creates the error for a 2xx response that does not match the OpenAPI document. */
export function createResponseError(
  problem: string,
  context: ErrorContext,
  response: Response,
  redact: Redact,
  text = '',
  incomplete = false,
): ResponseError {
  return new ResponseError(problem, responseContext(context, response, redact, text), incomplete)
}

/** Returns the facts about a response that its error carries, without the API key. */
export function responseContext(
  context: ErrorContext,
  response: Response,
  redact: Redact,
  text: string,
): ResponseContext {
  return {
    ...context,
    status: response.status,
    headers: redactHeaders(response.headers, redact),
    body: excerpt(text, excerptLength, redact),
  }
}

function nameOf(data: unknown): string {
  if (data === null) return 'null'
  return Array.isArray(data) ? 'an array' : typeof data === 'object' ? 'an object' : `a ${typeof data}`
}
