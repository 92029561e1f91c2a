import createClient from 'openapi-fetch'
import { createRedact } from '../errors/redact.js'
import { readSuccess } from '../http/attempt.js'
import { waitLimits } from '../http/call-state.js'
import { createClientHeaders } from '../http/client-headers.js'
import { withLimits } from '../http/deadline.js'
import { Limiter } from '../http/limiter.js'
import { createResponseError } from '../http/parse-response.js'
import { type ReadResponse, toReadResponse, toResponse } from '../http/received.js'
import { fromLightRequest, fromRequest, LightRequest, type SendableOptions } from '../http/sendable.js'
import { createTransport } from '../http/transport.js'
import type { Input } from '../operation/check-input.js'
import { encodePath, encodeQuery } from '../operation/encode-url.js'
import { resolveFileUrls } from '../operation/file-url.js'
import type { Operation } from '../operation/operation.js'
import type { Payload } from '../operation/payload.js'
import { type ApiPromise, type Result, toApiPromise } from './api-promise.js'
import { type ComposedMethod, createCompose } from './compose.js'
import { type ErrorResult, type FetchResult, finishCall } from './finish-call.js'
import { createReporter } from './hooks.js'
import { ListPromise } from './list-promise.js'
import type { ResolvedOptions } from './options.js'
import { type PreparedCall, prepareCall, withSeparator } from './prepare-call.js'
import { createRaw, type RawClient } from './raw.js'
import type { CallOptions, DownloadOptions, RequestOptions } from './request-options.js'
import { traced } from './tracing.js'

/** The calls that the resources are built on. */
export interface Core {
  raw: RawClient
  /** Makes a call at once. */
  call<T>(operation: Operation, input: Input, options?: DownloadOptions): ApiPromise<T>
  /** Creates a list, whose pages are fetched on demand. */
  list<Page, Item>(operation: Operation, input: Input, options?: RequestOptions): ListPromise<Page, Item>
  /** Runs a composed method at once, unless another call for the same resource is in flight. */
  compose<T>(method: ComposedMethod, given: unknown, options?: RequestOptions): ApiPromise<T>
}

/** Options of openapi-fetch for one call. */
interface FetchOptions {
  parseAs: 'text' | 'stream'
  fetch: unknown
  Request?: unknown
  [option: string]: unknown
}

/** openapi-fetch's client without its types: paths come from the table of operations. */
interface UntypedClient extends Record<Operation['method'], (path: string, init: FetchOptions) => Promise<unknown>> {
  use(...middleware: unknown[]): void
  eject(...middleware: unknown[]): void
}

