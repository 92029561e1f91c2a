import { type Redact, showHeaders } from '../errors/redact.js'
import type { CallState } from '../http/call-state.js'
import { requestIdOf } from '../http/headers/response-metadata.js'
import { now } from '../http/monotonic-clock.js'
import type { Reporter } from '../http/reporter.js'
import { createLog, type Logger, type LogLevel } from './logger.js'

/** The fields of every event. */
export interface CallEvent {
  /** The operation of the OpenAPI document, such as `createUser`. */
  operationId: string
  /** Its name in the client, such as `users.create`. */
  name: string
  /** Number of the attempt, from 1; 0 if nothing was sent. */
  attempt: number
  /** Milliseconds since the start of the call. */
  duration: number
}

/** A request is about to be sent. */
export interface RequestEvent extends CallEvent {
  /** The HTTP method, such as `POST`. */
  method: string
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
  /** Called when a call has failed. */
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

  function notify<Name extends keyof Hooks>(name: Name, event: Parameters<NonNullable<Hooks[Name]>>[0]): void {
    const fail = (error: unknown) => log('error', `the hook ${name} failed; the call continues`, error)
    try {
      const result: unknown = (hooks[name] as ((event: unknown) => unknown) | undefined)?.(event)
      if (result instanceof Promise) result.catch(fail)
    } catch (error) {
      fail(error)
    }
  }

  return {
    request(call, url, init) {
      if (!hooks.onRequest && !debug) return
      const event = {
        ...about(call),
        method: call.operation.method,
        url,
        headers: showHeaders(new Headers(init.headers), keyName, redact),
      }
      log('debug', `${event.name}: ${event.method} ${url}`, event)
      notify('onRequest', event)
    },
    response(call, { status, headers }) {
      const { id, name } = call.operation
      if ((headers.has('deprecation') || headers.has('sunset')) && !deprecated.has(id)) {
        deprecated.add(id)
        log(
          'warn',
          `${name} is deprecated by the server`,
          showHeaders(headers, keyName, redact, /^(deprecation|sunset|link)$/),
        )
      }
      if (!hooks.onResponse && !debug) return
      const event = {
        ...about(call),
        status,
        requestId: requestIdOf(headers),
        headers: showHeaders(headers, keyName, redact),
      }
      log('debug', `${name}: ${status} after ${Math.round(event.duration)} ms`, event)
      notify('onResponse', event)
    },
    retry(call, delay, status, error) {
      const event = { ...about(call), status, error, delay }
      log('info', `${event.name}: attempt ${event.attempt} failed; retry in ${Math.round(delay)} ms`, event)
      notify('onRetry', event)
    },
    error(call, error) {
      notify('onError', { ...about(call), error })
    },
  }
}

function about({ operation, attempts, started }: CallState): CallEvent {
  return { operationId: operation.id, name: operation.name, attempt: attempts, duration: now() - started }
}
