import createClient from 'openapi-fetch'
import { createApiError, InputError } from '../errors/errors.js'
import { excerpt } from '../errors/excerpt.js'
import { createRedact } from '../errors/redact.js'
import { receive } from '../http/attempt.js'
import { PlainRequest, type UntypedClient } from '../http/build-request.js'
import { type Call, contextOf } from '../http/call-state.js'
import { withLimits } from '../http/deadline.js'
import { Limiter } from '../http/limiter.js'
import { answeredContext, createResponseError, parseResult } from '../http/parse-response.js'
import { createTransport, limitsOf } from '../http/transport.js'
import { checkHeaders } from '../operation/check-headers.js'
import { checkInput, type Input } from '../operation/check-input.js'
import { encodePath, encodeQuery } from '../operation/encode-url.js'
import { resolveFileUrls } from '../operation/file-url.js'
import { filterSeparators, separateFilters } from '../operation/filter.js'
import { createForm, type StreamedForm, type Uploadable } from '../operation/multipart.js'
import type { Operation } from '../operation/operation.js'
import { type ApiPromise, type Result, toApiPromise } from './api-promise.js'
import { type ComposedMethod, createCompose } from './compose.js'
import { createReporter } from './hooks.js'
import { ListPromise } from './list-promise.js'
import { checkLimits, type ResolvedOptions } from './options.js'
import { type CallOptions, createRaw, type RawClient } from './raw.js'
import { traced } from './tracing.js'

/** What any call takes besides its input. */
export interface RequestOptions {
  /** Ends the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Headers to add. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds that one attempt may take, body included. `Infinity` for no limit. */
  timeout?: number | undefined
  /** Milliseconds that the call may take, with all its attempts and waits. `Infinity` for no limit. */
  totalTimeout?: number | undefined
  /** How often the call may be sent again, if that is safe. */
  maxRetries?: number | undefined
}

/** What a download takes besides its input. */
export interface DownloadOptions extends RequestOptions {
  /**
   * `blob` reads the file into memory; `stream` hands it on as it comes. Default: `blob`.
   * The timeouts of a stream end with its headers. The signal goes on to end it.
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
  /** Makes the calls of a composed method: the create at once, unless another one of the same thing is under way. */
  compose<T>(method: ComposedMethod, given: unknown, options?: RequestOptions): ApiPromise<T>
}

