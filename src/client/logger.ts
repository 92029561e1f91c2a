import { onRejected } from '../common/on-rejected.js'
import { isObjectLogger, toLogger } from './object-logger.js'

/** Log levels, from the quietest. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/**
 * A logger, such as `console` or winston's. The loggers of pino and bunyan receive the details first, as they expect; for other
 * ones of that kind use `toLogger`.
 */
export interface Logger {
  /** Logs hooks that failed. */
  error(message: string, details?: unknown): unknown
  /** Logs operations that the server marks as deprecated. */
  warn(message: string, details?: unknown): unknown
  /** Logs retries, and waits of more than 5 s in the queue. */
  info(message: string, details?: unknown): unknown
  /** Logs each request and each response, with headers. */
  debug(message: string, details?: unknown): unknown
}

export const logLevels: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug']

/** Logs a message, unless its level is above the limit. */
export type Log = (level: Exclude<LogLevel, 'silent'>, message: string, details?: unknown) => void

/** Creates a log with a level limit. A logger that throws or rejects does not fail the call. */
export function createLog(logger: Logger, most: LogLevel): Log {
  const target = isObjectLogger(logger) ? toLogger(logger) : logger
  return (level, message, details) => {
    if (logLevels.indexOf(level) > logLevels.indexOf(most)) return
    try {
      const logged = target[level](`sceyt-platform: ${message}`, ...(details === undefined ? [] : [details]))
      onRejected(logged, () => {})
    } catch {
      // There is no other place to report it.
    }
  }
}
