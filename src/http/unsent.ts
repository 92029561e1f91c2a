import { fieldOf } from '../common/field-of.js'

/** The codes of errors about connections that were never established. */
const codes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ConnectionRefused'])

/**
 * Returns whether an error of `fetch` proves that no byte of the request was sent: the name was not found, or no connection
 * was established. When in doubt it returns false: a reset may follow after the server has read everything.
 */
export function provesUnsent(error: unknown, depth = 3): boolean {
  if (typeof error !== 'object' || error === null || depth < 0) return false
  const code = fieldOf(error, 'code')
  return (
    fieldOf(error, 'syscall') === 'connect' ||
    (typeof code === 'string' && codes.has(code)) ||
    provesUnsent(fieldOf(error, 'cause'), depth - 1)
  )
}
