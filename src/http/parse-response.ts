import { type ErrorContext, type ResponseContext, ResponseError } from '../errors/errors.js'
import { excerpt } from '../errors/excerpt.js'
import { type Redact, redactHeaders } from '../errors/redact.js'
import { type Call, contextOf } from './call-state.js'

const excerptLength = 2048

/**
 * Turns the text of a 2xx answer into what the document says it is.
 *
 * @throws ResponseError if it is anything else.
 */
export function parseResult(call: Call, response: Response, text: string, redact: Redact): unknown {
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
  const due = Array.isArray(data)
    ? result === 'array' || pagination
    : result === 'object' && typeof data === 'object' && data !== null
  if (!due) throw fail(`the body is ${nameOf(data)}, where ${result === 'array' ? 'an array' : 'an object'} is due`)
  return data
}

/** Makes the error for a 2xx answer that is not what the document says. */
export function createResponseError(
  problem: string,
  context: ErrorContext,
  response: Response,
  redact: Redact,
  text = '',
  incomplete = false,
): ResponseError {
  return new ResponseError(problem, answeredContext(context, response, redact, text), incomplete)
}

/** What an error tells of an answer. */
export function answeredContext(
  context: ErrorContext,
  response: Response,
  redact: Redact,
  text: string,
): ResponseContext {
  return {
    ...context,
    status: response.status,
    headers: redactHeaders(response.headers, redact),
    body: excerpt(redact(text), excerptLength),
  }
}

function nameOf(data: unknown): string {
  if (data === null) return 'null'
  return Array.isArray(data) ? 'an array' : typeof data === 'object' ? 'an object' : `a ${typeof data}`
}
