import type { Client } from 'openapi-fetch'
import { operations } from '../../generated/operations.js'
import type { paths } from '../../generated/schema.js'
import { failWith, readOptions } from '../common/read-options.js'
import { didYouMean } from '../common/unknown-name.js'
import type { ApiError } from '../errors/api-error.js'
import { excerpt } from '../errors/excerpt.js'
import { InputError, refuse, toInputError } from '../errors/input-error.js'
import type { BodyFormat } from '../http/read-body.js'
import { checkHeaders } from '../operation/check-headers.js'
import type { Input } from '../operation/check-input.js'
import type { Operation } from '../operation/operation.js'
import type { Result } from './api-promise.js'
import { checkDispatcher } from './check-dispatcher.js'
import { fetchOptionNames } from './fetch-option-names.js'
import { type ErrorResult, isErrorResult } from './finish-call.js'
import { type CallOptions, noOptions } from './request-options.js'

// Declaration files name the results of raw calls by these. Under pnpm, a project cannot import openapi-fetch itself.
export type {
  ClientMethod,
  ClientRequestMethod,
  FetchOptions,
  FetchResponse,
  MaybeOptionalInit,
  Middleware,
} from 'openapi-fetch'

/** openapi-fetch's client, typed by every path of the document. */
export type RawClient = Client<paths>

/** The options of a raw call. */
interface RawInit extends Partial<Omit<CallOptions, 'as' | 'init' | 'nextQuery' | 'composed' | 'started' | 'expects'>> {
  params?: { path?: Readonly<Record<string, unknown>>; query?: object; header?: unknown }
  body?: unknown
  parseAs?: BodyFormat
  [option: string]: unknown
}

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']
/** Options of openapi-fetch that cannot be set for one call, and the reason. */
const fixedOptions: Readonly<Record<string, string>> = {
  baseUrl: 'it is an option of createSceyt',
  fetch: 'it is an option of createSceyt',
  method: 'call the function of that method',
  redirect: 'redirects are not followed',
  pathSerializer: 'paths are encoded by the client',
  Request: 'requests are created by the client',
}
/** The options of a raw call. */
const rawOptions = [
  ...['params', 'body', 'headers', 'parseAs', 'signal', 'timeout', 'totalTimeout', 'maxRetries', 'limiter'],
  ...['querySerializer', 'bodySerializer', 'middleware'],
]
const allOptions = [...rawOptions, ...Object.keys(fixedOptions), ...fetchOptionNames]
const formats = ['json', 'text', 'blob', 'arrayBuffer', 'formData', 'stream']

let operationAt: Map<string, Operation> | undefined

function findOperation(method: unknown, path: unknown): Operation {
  operationAt ??= new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]))
  if (typeof method !== 'string') refuse('method', 'a string', method)
  if (typeof path !== 'string') refuse('path', 'a string', path)
  const name = `${method.toUpperCase()} ${path}`
  const operation = operationAt.get(name)
  if (!operation)
    throw new InputError(
      'path',
      `must be in the OpenAPI document, got ${name}${didYouMean(name, [...operationAt.keys()])}`,
    )
  return operation
}

/**
 * Creates a client with the methods of openapi-fetch's.
 *
 * @param settle - Makes a call, and resolves with an error status too.
 */
export function createRaw(
  { use, eject }: Pick<RawClient, 'use' | 'eject'>,
  settle: (operation: Operation, input: Input, options: CallOptions) => Promise<Result<unknown> | ErrorResult>,
): RawClient {
  async function request(method: string, path: string, given?: RawInit): Promise<object> {
    const operation = findOperation(method, path)
    const { input, options } = readCall(operation, given)
    const outcome = await settle(operation, input, options)
    const { response } = outcome
    return isErrorResult(outcome) ? { error: toErrorBody(outcome.error), response } : { data: outcome.data, response }
  }
  const verbs = methods.map(
    (method) => [method, (path: string, init?: RawInit) => request(method, path, init)] as const,
  )
  return { ...Object.fromEntries(verbs), request, use, eject } as unknown as RawClient
}

/** Converts the options of openapi-fetch to the input and the options of a call. */
function readCall(operation: Operation, given: RawInit | undefined): { input: Input; options: CallOptions } {
  try {
    const { params, body, headers, parseAs: as, ...others } = readInit(operation, given)
    const options: Record<string, unknown> & CallOptions = {
      ...noOptions,
      headers: params.header === undefined ? (headers ?? undefined) : bothHeaders(headers, params.header),
      as,
    }
    for (const [name, value] of Object.entries(others)) {
      if (Object.hasOwn(noOptions, name)) options[name] = value
      else options.init = Object.assign(options.init ?? Object.create(null), { [name]: value })
    }
    if (options.init) checkFetchOptions(options.init)
    return { input: { path: params.path, query: params.query, body }, options }
  } catch (cause) {
    throw toInputError(cause, 'options', operation)
  }
}

/** Reads the options of a raw call, and its parameters. */
function readInit(operation: Operation, given: RawInit = {}): RawInit & { params: NonNullable<RawInit['params']> } {
  const fail = failWith(InputError)
  const init = readOptions('options', given, 'option', allOptions, fail, rawOptions)
  for (const [option, reason] of Object.entries(fixedOptions))
    if (init[option] !== undefined) fail(option, `cannot be set for one call: ${reason}.`)
  const { parseAs } = init
  if (parseAs !== undefined && !formats.includes(parseAs)) refuse('parseAs', `one of ${formats.join(', ')}`, parseAs)
  const params = readOptions(
    'params',
    init.params === undefined ? {} : init.params,
    'kind of parameters',
    ['path', 'query', 'header'],
    fail,
  )
  if (params.path !== undefined)
    params.path = readOptions('path', params.path, 'path parameter', Object.keys(operation.pathParameters), fail)
  return Object.assign(init, { params })
}

/** Refuses options that `fetch` would reject with an error like those of a connection, such as `mode: 'navigate'`. */
function checkFetchOptions(init: RequestInit): void {
  checkDispatcher(init)
  try {
    new Request('http://localhost', init)
  } catch (cause) {
    throw toInputError(cause, 'options', undefined, 'cannot make a Request')
  }
}

/** Merges the two kinds of headers that openapi-fetch has. */
function bothHeaders(headers: unknown, more: unknown): object {
  return { ...checkHeaders(headers ?? undefined), ...checkHeaders(more) }
}

/**
 * Converts the body of an error to an object with a message. openapi-fetch returns `undefined` for an empty body, which reads
 * like success, and text for HTML.
 */
function toErrorBody({ body, status }: ApiError): unknown {
  if (typeof body === 'object' && body !== null) return body
  return {
    code: status,
    type: 'Unexpected',
    message: body ? excerpt(String(body), 2048) : 'The server gave no message.',
  }
}
