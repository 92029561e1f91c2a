import { type Redact, showHeaders } from '../errors/redact.js'
import type { CallState } from '../http/call-state.js'
import { requestIdOf } from '../http/headers/response-metadata.js'
import type { Reporter } from '../http/reporter.js'
import { createLog, type Logger, type LogLevel } from './logger.js'

/** What every hook is told. */
export interface CallEvent {
  /** The operation of the document, such as `createUser`. */
  operationId: string
  /** Its name in the client, such as `users.create`. */
  name: string
  /** Which attempt this is about, from 1; 0 if nothing was sent. */
  attempt: number
  /** Milliseconds since the call began. */
  duration: number
}

/** An attempt is about to be sent. */
export interface RequestEvent extends CallEvent {
  /** The method of HTTP, such as `POST`. */
  method: string
  /** Where it goes, with its query. */
  url: string
  /** The headers, with secrets struck out. */
  headers: Readonly<Record<string, string>>
}

/** An attempt was answered, with whatever status, and the answer has been read. */
export interface ResponseEvent extends CallEvent {
  /** The status of the answer. */
  status: number
  /** The `x-request-id` of the answer, to give to support. */
  requestId: string | undefined
  /** The headers, with secrets struck out. */
  headers: Readonly<Record<string, string>>
}

/** A call will be sent again. */
export interface RetryEvent extends CallEvent {
  /** Status of the answer that led to it, if there was one. */
  status: number | undefined
  /** The error that led to it, if there was no answer. */
  error: unknown
  /** Milliseconds until then. */
  delay: number
}

/** A call has failed for good. */
export interface ErrorEvent extends CallEvent {
  /** What the caller gets. */
  error: unknown
}

/**
 * Functions that watch calls. They are not waited for, and what they throw is logged as an error; the call goes on.
 * An InputError is not told: there was no call.
 */
export interface Hooks {
  /** Before each attempt. */
  onRequest?: ((event: RequestEvent) => unknown) | undefined
  /** After each attempt that was answered. */
  onResponse?: ((event: ResponseEvent) => unknown) | undefined
  /** Before each wait for another attempt. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined
  /** Once a call has failed for good. */
  onError?: ((event: ErrorEvent) => unknown) | undefined
}

/** Where reports go. */
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

  function tell<Name extends keyof Hooks>(name: Name, event: Parameters<NonNullable<Hooks[Name]>>[0]): void {
    const fail = (error: unknown) => log('error', `the hook ${name} failed, and the call went on without it`, error)
    try {
      const told: unknown = (hooks[name] as ((event: unknown) => unknown) | undefined)?.(event)
      if (told instanceof Promise) told.catch(fail)
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
      tell('onRequest', event)
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
      tell('onResponse', event)
    },
    retry(call, delay, status, error) {
      const event = { ...about(call), status, error, delay }
      log('info', `${event.name}: attempt ${event.attempt} failed, the next follows in ${Math.round(delay)} ms`, event)
      tell('onRetry', event)
    },
    error(call, error) {
      tell('onError', { ...about(call), error })
    },
  }
}

function about({ operation, attempts, started }: CallState): CallEvent {
  return { operationId: operation.id, name: operation.name, attempt: attempts, duration: performance.now() - started }
}
