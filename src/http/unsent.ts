/** What runtimes call a connection that never came to be. */
const codes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ConnectionRefused'])

/**
 * Whether an error of `fetch` proves that no byte of the request left: the name was not found, or no connection was made.
 * When in doubt it does not: a reset may come after the server has read everything.
 */
export function provesUnsent(error: unknown, depth = 3): boolean {
  if (typeof error !== 'object' || error === null || depth < 0) return false
  const { code, syscall, cause } = error as { code?: unknown; syscall?: unknown; cause?: unknown }
  return syscall === 'connect' || (typeof code === 'string' && codes.has(code)) || provesUnsent(cause, depth - 1)
}
