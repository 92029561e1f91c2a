import { InputError } from '../errors/input-error.js'
import type { CallState } from '../http/call-state.js'
import { now } from '../http/monotonic-clock.js'
import { checkHeaders } from '../operation/check-headers.js'
import { checkInput, type Input } from '../operation/check-input.js'
import { encodeBody } from '../operation/encode-body.js'
import { type FilterSeparator, filterSeparators, separateFilters } from '../operation/filter.js'
import type { Operation } from '../operation/operation.js'
import { parseQuery } from '../operation/parse-query.js'
import type { Payload } from '../operation/payload.js'
import { checkLimits, type ResolvedOptions } from './options.js'
import type { CallOptions } from './request-options.js'

/** A call whose input is valid and whose body is encoded. */
export interface PreparedCall {
  readonly state: CallState
  readonly path: Input['path']
  readonly query: object | undefined
  readonly payload: Payload | undefined
  readonly options: CallOptions
}

/** The options of a client that its calls take over. */
export type CallDefaults = Pick<
  ResolvedOptions,
  'timeout' | 'totalTimeout' | 'maxRetries' | 'maxResponseBytes' | 'filterSeparator'
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
  const { nextQuery } = options
  const { query: _checkedBefore, ...withoutQuery } = operation
  if (nextQuery === undefined) checkInput(operation, input)
  else checkInput(withoutQuery, { path: input.path, body: input.body })
  const { timeout = defaults.timeout, totalTimeout = defaults.totalTimeout, maxRetries = defaults.maxRetries } = options
  checkLimits({ timeout, totalTimeout, maxRetries })
  checkHeaders(operation, options.headers)
  const { as, bodySerializer, headers, signal } = options
  if (signal && typeof signal.addEventListener !== 'function')
    throw new InputError('signal', 'must be an AbortSignal.', { operation })
  return {
    state: {
      operation,
      limits: {
        signal: signal ?? undefined,
        timeout,
        totalTimeout,
        maxRetries,
        maxResponseBytes: defaults.maxResponseBytes,
      },
      format: operation.result === 'file' && (!as || as === 'json') ? 'blob' : (as ?? 'json'),
      started: options.started ?? now(),
      phase: 'queue',
      attempts: 0,
    },
    path: input.path,
    query: queryOf(operation, input, options, defaults),
    payload: encodeBody(operation, input.body, bodySerializer, headers),
    options,
  }
}

function queryOf(
  operation: Operation,
  { query }: Input,
  options: CallOptions,
  defaults: CallDefaults,
): object | undefined {
  if (options.nextQuery !== undefined) return parseQuery(operation, options.nextQuery)
  return options.querySerializer ? query : withSeparator(operation, query, defaults.filterSeparator)
}

/** Returns the query with the separator that the server expects. */
export function withSeparator(
  operation: Operation,
  query: object | undefined,
  separator: FilterSeparator,
): object | undefined {
  return query && separator !== filterSeparators[0] ? separateFilters(operation, query, separator) : query
}
