import { onRejected } from '../common/on-rejected.js'
import { type Logger, type LogLevel, logLevels } from './logger.js'
import { adaptLogger } from './object-logger.js'

/** Logs a message, unless its level is above the limit. */
export type Log = (level: Exclude<LogLevel, 'silent'>, message: string, details?: object) => void

/** Creates a log with a level limit. A logger that throws or rejects does not fail the call. */
export function createLog(logger: Logger, most: LogLevel): Log {
  const target: Partial<Logger> & { warning?: Logger['warn'] } = adaptLogger(logger)
  return (level, message, details) => {
    if (logLevels.indexOf(level) > logLevels.indexOf(most)) return
    try {
      // Console formats a message with details, so that it must not contain a `%`.
      const text = message.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').replace(/%.*/, '…')
      const method = level === 'warn' && !target.warn ? 'warning' : level
      const logged = target[method]?.(`sceyt-platform: ${text}`, ...(details ? [details] : []))
      onRejected(logged, () => {})
    } catch {
      // There is no other place to report it.
    }
  }
}
