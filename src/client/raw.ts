import type { Client } from 'openapi-fetch'
import { operations } from '../../generated/operations.js'
import type { paths } from '../../generated/schema.js'
import { ApiError, InputError } from '../errors/errors.js'
import { excerpt } from '../errors/excerpt.js'
import type { UntypedClient } from '../http/build-request.js'
import type { BodyFormat } from '../http/read-body.js'
import type { Input } from '../operation/check-input.js'
import type { Operation } from '../operation/operation.js'

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

/** The options of a call, and what only raw calls can say. `HeadersInit` and `BodyInit` would be known to projects with the types of a page alone. */
export interface CallOptions {
  headers?: RequestInit['headers']
  signal?: AbortSignal | null | undefined
  timeout?: number | undefined
  totalTimeout?: number | undefined
  maxRetries?: number | undefined
  as?: BodyFormat | undefined
  querySerializer?: unknown
  bodySerializer?: ((body: unknown, headers?: RequestInit['headers']) => NonNullable<RequestInit['body']>) | undefined
  middleware?: readonly unknown[] | undefined
  /** Anything else, for `fetch`. */
  init?: RequestInit | undefined
  /** Start of the whole call, if this is one step of a composed method, on the clock of `performance.now()`. */
  started?: number | undefined
  /** Whether an error is handled by the next step. It is then not reported as a failure. */
  expects?: ((error: unknown) => boolean) | undefined
}

/** A raw call, as far as the core looks into it. */
interface RawInit extends Omit<CallOptions, 'as' | 'init' | 'started' | 'expects'> {
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
  if (!operation) throw new InputError('path', `must be one of the document's, got ${method} ${path}.`)
  return operation
}

/**
 * Gives calls the face of openapi-fetch's client.
 *
 * @param responses - The responses that led to errors.
 */
export function createRaw(
  { use, eject }: Pick<UntypedClient, 'use' | 'eject'>,
  perform: (operation: Operation, input: Input, options: CallOptions) => Promise<{ data: unknown; response: Response }>,
  responses: WeakMap<object, Response>,
): RawClient {
  async function request(method: string, path: string, given: RawInit = {}): Promise<object> {
    const operation = findOperation(method.toUpperCase(), path)
    for (const option of fixedOptions) {
      if (given[option] !== undefined)
        throw new InputError(option, 'cannot be set for one call. Pass it to createSceyt.', { operation })
    }
    const {
      params,
      body,
      headers,
      signal,
      timeout,
      totalTimeout,
      maxRetries,
      parseAs,
      querySerializer,
      bodySerializer,
      middleware,
      ...init
    } = given
    try {
      const { response, data } = await perform(
        operation,
        { path: params?.path, query: params?.query, body },
        {
          headers: headers ?? params?.header,
          signal,
          timeout,
          totalTimeout,
          maxRetries,
          as: parseAs,
          querySerializer,
          bodySerializer,
          middleware,
          init: isEmpty(init) ? undefined : init,
        },
      )
      return { data, response }
    } catch (error) {
      const response = error instanceof ApiError && responses.get(error)
      if (!response) throw error
      return { error: toErrorBody(error), response }
    }
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

/** openapi-fetch says `undefined` for an empty body, which reads like success, and text for HTML, which has no message. */
function toErrorBody({ body, status }: ApiError): unknown {
  if (typeof body === 'object' && body !== null) return body
  return {
    code: status,
    type: 'Unexpected',
    message: body ? excerpt(String(body), 2048) : 'The answer does not say why.',
  }
}
