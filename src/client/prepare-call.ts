import { createQuerySerializer } from 'openapi-fetch'
import { describe } from '../common/describe.js'
import { ownFields } from '../common/own-fields.js'
import { captureStack } from '../errors/capture-stack.js'
import { InputError, refuse, toInputError } from '../errors/input-error.js'
import { joinSignals } from '../http/abort.js'
import type { CallState } from '../http/call-state.js'
import { checkGlobals } from '../http/global-fetch.js'
import { now } from '../http/monotonic-clock.js'
import { type CheckedHeaders, checkHeaders } from '../operation/check-headers.js'
import { type CheckedInput, checkInput, type Input } from '../operation/check-input.js'
import { encodeBody } from '../operation/encode-body.js'
import { filterSeparators, separateFilters } from '../operation/filter.js'
import type { Operation } from '../operation/operation.js'
import { parseQuery } from '../operation/parse-query.js'
import type { Payload } from '../operation/payload.js'
import { checkLimiter, checkSignal } from './check-options.js'
import { checkLimits, type ResolvedOptions } from './options.js'
import type { CallOptions } from './request-options.js'

/** A call whose input is valid and whose body is encoded. */
export interface PreparedCall {
  readonly state: CallState
  readonly input: CheckedInput
  /** The query as text, unless the client serializes it. */
  readonly queryText: string | undefined
  readonly headers: CheckedHeaders | undefined
  readonly payload: Payload | undefined
  readonly options: CallOptions
}

/** The options of a client that its calls take over. */
export type CallDefaults = Pick<
  ResolvedOptions,
  'fetch' | 'signal' | 'timeout' | 'totalTimeout' | 'maxRetries' | 'limiter' | 'maxResponseBytes' | 'filterSeparator'
>

/**
 * Checks a call and encodes its body.
 *
 * @throws InputError naming the parameter that is not valid.
 */
export function prepareCall(
  operation: Operation,
  input: Input,
  options: CallOptions,
  defaults: CallDefaults,
): PreparedCall {
  // Without a prototype, as the operations of the table.
  const called = options.composed ? ownFields({ ...operation, ...options.composed }) : operation
  try {
    return prepare(called, operation, input, options, defaults)
  } catch (cause) {
    const error = toInputError(cause, 'options', called)
    captureStack(error, prepareCall)
    throw error
  }
}

function prepare(
  called: Operation,
  operation: Operation,
  input: Input,
  options: CallOptions,
  defaults: CallDefaults,
): PreparedCall {
  checkGlobals(defaults.fetch)
  const { as, bodySerializer, limiter = defaults.limiter, middleware, signal } = options
  const { timeout = defaults.timeout, totalTimeout = defaults.totalTimeout, maxRetries = defaults.maxRetries } = options
  const checked = checkParameters(called, input, options, defaults)
  checkLimits({ timeout, totalTimeout, maxRetries })
  const headers = checkHeaders(options.headers)
  if (signal !== undefined && signal !== null) checkSignal('signal', signal)
  if (options.limiter !== undefined) checkLimiter('limiter', options.limiter)
  if (middleware !== undefined && !Array.isArray(middleware)) refuse('middleware', 'an array', middleware)
  return {
    state: {
      operation,
      called,
      limits: {
        signal: joinSignals(signal ?? undefined, defaults.signal),
        timeout,
        totalTimeout,
        maxRetries,
        maxResponseBytes: defaults.maxResponseBytes,
        limiter,
      },
      format: operation.result === 'file' && (!as || as === 'json') ? 'blob' : (as ?? 'json'),
      started: options.started ?? now(),
      phase: 'queue',
      attempts: 0,
      earlier: 0,
      attemptStarted: 0,
      attemptEnded: 0,
      unclear: false,
      id: undefined,
    },
    input: checked,
    queryText: options.nextQuery ?? serializeQuery(checked.query, options.querySerializer),
    headers,
    payload: encodeBody(called, checked.body, bodySerializer, options.headers as RequestInit['headers']),
    options,
  }
}

function checkParameters(
  operation: Operation,
  input: Input,
  options: CallOptions,
  defaults: CallDefaults,
): CheckedInput {
  const { bodySerializer, nextQuery, querySerializer } = options
  const isSerialized = bodySerializer !== undefined
  if (nextQuery !== undefined) {
    const { query: _checkedBefore, ...withoutQuery } = operation
    const checked = checkInput(
      ownFields(withoutQuery),
      { path: input.path, query: undefined, body: input.body },
      isSerialized,
    )
    return { ...checked, query: parseQuery(operation, nextQuery) }
  }
  const checked = checkInput(operation, input, isSerialized)
  if (checked.query && querySerializer === undefined && defaults.filterSeparator !== filterSeparators[0])
    checked.query = separateFilters(operation, checked.query, defaults.filterSeparator)
  return checked
}

/** Serializes a query in the way that the caller asks for. */
function serializeQuery(query: object | undefined, given: unknown): string | undefined {
  if (given === undefined) return undefined
  if (typeof given !== 'function' && (typeof given !== 'object' || given === null))
    refuse('querySerializer', 'a function or the options of one', given)
  let text: unknown
  try {
    const serialize = typeof given === 'function' ? given : createQuerySerializer(given)
    // openapi-fetch reads inherited parameters too.
    text = serialize(ownFields(query ?? {}))
  } catch (cause) {
    throw toInputError(cause, 'querySerializer', undefined, 'failed')
  }
  if (typeof text === 'string') return text
  throw new InputError('querySerializer', `must return a string, got ${describe(text)}.`)
}
