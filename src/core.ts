import createClient, { type Client } from 'openapi-fetch'
import { type Operation, operations } from '../generated/operations.js'
import type { paths } from '../generated/schema.js'
import { encodePath, encodeQuery } from './encoding.js'
import { createApiError, excerpt, InputError, TimeoutError } from './errors.js'
import { checkInput, type Input } from './input.js'
import { encodeForm, type Uploadable } from './multipart.js'
import { checkTimeout, type ResolvedOptions } from './options.js'
import { ListPromise } from './pagination.js'
import { ApiPromise, type WithResponse } from './promise.js'
import { createRedact } from './redact.js'
import { PlainRequest } from './request.js'
import { type BodyFormat, readBody, responseError } from './response.js'
import { withLimits } from './timeout.js'
import { createTransport } from './transport.js'

/** What any call takes besides its input. */
export interface RequestOptions {
  /** Ends the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Headers to add. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds that this call may take, body included. `Infinity` for no limit. */
  timeout?: number | undefined
}

/** What a download takes besides its input. */
export interface DownloadOptions extends RequestOptions {
  /**
   * `blob` reads the file into memory; `stream` hands it on as it comes. Default: `blob`.
   * Signal and timeout end with the headers of a stream: cancel the stream itself to stop it.
   */
  as?: 'blob' | 'stream' | undefined
}

/** openapi-fetch's client, typed by every path of the document. */
export type RawClient = Client<paths>

/** What the resources are built on. */
export interface Core {
  raw: RawClient
  /** Makes a call at once. */
  call<T>(operation: Operation, input: Input, options?: DownloadOptions): ApiPromise<T>
  /** Prepares a list, whose pages are fetched as they are asked for. */
  list<Page, Item>(operation: Operation, input: Input, options?: RequestOptions): ListPromise<Page, Item>
}

/** The options of a raw call, as far as the core looks into them. */
interface RawInit {
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
type Outcome = { response: Response; data: unknown; error?: never } | { response: Response; error: unknown; data?: never }

/** openapi-fetch's client, without its types: here, paths come from the operations table. */
interface UntypedClient {
  request(method: string, path: string, init: unknown): Promise<{ response: Response; error?: unknown }>
  use(...middleware: unknown[]): void
  eject(...middleware: unknown[]): void
}

const operationAt = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]))

