import { isIP } from 'node:net'
import { fieldOf } from '../common/field-of.js'
import { isLoopback } from '../common/is-loopback.js'
import type { RecordedFailure } from './recorded-exchange.js'

/** An address of IPv4 or IPv6, which may have a port. */
const address = /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,8})(?![\da-f])/gi
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

/** Hides IP addresses in the message of an error, except those of this machine. */
export function hideAddresses(text: string): string {
  return text.replace(address, (found) => {
    const alone = found.replace(/:\d+$/, '')
    return !isLoopback(alone) && [found, alone].some(isIP) ? '[address]' : found
  })
}

/** Creates the error of a recorded failure. Reverses `toRecordedFailure`. */
export function toError({ message, name, cause, ...codes }: RecordedFailure, show: (text: string) => string): Error {
  const options = cause && { cause: toError(cause, show) }
  const error = name === 'TypeError' ? new TypeError(show(message), options) : new Error(show(message), options)
  if (name !== undefined && name !== error.name)
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true })
  return Object.assign(error, codes)
}
