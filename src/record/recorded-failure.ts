import { fieldOf } from '../common/field-of.js'
import type { RecordedFailure } from './recorded-exchange.js'

const textFields = ['name', 'code', 'syscall'] as const

/** Describes an error of `fetch`, with the codes by which the client decides about a retry. */
export function toRecordedFailure(error: unknown, redact: (text: string) => string, depth = 3): RecordedFailure {
  const message = fieldOf(error, 'message')
  const failure: RecordedFailure = { message: redact(typeof message === 'string' ? message : String(error)) }
  for (const field of textFields) {
    const value = fieldOf(error, field)
    if (typeof value === 'string') failure[field] = redact(value)
  }
  const cause = fieldOf(error, 'cause')
  return depth > 0 && cause instanceof Error
    ? { ...failure, cause: toRecordedFailure(cause, redact, depth - 1) }
    : failure
}

/** Creates the error of a recorded failure. Reverses `toRecordedFailure`. */
export function toError({ message, name, cause, ...codes }: RecordedFailure, show: (text: string) => string): Error {
  const options = cause && { cause: toError(cause, show) }
  const error = name === 'TypeError' ? new TypeError(show(message), options) : new Error(show(message), options)
  if (name !== undefined && name !== error.name)
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true })
  return Object.assign(error, codes)
}