/** Builds openapi-fetch's client, with auth, encoding and checks, and the calls of the resources on top of it. */
export function createCore({ baseUrl, apiKey, apiKeyHeader, fetch, timeout: defaultTimeout }: ResolvedOptions): Core {
  const redact = createRedact(apiKey)
  const transport = createTransport({ fetch, apiKey, apiKeyHeader, redact })
  const middlewares = new Set<unknown>()
  const client = createClient({
    baseUrl,
    fetch: transport as (request: Request) => Promise<Response>,
    querySerializer: encodeQuery,
    bodySerializer: encodeJson,
    pathSerializer: (template: string, parameters: Record<string, unknown>) => baseUrl + encodePath(template.slice(baseUrl.length), parameters),
  }) as unknown as UntypedClient

  async function perform(operation: Operation, init: RawInit): Promise<Outcome> {
    const { params: { path, query } = {}, body, signal, parseAs, timeout = defaultTimeout } = init
    checkInput(operation, { path, query, body })
    checkTimeout(timeout)
    checkHeaders(operation, init.headers)
    if (signal && typeof signal.addEventListener !== 'function') throw new InputError('signal', 'must be an AbortSignal.', { operation })
    const onTimeout = () => new TimeoutError(timeout, { operation })
    return withLimits({ signal, timeout, onTimeout }, async (signal) => {
      const { response, error } = await client.request(operation.method, operation.path, {
        ...init,
        ...(operation.body?.media === 'form' && formInit(body as Record<string, Uploadable>, init.headers)),
        ...(middlewares.size === 0 ? { Request: PlainRequest } : {}),
        signal,
        redirect: 'manual',
        parseAs: 'stream',
        operation,
      })
      if (!response.ok) return { response, error }
      try {
        return { response, data: await readBody(operation, response, parseAs, redact) }
      } catch (problem) {
        throw signal.aborted ? signal.reason : problem
      }
    })
  }

  async function request<T>(
    operation: Operation,
    { path, query, body }: Input,
    { as, ...options }: DownloadOptions = {},
    search?: string,
  ): Promise<WithResponse<T>> {
    const { response, data, error } = await perform(operation, {
      ...options,
      params: { ...(path && { path }), ...(query && { query }) },
      ...(body !== undefined && { body }),
      ...(as && { parseAs: as }),
      ...(search !== undefined && { querySerializer: () => search }),
    })
    if (response.ok) return { data: data as T, response }
    throw createApiError({
      operation,
      status: response.status,
      headers: response.headers,
      body: typeof error === 'string' ? excerpt(error, 2048) : (error ?? ''),
    })
  }

  async function rawCall(method: string, path: string, init: RawInit = {}): Promise<Outcome> {
    const operation = operationAt.get(`${method} ${path}`)
    if (!operation) throw new InputError('path', `must be one of the document's, got ${method} ${path}.`)
    for (const option of ['baseUrl', 'fetch', 'Request', 'pathSerializer']) {
      if (init[option] !== undefined) throw new InputError(option, 'cannot be set for one call. Pass it to createSceyt.', { operation })
    }
    const { response, data, error } = await perform(operation, init)
    if (response.ok) return { data, response }
    // openapi-fetch says `undefined` for an empty body, which reads like success, and text for HTML, which has no message.
    if (typeof error === 'object' && error !== null) return { error, response }
    const message = error ? excerpt(String(error), 2048) : 'The answer does not say why.'
    return { error: { code: response.status, type: 'Unexpected', message }, response }
  }

  const verbs = Object.fromEntries(
    ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'].map((method) => [
      method,
      (path: string, init?: RawInit) => rawCall(method, path, init),
    ]),
  )
  const raw = {
    ...verbs,
    request: (method: string, path: string, init?: RawInit) => rawCall(method.toUpperCase(), path, init),
    use(...added: unknown[]) {
      client.use(...added)
      for (const middleware of added) middlewares.add(middleware)
    },
    eject(...removed: unknown[]) {
      client.eject(...removed)
      for (const middleware of removed) middlewares.delete(middleware)
    },
  } as unknown as RawClient

  return {
    raw,
    call(operation, input, options) {
      const call = new ApiPromise<never>(() => request(operation, input, options))
      // A call is made even if nobody waits for it; its failure is then an unhandled rejection, as it should be.
      void call.withResponse()
      return call
    },
    list(operation, input, options) {
      return new ListPromise({
        operation,
        // Read after the first page only, when the query is known to be sound.
        get query() {
          return encodeQuery(input.query ?? {})
        },
        fetch: (query) => request(operation, input, options, query),
        fail: (problem, response) => responseError(problem, operation, response, redact),
      })
    },
  }
}

function encodeJson(body: unknown): string {
  try {
    return JSON.stringify(body)
  } catch (cause) {
    throw new InputError('body', `cannot be written as JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function formInit(fields: Readonly<Record<string, Uploadable>>, headers: HeadersInit | undefined) {
  const form = encodeForm(fields)
  const all = new Headers(headers)
  for (const [name, value] of Object.entries(form.headers)) all.set(name, value)
  return { body: form.body, bodySerializer: (body: unknown) => body, headers: all, duplex: 'half' }
}

/** The platform's own error for a bad header shows its value, which may be a secret. */
function checkHeaders(operation: Operation, headers: HeadersInit | undefined): void {
  if (headers === undefined || headers instanceof Headers) return
  for (const [name, value] of Array.isArray(headers) ? headers : Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
      throw new InputError('headers', `holds ${JSON.stringify(name)}, which is no name of a header.`, { operation })
    if (value !== undefined && value !== null && !/^[\t\x20-\x7e\x80-\xff]*$/.test(String(value))) {
      throw new InputError(`headers[${JSON.stringify(name)}]`, 'must be a string without line breaks, of characters that a header can carry.', { operation })
    }
  }
}
