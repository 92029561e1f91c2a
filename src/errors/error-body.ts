import { ownFields } from '../common/own-fields.js'
import { excerpt } from './excerpt.js'
import type { Redact } from './redact.js'

/** The parts of an error that callers need. */
interface ErrorParts {
  code?: number | undefined
  type?: string | undefined
  message?: string | undefined
  traceId?: string | undefined
}

const messageFields = ['message', 'error_description', 'error', 'detail', 'title', 'msg', 'errorMessage']

/**
 * Finds the parts of an error in any of the shapes that servers and proxies send.
 *
 * @param redact - Redacts the text of a page again: the API key may appear once tags and blanks are removed.
 * @param depth - Maximum depth of errors within errors.
 */
export function describeErrorBody(body: unknown, redact?: Redact, depth = 3): ErrorParts {
  if (typeof body === 'string') {
    const text = excerpt(body, 2048)
      .replace(/<style.*?<\/style>|<[^>]*>/gis, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    return { message: text ? excerpt(redact?.(text) ?? text, 200) : undefined }
  }
  if (typeof body !== 'object' || body === null || depth < 0) return {}
  if (Array.isArray(body)) return describeErrorBody(body[0], redact, depth - 1)
  const fields = ownFields(body as Record<string, unknown>)
  if (depth > 0 && typeof fields['error'] === 'object' && fields['error'] !== null) {
    const { error, ...outer } = fields
    // Proxies wrap errors, and servers add details to them: inner fields take precedence over outer ones.
    return { ...describeErrorBody(outer, redact, depth), ...present(describeErrorBody(error, redact, depth - 1)) }
  }
  const message = messageFields.map((name) => fields[name]).find((value) => typeof value === 'string' && value.trim())
  return {
    code: typeof fields['code'] === 'number' ? fields['code'] : undefined,
    type: typeof fields['type'] === 'string' ? excerpt(fields['type'], 100) : undefined,
    traceId: typeof fields['traceId'] === 'string' ? excerpt(fields['traceId'], 100) : undefined,
    message: message ? excerpt(message as string, 500) : describeErrorBody(fields['errors'], redact, depth - 1).message,
  }
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
