import { InputError } from '../errors/input-error.js'
import type { Operation } from './operation.js'

export function isHeaderName(name: unknown): name is string {
  return typeof name === 'string' && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)
}

export function isHeaderValue(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}

/**
 * Checks the headers of a call. The platform checks them too, but its error shows the value, which may be secret.
 *
 * @throws InputError naming the header.
 */
export function checkHeaders(operation: Operation, headers: HeadersInit | undefined): void {
  if (headers === undefined || headers instanceof Headers) return
  if (typeof headers !== 'object' || headers === null)
    throw new InputError('headers', 'must be an object of names and values.', { operation })
  for (const [name, value] of Symbol.iterator in headers ? headers : Object.entries(headers)) {
    if (!isHeaderName(name))
      throw new InputError('headers', `must not contain the invalid header name ${JSON.stringify(name)}.`, {
        operation,
      })
    if (value !== undefined && value !== null && !isHeaderValue(String(value))) {
      throw new InputError(
        `headers[${JSON.stringify(name)}]`,
        'must be a string without line breaks, of characters that are allowed in a header.',
        { operation },
      )
    }
  }
}
