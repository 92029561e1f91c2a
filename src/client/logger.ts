/** How much a log tells, from the least. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/** What logs are written to, such as `console`, or any logger of that shape. */
export interface Logger {
  /** Takes hooks that failed. */
  error(message: string, details?: unknown): void
  /** Takes operations that the server calls deprecated. */
  warn(message: string, details?: unknown): void
  /** Takes calls that will be tried again. */
  info(message: string, details?: unknown): void
  /** Takes each attempt and each answer, with headers. */
  debug(message: string, details?: unknown): void
}

export const logLevels: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug']

/** Writes a line, if it matters enough. */
export type Log = (level: Exclude<LogLevel, 'silent'>, message: string, details?: unknown) => void

/** Lets through what is at least as important as the level. A logger that throws is no reason to fail. */
export function createLog(logger: Logger, most: LogLevel): Log {
  return (level, message, details) => {
    if (logLevels.indexOf(level) > logLevels.indexOf(most)) return
    try {
      logger[level](`sceyt-platform: ${message}`, ...(details === undefined ? [] : [details]))
    } catch {
      // There is nobody left to tell.
    }
  }
}
