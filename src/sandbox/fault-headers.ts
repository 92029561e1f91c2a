import { copyFields } from '../common/copy-fields.js'
import { describe } from '../common/describe.js'
import { isHeaderName, isHeaderValue } from '../common/header-syntax.js'

/** Headers of the connection, and those that state where the response ends. Other values would make it unreadable. */
const connectionHeaders = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * Checks the headers of a fault, and copies them.
 *
 * @param fail - Throws the error with a message about the field.
 */
export function checkFaultHeaders(headers: unknown, fail: (message: string) => never): Record<string, string> {
  const { copy, problem } = copyFields(headers, [], '')
  if (problem) fail(`headers ${problem}`)
  if (Object.keys(copy).length === 0) fail('headers must contain at least one header.')
  for (const [name, value] of Object.entries(copy)) {
    if (!isHeaderName(name)) fail(`headers: invalid header name ${describe(name)}.`)
    if (connectionHeaders.has(name.toLowerCase()))
      fail(`headers must not contain ${name}, which would break the response.`)
    if (typeof value !== 'string' || !isHeaderValue(value))
      fail(
        `headers: ${name} must be a string without line breaks, of characters that are allowed in a header, got ${describe(value)}.`,
      )
  }
  return copy as Record<string, string>
}