/** Builds openapi-fetch's client, with auth, encoding and checks, and the calls of the resources on top of it. */
export function createCore(options: ResolvedOptions): Core {
  const {
    baseUrl,
    apiKey,
    apiKeyHeader,
    filterSeparator,
    fetch,
    maxConcurrent,
    hooks,
    logger,
    logLevel,
    inspect,
    ...defaults
  } = options
  const redact = createRedact(apiKey)
  const reporter = createReporter({ hooks, logger, logLevel, keyName: apiKeyHeader, redact })
  const limiter = new Limiter(maxConcurrent)
  const transport = createTransport({ fetch, key: { name: apiKeyHeader, value: apiKey }, limiter, redact, reporter })
  const client = createClient({
    baseUrl,
    Request: PlainRequest as unknown as typeof Request,
    querySerializer: encodeQuery,
    pathSerializer: (template: string, parameters: Record<string, unknown>) =>
      baseUrl + encodePath(template.slice(baseUrl.length), parameters),
  }) as unknown as UntypedClient
  const middlewares = new Set<unknown>()
  const responses = new WeakMap<object, Response>()
  const separates = filterSeparator !== filterSeparators[0]

  function perform(operation: Operation, given: Input, options: CallOptions): Promise<Result<unknown>> {
    let call: Call
    let input = given
    try {
      call = createCall(operation, given, options, defaults)
      if (separates && !options.querySerializer)
        input = { ...given, query: separateFilters(operation, given.query ?? {}, filterSeparator) }
    } catch (error) {
      return Promise.reject(error)
    }
    return run(call, input, options)
  }

  function run(call: Call, input: Input, options: CallOptions): Promise<Result<unknown>> {
    const observed = middlewares.size > 0 || !!options.middleware?.length
    return traced(call, () => (observed ? watch(call, input, options) : send(call, input, options)))
  }

  /** A call of a resource, whose path parameters may be given by their addresses. In raw calls they are always values. */
  function performResourceCall(operation: Operation, input: Input, options: CallOptions): Promise<Result<unknown>> {
    try {
      const path = resolveFileUrls(operation, input.path, baseUrl)
      return perform(operation, path === input.path ? input : { ...input, path }, options)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  // A middleware knows nothing of the limits of a call, so they are kept around it too. It sees a signal of the call's
  // own: a `Request` leaves a listener on the signal that it is made with.
  async function watch(call: Call, input: Input, options: CallOptions): Promise<Result<unknown>> {
    const controller = new AbortController()
    try {
      return await withLimits(limitsOf(call), () => send(call, input, options, controller.signal))
    } catch (error) {
      controller.abort(error)
      if (!options.expects?.(error)) reporter.error(call, error)
      throw error
    }
  }

  async function send(
    call: Call,
    { path, query }: Input,
    options: CallOptions,
    observed?: AbortSignal,
  ): Promise<Result<unknown>> {
    const { operation, format } = call
    try {
      const init: Record<string, unknown> = {
        params: { path, query },
        parseAs: 'stream',
        fetch: (request: PlainRequest | Request) => transport(request, call),
      }
      if (call.ownHeaders) init['headers'] = options.headers
      if (options.querySerializer) init['querySerializer'] = options.querySerializer
      if (observed) Object.assign(init, platformInit(call, options, observed))
      const { response, error } = await client[operation.method](operation.path, init)
      const { attempts, duration } = contextOf(call)
      if (!response.ok) {
        const body = typeof error === 'string' ? excerpt(error, 2048) : (error ?? '')
        const failure = createApiError({
          operation,
          attempts,
          duration,
          status: response.status,
          headers: response.headers,
          body,
        })
        responses.set(failure, response)
        throw failure
      }
      const content =
        response === call.answer
          ? call.content
          : format === 'stream'
            ? response.body
            : await receive(call, response, redact)
      const data = format === 'json' ? parseResult(call, response, content as string, redact) : content
      if (format === 'json' && inspect) {
        const context = () => answeredContext(contextOf(call), response, redact, content as string)
        inspect({ operationId: operation.id, data, context, redact })
      }
      return { response, attempts, duration, data }
    } catch (problem) {
      // openapi-fetch takes a falsy reason for none.
      const error = call.signal?.aborted && !call.signal.reason ? call.signal.reason : problem
      if (!observed && !options.expects?.(error)) reporter.error(call, error)
      throw error
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
        const query = input.query ?? {}
        return encodeQuery(separates ? separateFilters(operation, query, filterSeparator) : query)
      },
      async fetch(query) {
        const result = (await perform(
          operation,
          input,
          query === undefined ? options : { ...options, querySerializer: () => query },
        )) as Result<Page>
        onPage?.(result)
        return result
      },
      fail: (problem, response) => createResponseError(problem, { operation }, response, redact),
    })
  }

  const compose = createCompose({
    prepare: (operation, input, options) => createCall(operation, input, options, defaults),
    run,
    list,
    report: reporter.error,
  })

  return {
    raw: createRaw(
      {
        use(...added) {
          client.use(...added)
          for (const middleware of added) middlewares.add(middleware)
        },
        eject(...removed) {
          client.eject(...removed)
          for (const middleware of removed) middlewares.delete(middleware)
        },
      },
      perform,
      responses,
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

type Defaults = Pick<ResolvedOptions, 'timeout' | 'totalTimeout' | 'maxRetries' | 'maxResponseBytes'>

/** @throws InputError naming what cannot be sent. */
function createCall(operation: Operation, input: Input, options: CallOptions, defaults: Defaults): Call {
  checkInput(operation, input)
  const {
    timeout = defaults.timeout,
    totalTimeout = defaults.totalTimeout,
    maxRetries = defaults.maxRetries,
    headers,
    signal,
    as,
    init,
  } = options
  checkLimits({ timeout, totalTimeout, maxRetries })
  checkHeaders(operation, headers)
  if (signal && typeof signal.addEventListener !== 'function')
    throw new InputError('signal', 'must be an AbortSignal.', { operation })
  const { body, form } = encodeBody(operation, input.body, options)
  return {
    operation,
    format: operation.result === 'file' && (!as || as === 'json') ? 'blob' : (as ?? 'json'),
    ownHeaders: headers !== undefined,
    init,
    body,
    form,
    timeout,
    totalTimeout,
    maxRetries,
    maxResponseBytes: defaults.maxResponseBytes,
    started: options.started ?? performance.now(),
    signal: signal ?? undefined,
    phase: 'queue',
    attempts: 0,
    answer: undefined,
    content: undefined,
  }
}

function encodeBody(
  operation: Operation,
  body: unknown,
  { bodySerializer, headers }: CallOptions,
): { body?: BodyInit; form?: StreamedForm } {
  if (body === undefined) return {}
  if (bodySerializer) return { body: bodySerializer(body, headers) }
  return operation.body?.media === 'form' ? createForm(body as Record<string, Uploadable>) : { body: encodeJson(body) }
}

function encodeJson(body: unknown): string {
  try {
    return JSON.stringify(body)
  } catch (cause) {
    throw new InputError(
      'body',
      `cannot be written as JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
}

/** What openapi-fetch needs to build a request that middlewares can read. */
function platformInit({ body, form, init }: Call, { headers, middleware }: CallOptions, signal: AbortSignal): object {
  const encoded = form?.encode()
  const merged = new Headers(headers)
  for (const name in encoded?.headers) merged.set(name, encoded.headers[name] as string)
  return {
    ...init,
    Request: globalThis.Request,
    body: encoded?.body ?? body,
    bodySerializer: (body: unknown) => body,
    headers: merged,
    signal,
    redirect: 'manual',
    middleware,
    ...((encoded || body instanceof ReadableStream) && { duplex: 'half' }),
  }
}
