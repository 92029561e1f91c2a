import { describe } from '../common/describe.js'
import { fieldOf } from '../common/field-of.js'
import { checkLogger } from './check-options.js'
import type { Logger, LogLevel } from './logger.js'

/** A logger whose methods expect the details first, and then the message. */
export type ObjectLogger = Readonly<Record<Exclude<LogLevel, 'silent'>, (details: object, message: string) => unknown>>

/** Adapts a logger of pino or bunyan, or a child logger. Any other one is returned as it is. */
export function adaptLogger(logger: Logger | ObjectLogger): Logger {
  return isObjectLogger(logger) ? toLogger(logger) : logger
}

function isObjectLogger(logger: Logger | ObjectLogger): logger is ObjectLogger {
  return ['bindings', 'addStream'].some((method) => typeof fieldOf(logger, method) === 'function')
}

/**
 * Adapts a logger whose methods expect the details first, and then the message. Loggers of pino and bunyan need no adapter.
 * An error is logged in the field `err`, as an object; the name of the method in `operation`, since `name` may be that of the
 * logger.
 *
 * @param logger - A logger with the methods `error`, `warn`, `info` and `debug`.
 * @returns A logger for the option `logger`.
 * @throws InputError if a method is missing.
 *
 * @example
 * ```ts
 * import { toLogger } from 'sceyt-platform'
 *
 * const write = (details: object, message: string) => console.log(JSON.stringify({ message, ...details }))
 * const logger = toLogger({ error: write, warn: write, info: write, debug: write })
 * const sceyt = createSceyt({ logger, logLevel: 'info' })
 * ```
 */
export function toLogger(logger: ObjectLogger): Logger {
  const log = (level: keyof ObjectLogger) => (message: string, details: unknown) => {
    const isError = typeof details !== 'object' || details instanceof Error
    const {
      error,
      name: operation,
      stack: _stack,
      ...others
    } = (isError ? { error: details } : { ...details }) as LogDetails
    if (operation !== undefined) Object.assign(others, { operation })
    if (error !== undefined) Object.assign(others, { err: toPlainError(error) })
    return logger[level](others, message)
  }
  checkLogger('logger', logger)
  return { error: log('error'), warn: log('warn'), info: log('info'), debug: log('debug') }
}

interface LogDetails {
  error?: unknown
  name?: unknown
  stack?: unknown
}

/** Copies an error into an object that keeps its message as JSON. Without a prototype, since pino logs its class as the type. */
function toPlainError(error: unknown, depth = 3): object {
  const plain: Record<string, unknown> = Object.create(null)
  if (!(error instanceof Error))
    return Object.assign(plain, {
      name: typeof error,
      message: typeof error === 'string' ? error : describe(error),
    })
  const { name, message, stack, cause } = error
  for (const [field, value] of Object.entries(error)) {
    // A body may be confidential, and headers do not serialize.
    if (field !== 'body' && typeof value !== 'object') plain[field] = value
  }
  Object.assign(plain, { name, message, stack })
  if (cause instanceof Error && depth > 0) plain['cause'] = toPlainError(cause, depth - 1)
  return plain
}
