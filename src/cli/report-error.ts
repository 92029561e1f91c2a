import { ConnectionError, InputError, SceytError, TimeoutError } from 'sceyt-platform'
import type { ErrorFormat } from './error-format.js'
import { Interrupted } from './interrupted.js'
import { StalledDownload } from './limit-stalls.js'
import { nameCommand } from './name-command.js'
import { escapeLines } from './output/escape-controls.js'
import { escapeJson } from './output/escape-json.js'
import { ClosedOutput } from './stdout.js'
import { StoppedJob } from './stopped-job.js'
import { UsageError } from './usage-error.js'

/** The exit statuses of every command, except those of `doctor`, which has a meaning of its own for 1 and 2. */
const exitStatuses = { success: 0, failed: 1, usage: 2, noResponse: 4, interrupted: 130 } as const

/** Returns the exit status for an error. */
export function exitStatusOf(error: unknown): number {
  if (error instanceof ClosedOutput) return exitStatuses.success
  if (error instanceof StoppedJob) return error.exitStatus
  if (error instanceof Interrupted) return exitStatuses.interrupted
  if (error instanceof UsageError || error instanceof InputError) return exitStatuses.usage
  if (error instanceof ConnectionError || error instanceof TimeoutError || error instanceof StalledDownload)
    return exitStatuses.noResponse
  // Its class is in a part of the package that may not be installed.
  if (error instanceof Error && error.name === 'RedisError')
    return error.cause === undefined ? exitStatuses.usage : exitStatuses.noResponse
  return exitStatuses.failed
}

/** Prints an error to stderr: a sentence for people, or one line of JSON. */
export function printError(error: Error, format: ErrorFormat): void {
  if (format === 'text') {
    // A server may have written a part of the message.
    console.error(escapeLines(textOf(error)))
    return
  }
  const shown = { ...fieldsOf(error), exitStatus: exitStatusOf(error) }
  console.error(escapeJson(JSON.stringify({ error: shown })))
}

function fieldsOf(error: Error): object {
  if (error instanceof SceytError) return { ...error.toJSON(), headers: undefined }
  if (error instanceof StoppedJob) return { name: 'StoppedJob', message: error.message, cause: fieldsOf(error.cause) }
  return { name: nameOf(error), message: error.message }
}

function textOf(error: Error): string {
  if (error instanceof StoppedJob) return `${error.message}\nLast error: ${withoutUnsent(textOf(error.cause))}`
  if (!(error instanceof SceytError)) return error.message
  const { requestId } = error as { requestId?: unknown }
  const message = nameCommand(error.message)
  return typeof requestId === 'string' ? `${message} Request id: ${requestId}` : message
}

/** Removes the sentence of an error that nothing was sent, which is about the last request, and not about the job. */
function withoutUnsent(text: string): string {
  const start = text.lastIndexOf(' Nothing was sent')
  return start >= 0 && text.indexOf('.', start) === text.length - 1 ? text.slice(0, start) : text
}

function nameOf(error: Error): string {
  if (error instanceof UsageError) return 'UsageError'
  if (error instanceof StalledDownload) return 'TimeoutError'
  return error instanceof Interrupted ? 'Interrupted' : error.name
}
