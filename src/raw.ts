import type { Client } from 'openapi-fetch'
import { type Operation, operations } from '../generated/operations.js'
import type { paths } from '../generated/schema.js'
import { InputError } from './errors.js'
import { excerpt } from './excerpt.js'
import type { UntypedClient } from './request.js'
import type { BodyFormat } from './response.js'

/** openapi-fetch's client, typed by every path of the document. */
export type RawClient = Client<paths>

/** The options of a raw call, as far as the core looks into them. */
export interface RawInit {
  params?: { path?: Readonly<Record<string, unknown>>; query?: object }
  body?: unknown
  headers?: HeadersInit | undefined
  signal?: AbortSignal | null | undefined
  parseAs?: BodyFormat
  timeout?: number | undefined
  querySerializer?: unknown
  [option: string]: unknown
}

/** What a call came to: `data` of a 2xx, or the body of an error. */
export type Outcome = { response: Response; data: unknown; error?: never } | { response: Response; error: unknown; data?: never }

const operationAt = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]))
const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']
const fixedOptions = ['baseUrl', 'fetch', 'Request', 'pathSerializer']

/** Gives calls the face of openapi-fetch's client, and hands its middlewares on. */
export function createRaw({ use, eject }: UntypedClient, perform: (operation: Operation, init: RawInit) => Promise<Outcome>): RawClient {
  async function request(method: string, path: string, init: RawInit = {}): Promise<Outcome> {
    const operation = operationAt.get(`${method.toUpperCase()} ${path}`)
    if (!operation) throw new InputError('path', `must be one of the document's, got ${method.toUpperCase()} ${path}.`)
    for (const option of fixedOptions) {
      if (init[option] !== undefined) throw new InputError(option, 'cannot be set for one call. Pass it to createSceyt.', { operation })
    }
    const outcome = await perform(operation, init)
    return outcome.response.ok ? outcome : { error: toErrorBody(outcome), response: outcome.response }
  }
  const verbs = methods.map((method) => [method, (path: string, init?: RawInit) => request(method, path, init)] as const)
  return { ...Object.fromEntries(verbs), request, use, eject } as unknown as RawClient
}

/** openapi-fetch says `undefined` for an empty body, which reads like success, and text for HTML, which has no message. */
function toErrorBody({ error, response }: Outcome): unknown {
  if (typeof error === 'object' && error !== null) return error
  return { code: response.status, type: 'Unexpected', message: error ? excerpt(String(error), 2048) : 'The answer does not say why.' }
}
