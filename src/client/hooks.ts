import { fieldOf } from '../common/field-of.js'
import { onRejected } from '../common/on-rejected.js'
import { excerpt } from '../errors/excerpt.js'
import { type Redact, redactError, showHeaders } from '../errors/redact.js'
import { StatusError } from '../errors/status-error.js'
import type { CallState } from '../http/call-state.js'
import { requestIdOf } from '../http/headers/response-metadata.js'
import type { Reporter } from '../http/reporter.js'
import { type CallEvent, toCallEvent } from './call-event.js'
import { createLog } from './log.js'
import type { Logger, LogLevel } from './logger.js'
import { createNewUnknownFields } from './new-unknown-fields.js'

/** A request is about to be sent. */
export interface RequestEvent extends CallEvent {
  /** The URL, with its query. */
  url: string
  /** The headers, with secrets redacted. */
  headers: Readonly<Record<string, string>>
}

/** A response has been received and read, whatever its status. */
export interface ResponseEvent extends CallEvent {
  /** The status of the response. */
  status: number
  /** The `x-request-id` of the response, to give to support. */
  requestId: string | undefined
  /** The headers, with secrets redacted. */
  headers: Readonly<Record<string, string>>
}

/** A call will be retried. */
export interface RetryEvent extends CallEvent {
  /** Status of the response, if the attempt had one. */
  status: number | undefined
  /** Error of the attempt, if it had no response. */
  error: unknown
  /** Milliseconds until the next attempt. */
  delay: number
}

/** A call has failed, and is not retried. */
export interface ErrorEvent extends CallEvent {
  /** The error that the caller receives. */
  error: unknown
}

/**
 * Functions that observe calls. A call does not wait for them. If one throws, the error is logged and the call continues.
 * They are not called for an InputError before the first request.
 */
export interface Hooks {
  /** Called before each attempt. */
  onRequest?: ((event: RequestEvent) => unknown) | undefined
  /** Called after each response. */
  onResponse?: ((event: ResponseEvent) => unknown) | undefined
  /** Called before the wait for a retry. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined
  /** Called when a call has failed; not for an error that a composed method, such as `users.upsert`, continues after. */
  onError?: ((event: ErrorEvent) => unknown) | undefined
}

/** The destinations of reports. */
export interface ReporterOptions {
  hooks: Hooks
  logger: Logger
  logLevel: LogLevel
  /** Name of the header that carries the API key. */
  keyName: string
  redact: Redact
}

export function createReporter({ hooks, logger, logLevel, keyName, redact }: ReporterOptions): Reporter {
  const log = createLog(logger, logLevel)
  const debug = logLevel === 'debug'
  const deprecated = new Set<string>()
  const newUnknownFields = createNewUnknownFields()

  function hookOf(name: keyof Hooks): ((event: unknown) => unknown) | undefined {
    return fieldOf(hooks, name) as ReturnType<typeof hookOf>
  }

  function notify<Name extends keyof Hooks>(
    name: Name,
    call: CallState,
    event: Parameters<NonNullable<Hooks[Name]>>[0],
  ): void {
    const fail = (error: unknown) =>
      log('error', `the hook ${name} failed; the call continues`, {
        ...toCallEvent(call),
        error,
        // Loggers that write JSON omit that of `error`.
        get stack() {
          return fieldOf(error, 'stack')
        },
      })
    try {
      onRejected(hookOf(name)?.call(hooks, event), fail)
    } catch (error) {
      fail(error)
    }
  }

  return {
    unknownFields(call, fields) {
      const found = newUnknownFields(call.operation, fields)
      if (found.length === 0) return
      const event = { ...toCallEvent(call), fields: excerpt(found.join(', '), 500, redact) }
      log('warn', `${event.name}: the body has fields that are not in the OpenAPI document: ${event.fields}`, event)
    },
    request(call, url, init) {
      if (!hookOf('onRequest') && !debug) return
      const event = {
        ...toCallEvent(call),
        url: redact(url),
        headers: showHeaders(new Headers(init.headers), keyName, redact),
      }
      log('debug', `${event.name}: ${event.method} ${event.url}`, event)
      notify('onRequest', call, event)
    },
    response(call, { status, headers }) {
      const { id, name } = call.operation
      if ((headers.has('deprecation') || headers.has('sunset')) && !deprecated.has(id)) {
        deprecated.add(id)
        log('warn', `${name} is deprecated by the server`, {
          ...toCallEvent(call),
          ...showHeaders(headers, keyName, redact, /^(deprecation|sunset|link)$/),
        })
      }
      if (!hookOf('onResponse') && !debug) return
      const requestId = requestIdOf(headers)
      const event = {
        ...toCallEvent(call),
        status,
        requestId: requestId === undefined ? undefined : redact(requestId),
        headers: showHeaders(headers, keyName, redact),
      }
      log('debug', `${name}: ${status} after ${Math.round(event.duration)} ms`, event)
      notify('onResponse', call, event)
    },
    retry(call, delay, status, error) {
      const event = { ...toCallEvent(call), status, error, delay }
      const reason = status ?? (error as Error).name
      log('info', `${event.name}: attempt ${event.attempt} failed (${reason}); retry in ${Math.round(delay)} ms`, event)
      notify('onRetry', call, event)
    },
    pause(call, delay) {
      const event = { ...toCallEvent(call), delay }
      log('info', `${event.name}: queued for ${Math.round(delay)} ms, since the client is paused after a 429`, event)
    },
    error(call, error) {
      if (!hookOf('onError') && !debug) return
      const event = toCallEvent(call)
      const { name } = redactError(error, redact)
      log(
        'debug',
        `${event.name}: failed after ${Math.round(event.duration)} ms (${name})`,
        // The response has been logged, and its body may be confidential.
        error instanceof StatusError ? event : { ...event, error },
      )
      notify('onError', call, { ...event, error })
    },
    middleware(call, problem) {
      log('error', `${problem}; the call continues`, toCallEvent(call))
    },
  }
}
