/** Log levels, from the quietest. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/**
 * A logger, such as `console` or winston's. The loggers of pino and bunyan receive the details first, as they expect; for other
 * ones of that kind use `toLogger`.
 */
export interface Logger {
  /** Logs hooks that failed. */
  error(message: string, details?: unknown): unknown
  /**
   * Logs operations that the server marks as deprecated, and fields of a body that are not in the OpenAPI document: they are
   * sent, since a server may know more of them. Each is logged once.
   */
  warn(message: string, details?: unknown): unknown
  /**
   * Logs retries, and each pause of more than 5 s after a 429 for which a call waits in the queue. Shorter pauses do not add up,
   * and a wait for `maxConcurrent` is not logged.
   */
  info(message: string, details?: unknown): unknown
  /** Logs each request and each response, with headers, and calls that fail. */
  debug(message: string, details?: unknown): unknown
}

export const logLevels: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug']
