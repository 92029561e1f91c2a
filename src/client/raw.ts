import type { Client } from 'openapi-fetch'
import { operations } from '../../generated/operations.js'
import type { paths } from '../../generated/schema.js'
import type { ApiError } from '../errors/api-error.js'
import { excerpt } from '../errors/excerpt.js'
import { InputError } from '../errors/input-error.js'
import type { BodyFormat } from '../http/read-body.js'
import type { Input } from '../operation/check-input.js'
import type { Operation } from '../operation/operation.js'
import type { Result } from './api-promise.js'
import type { ErrorResult } from './finish-call.js'
import type { CallOptions } from './request-options.js'

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
interface RawInit extends Omit<CallOptions, 'as' | 'init' | 'nextQuery' | 'started' | 'expects'> {
  params?: { path?: Readonly<Record<string, unknown>>; query?: object; header?: RequestInit['headers'] }
  body?: unknown
  parseAs?: BodyFormat
  [option: string]: unknown
}

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']
const fixedOptions = ['baseUrl', 'fetch', 'Request', 'pathSerializer']

let operationAt: Map<string, Operation> | undefined

function findOperation(method: string, path: string): Operation {
  operationAt ??= new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]))
  const operation = operationAt.get(`${method} ${path}`)
  if (!operation) throw new InputError('path', `must be in the OpenAPI document, got ${method} ${path}.`)
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
  async function request(method: string, path: string, given: RawInit = {}): Promise<object> {
    const operation = findOperation(method.toUpperCase(), path)
    for (const option of fixedOptions) {
      if (given[option] !== undefined)
        throw new InputError(option, 'cannot be set for one call; pass it to createSceyt.', { operation })
    }
    const { params, body, headers = null, parseAs: as, ...others } = given
    const { signal, timeout, totalTimeout, maxRetries, querySerializer, bodySerializer, middleware, ...init } = others
    const options: CallOptions = {
      headers: headers ?? params?.header,
      signal,
      timeout,
      totalTimeout,
      maxRetries,
      as,
      querySerializer,
      bodySerializer,
      middleware,
    }
    if (!isEmpty(init)) options.init = init
    const outcome = await settle(operation, { path: params?.path, query: params?.query, body }, options)
    const { response } = outcome
    return 'error' in outcome ? { error: toErrorBody(outcome.error), response } : { data: outcome.data, response }
  }
  const verbs = methods.map(
    (method) => [method, (path: string, init?: RawInit) => request(method, path, init)] as const,
  )
  return { ...Object.fromEntries(verbs), request, use, eject } as unknown as RawClient
}

function isEmpty(object: object): boolean {
  for (const _key in object) return false
  return true
}

/** openapi-fetch returns `undefined` for an empty body, which reads like success, and text for HTML, which has no message. */
function toErrorBody({ body, status }: ApiError): unknown {
  if (typeof body === 'object' && body !== null) return body
  return {
    code: status,
    type: 'Unexpected',
    message: body ? excerpt(String(body), 2048) : 'The server gave no message.',
  }
}