/** Creates the core of a client: openapi-fetch on top of the transport, and the calls of the resources on top of both. */
export function createCore(defaults: ResolvedOptions): Core {
  const { baseUrl, apiKey, apiKeyHeader, fetch, filterSeparator, maxConcurrent, hooks, logger, logLevel, inspect } =
    defaults
  const clientHeaders = createClientHeaders(defaults)
  const redact = createRedact(apiKey)
  const reporter = createReporter({ hooks, logger, logLevel, keyName: apiKeyHeader, redact })
  const transport = createTransport({ fetch, redact, reporter, limiter: new Limiter(maxConcurrent) })
  const client = createClient({
    baseUrl,
    Request: LightRequest as unknown as typeof Request,
    querySerializer: encodeQuery,
    pathSerializer: (template: string, parameters: Record<string, unknown>) =>
      baseUrl + encodePath(template.slice(baseUrl.length), parameters),
    bodySerializer: (payload: unknown) => payload,
  }) as unknown as UntypedClient
  const middlewares: unknown[] = []

  /** Makes a prepared call. It resolves with an error status too, which only raw calls return. */
  function settle(prepared: PreparedCall): Promise<Result<unknown> | ErrorResult> {
    return traced(prepared.state, () => exchange(prepared))
  }

  function run(prepared: PreparedCall): Promise<Result<unknown>> {
    return settle(prepared).then((outcome) => {
      if ('error' in outcome) throw outcome.error
      return outcome
    })
  }

  async function exchange(prepared: PreparedCall): Promise<Result<unknown> | ErrorResult> {
    const { state: call, options } = prepared
    const report = (error: unknown) => {
      if (!options.expects?.(error)) reporter.error(call, error)
    }
    try {
      const hasMiddleware = middlewares.length > 0 || !!options.middleware?.length
      const result = hasMiddleware
        ? await withLimits(waitLimits(call), ({ signal }) => fetchWithMiddleware(prepared, signal))
        : await fetchDirectly(prepared)
      const outcome = finishCall(call, result, redact, inspect)
      if ('error' in outcome) report(outcome.error)
      return outcome
    } catch (problem) {
      const { signal } = call.limits
      // openapi-fetch takes a rejection with a falsy reason for a response.
      const error = signal?.aborted && !signal.reason ? signal.reason : problem
      report(error)
      throw error
    }
  }

  function fetchDirectly(prepared: PreparedCall): Promise<FetchResult> {
    const { state: call } = prepared
    const fetch = (request: LightRequest) =>
      transport(call, fromLightRequest(request, sendableOptions(prepared))).then(toReadResponse)
    return fetchThrough<ReadResponse>(prepared, { parseAs: 'text', fetch }).then(({ response, data, error }) => {
      const { received } = response
      // openapi-fetch reads no body of a 204.
      return { response: received.response, content: data ?? received.content, error }
    })
  }

  /** @param signal - For the request that the middlewares see. They ignore the limits of a call. */
  async function fetchWithMiddleware(prepared: PreparedCall, signal: AbortSignal): Promise<FetchResult> {
    const { state: call } = prepared
    const { response, error } = await fetchThrough<Response>(prepared, {
      ...platformOptions(prepared, signal),
      // A middleware may return a response of its own, which has not been read yet.
      parseAs: 'stream',
      fetch: async (request: Request) =>
        toResponse(await transport(call, await fromRequest(request, sendableOptions(prepared)))),
    })
    return { response, content: response.ok ? await readSuccess(call, response, redact) : undefined, error }
  }

  function sendableOptions({ state: { operation }, payload, options }: PreparedCall): SendableOptions {
    const hasHeaders = setsHeaders(payload, options)
    return { operation, clientHeaders: clientHeaders(operation), payload, hasHeaders, init: options.init }
  }

  function fetchThrough<R extends Response | ReadResponse>(prepared: PreparedCall, how: FetchOptions) {
    const { state, path, query, payload, options } = prepared
    const { method, path: template } = state.operation
    const fetchOptions: FetchOptions = {
      params: { path, query },
      body: payload,
      headers: setsHeaders(payload, options) ? mergeHeaders(payload, options.headers) : undefined,
      querySerializer: options.nextQuery === undefined ? options.querySerializer : () => options.nextQuery,
      parseAs: how.parseAs,
      fetch: how.fetch,
    }
    if (options.init || how.Request) Object.assign(fetchOptions, options.init, how)
    return client[method](template, fetchOptions) as Promise<{ response: R; data?: unknown; error?: unknown }>
  }

  function perform(operation: Operation, input: Input, options: CallOptions): Promise<Result<unknown>> {
    try {
      return run(prepareCall(operation, input, options, defaults))
    } catch (error) {
      return Promise.reject(error)
    }
  }

  /** Makes a call of a resource, whose path parameters may be URLs of this API. In raw calls they are always values. */
  function performResourceCall(operation: Operation, input: Input, options: CallOptions): Promise<Result<unknown>> {
    try {
      const path = resolveFileUrls(operation, input.path, baseUrl)
      return perform(operation, path === input.path ? input : { ...input, path }, options)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  function list<Page, Item>(
    operation: Operation,
    input: Input,
    options: CallOptions,
    onPage?: (result: Result<Page>) => void,
  ): ListPromise<Page, Item> {
    return new ListPromise<Page, Item>({
      operation,
      // Read after the first page only, when the query has been checked.
      get query() {
        return encodeQuery(withSeparator(operation, input.query, filterSeparator) ?? {})
      },
      async fetch(nextQuery) {
        const result = (await perform(operation, input, { ...options, nextQuery })) as Result<Page>
        onPage?.(result)
        return result
      },
      fail: (problem, response) => createResponseError(problem, { operation }, response, redact),
    })
  }

  const compose = createCompose({
    prepare: (operation, input, options) => prepareCall(operation, input, options, defaults),
    run,
    list,
    report: reporter.error,
  })

  return {
    raw: createRaw(
      {
        use(...added) {
          client.use(...added)
          middlewares.push(...added)
        },
        eject(...removed) {
          client.eject(...removed)
          for (const middleware of removed) {
            const index = middlewares.indexOf(middleware)
            if (index >= 0) middlewares.splice(index, 1)
          }
        },
      },
      async (operation, input, options) => settle(prepareCall(operation, input, options, defaults)),
    ),
    call<T>(operation: Operation, input: Input, options: DownloadOptions = {}) {
      return toApiPromise(performResourceCall(operation, input, options) as Promise<Result<T>>)
    },
    list: <Page, Item>(operation: Operation, input: Input, options: RequestOptions = {}) =>
      list<Page, Item>(operation, input, options),
    compose<T>(method: ComposedMethod, given: unknown, options: RequestOptions = {}) {
      return toApiPromise(compose(method, given, options) as Promise<Result<T>>)
    },
  }
}

function setsHeaders(payload: Payload | undefined, { headers }: CallOptions): boolean {
  return headers !== undefined || payload?.headers !== undefined
}

/** Merges the headers that the caller and the body set. `null` removes the JSON content type, which openapi-fetch sets by default. */
function mergeHeaders(payload: Payload | undefined, headers: CallOptions['headers']): Record<string, unknown> {
  const own = headers && Symbol.iterator in headers ? Object.fromEntries(new Headers(headers)) : headers
  // The content type of a form contains its boundary, so the caller cannot replace it.
  const isForm = typeof payload?.headers?.['Content-Type'] === 'string' || payload?.body instanceof FormData
  return isForm ? { ...own, ...payload.headers } : { ...payload?.headers, ...own }
}

/** Returns the options with which openapi-fetch builds a `Request` of the platform, for middlewares. */
function platformOptions({ payload, options }: PreparedCall, signal: AbortSignal): object {
  // If it can be repeated, each attempt opens it again.
  const body = typeof payload?.body === 'function' ? payload.body(payload.repeatable) : payload?.body
  return {
    Request: globalThis.Request,
    // Marks the request as the one whose body is this payload.
    payload,
    bodySerializer: () => body,
    signal,
    redirect: 'manual',
    middleware: options.middleware,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  }
}
