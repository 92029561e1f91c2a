import type { Logger, LogLevel } from './logger.js'

/** A logger whose methods expect the details first, and then the message. */
export type ObjectLogger = Readonly<Record<Exclude<LogLevel, 'silent'>, (details: object, message: string) => unknown>>

/** Whether it is a logger of pino or bunyan, or a child of one. Their own fields are in each line. */
export function isObjectLogger(logger: object): logger is ObjectLogger {
  return ownFieldsOf(logger) !== undefined
}

/**
 * Adapts a logger whose methods expect the details first, and then the message. Loggers of pino and bunyan need no adapter.
 * An error is logged in the field `err`, as an object; the name of the method in `operation`, since `name` may be that of the
 * logger.
 *
 * @param logger - A logger with the methods `error`, `warn`, `info` and `debug`.
 * @returns A logger for the option `logger`.
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
  const isNamed = 'name' in (ownFieldsOf(logger) ?? { name: '' })
  const log = (level: keyof ObjectLogger) => (message: string, details: unknown) => {
    const { error, name, ...others } = details instanceof Error ? { error: details } : { ...(details as LogDetails) }
    if (name !== undefined) Object.assign(others, isNamed ? { operation: name } : { name, operation: name })
    if (error !== undefined) Object.assign(others, { err: toPlainError(error) })
    return logger[level](others, message)
  }
  return { error: log('error'), warn: log('warn'), info: log('info'), debug: log('debug') }
}

interface LogDetails {
  error?: unknown
  name?: unknown
}

function ownFieldsOf(logger: object): object | undefined {
  const { bindings, fields, addStream } = logger as Partial<Record<'bindings' | 'fields' | 'addStream', unknown>>
  const own =
    typeof bindings === 'function' ? bindings.call(logger) : typeof addStream === 'function' ? fields : undefined
  return typeof own === 'object' && own !== null ? own : undefined
}

/** Copies an error into an object that keeps its message as JSON. Without a prototype, since pino logs its class as the type. */
function toPlainError(error: unknown, depth = 3): object {
  const plain: Record<string, unknown> = Object.create(null)
  if (!(error instanceof Error)) return Object.assign(plain, { name: typeof error, message: String(error) })
  const { name, message, stack, cause } = error
  for (const [field, value] of Object.entries(error)) {
    // A body may be confidential, and headers do not serialize.
    if (field !== 'body' && typeof value !== 'object') plain[field] = value
  }
  Object.assign(plain, { name, message, stack })
  if (cause instanceof Error && depth > 0) plain['cause'] = toPlainError(cause, depth - 1)
  return plain
}
