import { onRejected } from '../common/on-rejected.js'
import { type Logger, type LogLevel, logLevels } from './logger.js'
import { isObjectLogger, toLogger } from './object-logger.js'

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
