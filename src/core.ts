import createClient from 'openapi-fetch'
import type { Operation } from '../generated/operations.js'
import { encodePath, encodeQuery } from './encoding.js'
import { createApiError, InputError, TimeoutError } from './errors.js'
import { excerpt } from './excerpt.js'
import { checkHeaders } from './headers.js'
import { checkInput, type Input } from './input.js'
import { encodeForm, type Uploadable } from './multipart.js'
import { checkTimeout, type ResolvedOptions } from './options.js'
import { ListPromise } from './pagination.js'
import { ApiPromise, type WithResponse } from './promise.js'
import { createRaw, type Outcome, type RawClient, type RawInit } from './raw.js'
import { createRedact } from './redact.js'
import { preferPlainRequest, type UntypedClient } from './request.js'
import { readBody, responseError } from './response.js'
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

/** What the resources are built on. */
export interface Core {
  raw: RawClient
  /** Makes a call at once. */
  call<T>(operation: Operation, input: Input, options?: DownloadOptions): ApiPromise<T>
  /** Prepares a list, whose pages are fetched as they are asked for. */
  list<Page, Item>(operation: Operation, input: Input, options?: RequestOptions): ListPromise<Page, Item>
}

/** Builds openapi-fetch's client, with auth, encoding and checks, and the calls of the resources on top of it. */
export function createCore({ baseUrl, apiKey, apiKeyHeader, fetch, timeout: defaultTimeout }: ResolvedOptions): Core {
  const redact = createRedact(apiKey)
  const transport = createTransport({ fetch, apiKey, apiKeyHeader, redact })
  const openapiFetch = createClient({
    baseUrl,
    fetch: transport as (request: Request) => Promise<Response>,
    querySerializer: encodeQuery,
    bodySerializer: encodeJson,
    pathSerializer: (template: string, parameters: Record<string, unknown>) => baseUrl + encodePath(template.slice(baseUrl.length), parameters),
  })
  const client = preferPlainRequest(openapiFetch as unknown as UntypedClient)

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

  return {
    raw: createRaw(client, perform),
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
