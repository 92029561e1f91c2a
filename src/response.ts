import type { Operation } from '../generated/operations.js'
import { ResponseError } from './errors.js'
import { excerpt } from './excerpt.js'
import { type Redact, redactHeaders } from './redact.js'

const errorBodyLimit = 64 * 1024
const excerptLength = 2048

/** How to hand on the body of a download. */
export type BodyFormat = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'formData' | 'stream'

/**
 * Replaces an error answer by one whose body is text of at most 64 KiB, without the API key.
 * The rest is not read: an error is no reason to hold ten megabytes.
 */
export async function boundErrorBody(response: Response, redact: Redact): Promise<Response> {
  const text = redact(await readText(response, errorBodyLimit))
  const headers = withoutLength(redactHeaders(response.headers, redact))
  const bounded = new Response(text, { status: Math.min(response.status, 599), statusText: response.statusText, headers })
  // Servers do send a status beyond 599, which the constructor refuses.
  return Object.defineProperty(bounded, 'status', { value: response.status })
}

// The lengths told of the body as it was sent, which is no longer the body at hand.
function withoutLength(headers: Headers): Headers {
  headers.delete('content-length')
  headers.delete('content-encoding')
  headers.delete('transfer-encoding')
  return headers
}

async function readText(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    while (bytes < limit) {
      const { done, value } = await reader.read()
      if (done) break
      text += decoder.decode(value.subarray(0, limit - bytes), { stream: true })
      bytes += value.length
    }
  } catch {
    // A cut error body is still an error, of the status that came with it.
  }
  await reader.cancel().catch(() => {})
  return text
}

/**
 * Reads the body of a 2xx answer as the document says.
 *
 * @throws ResponseError if it is anything else.
 */
export async function readBody(operation: Operation, response: Response, format: BodyFormat | undefined, redact: Redact): Promise<unknown> {
  if (format === 'stream') return response.body ?? new Blob([]).stream()
  if (format !== undefined && format !== 'json') return cutOff<unknown>(operation, response, redact, () => response[format]())
  if (operation.result === 'file') return cutOff(operation, response, redact, () => response.blob())

  const text = await cutOff(operation, response, redact, () => response.text())
  const fail = (problem: string): never => {
    throw responseError(problem, operation, response, redact, text)
  }
  if (operation.result === 'none' && text === '') return undefined
  if (text === '') return fail('the body is empty')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return fail(/^\s*</.test(text) ? 'the body is HTML, not JSON' : 'the body is not valid JSON')
  }
  if (operation.result === 'none') return undefined
  if (!matches(operation, data)) return fail(`the body is ${nameOf(data)}, where ${operation.result === 'array' ? 'an array' : 'an object'} is due`)
  return data
}

/** Makes the error for a 2xx answer that is not what the document says. */
export function responseError(problem: string, operation: Operation, response: Response, redact: Redact, text = '', cause?: unknown): ResponseError {
  return new ResponseError(problem, {
    operation,
    status: response.status,
    headers: redactHeaders(response.headers, redact),
    body: excerpt(redact(text), excerptLength),
    cause,
  })
}

async function cutOff<T>(operation: Operation, response: Response, redact: Redact, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw responseError('the body was cut off', operation, response, redact, '', error)
  }
}

function matches(operation: Operation, data: unknown): boolean {
  if (Array.isArray(data)) return operation.result === 'array' || operation.pagination !== undefined
  return operation.result === 'object' && typeof data === 'object' && data !== null
}

function nameOf(data: unknown): string {
  if (data === null) return 'null'
  return Array.isArray(data) ? 'an array' : typeof data === 'object' ? 'an object' : `a ${typeof data}`
}
