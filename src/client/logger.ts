/** Log levels, from the quietest. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/** A logger, such as `console`. */
export interface Logger {
  /** Logs hooks that failed. */
  error(message: string, details?: unknown): void
  /** Logs operations that the server marks as deprecated. */
  warn(message: string, details?: unknown): void
  /** Logs retries. */
  info(message: string, details?: unknown): void
  /** Logs each request and each response, with headers, and fields of a body that are not in the OpenAPI document. */
  debug(message: string, details?: unknown): void
}

export const logLevels: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug']

/** Logs a message, unless its level is above the limit. */
export type Log = (level: Exclude<LogLevel, 'silent'>, message: string, details?: unknown) => void

/** Creates a log with a level limit. A logger that throws or rejects does not fail the call. */
export function createLog(logger: Logger, most: LogLevel): Log {
  return (level, message, details) => {
    if (logLevels.indexOf(level) > logLevels.indexOf(most)) return
    try {
      const result: unknown = logger[level](`sceyt-platform: ${message}`, ...(details === undefined ? [] : [details]))
      // An unhandled rejection would end the process.
      Promise.resolve(result).catch(() => {})
    } catch {
      // There is no other place to report it.
    }
  }
}
