import { type PreparedCall, prepareCall } from './prepare-call.js'

// The import above is the first, so that a bundle has the checks of a call near the operations: gzip sees only the last 32 kB.

import { captureStack } from '../errors/capture-stack.js'
import { toInputError } from '../errors/input-error.js'
import { createRedact } from '../errors/redact.js'
import { withContext } from '../http/attempt.js'
import { createClientHeaders } from '../http/client-headers.js'
import { Limiter } from '../http/limiter.js'
import { createResponseError } from '../http/parse-response.js'
import { createTransport } from '../http/transport.js'
import type { Input } from '../operation/check-input.js'
import { encodeQuery } from '../operation/encode-url.js'
import { resolveFileUrls } from '../operation/file-url.js'
import type { Operation } from '../operation/operation.js'
import { type ApiPromise, type Result, toApiPromise } from './api-promise.js'
import { createCompose } from './compose.js'
import type { ComposedMethod } from './composed-method.js'
import { type ErrorResult, finishCall, isErrorResult } from './finish-call.js'
import { createReporter } from './hooks.js'
import { ListPromise } from './list-promise.js'
import { createOpenapiFetch } from './openapi-fetch.js'
import type { ResolvedOptions } from './options.js'
import { createRaw, type RawClient } from './raw.js'
import { type CallOptions, type DownloadOptions, type RequestOptions, readCallOptions } from './request-options.js'
import { traced } from './tracing.js'

/** The calls that the resources are built on. */
export interface Core {
  raw: RawClient
  /** Base URL of the application. */
  baseUrl: string
  /** Makes a call at once. */
  call<T>(operation: Operation, input: Input, options?: DownloadOptions): ApiPromise<T>
  /** Creates a list, whose pages are fetched on demand. */
  list<Page, Item>(operation: Operation, input: Input, options?: RequestOptions): ListPromise<Page, Item>
  /** Runs a composed method at once, unless another call for the same resource is in flight. */
  compose<T>(method: ComposedMethod, given: unknown, options?: RequestOptions): ApiPromise<T>
}

/** Creates the core of a client: openapi-fetch on top of the transport, and the calls of the resources on top of both. */
export function createCore(defaults: ResolvedOptions): Core {
  const { baseUrl, apiKey, apiKeyHeader, fetch, maxConcurrent, hooks, logger, logLevel, inspect } = defaults
  const clientHeaders = createClientHeaders(defaults)
  const redact = createRedact(apiKey)
  const reporter = createReporter({ hooks, logger, logLevel, keyName: apiKeyHeader, redact })
  const transport = createTransport({ fetch, redact, reporter, limiter: new Limiter(maxConcurrent) })
  const openapi = createOpenapiFetch({ baseUrl, transport, clientHeaders, redact, reporter })

  /** Makes a prepared call. It resolves with an error status too, which only raw calls return. */
  function settle(prepared: PreparedCall): Promise<Result<unknown> | ErrorResult> {
    return traced(prepared.state, () => exchange(prepared), prepared.options.expects)
  }

  function run(prepared: PreparedCall): Promise<Result<unknown>> {
    return settle(prepared).then((outcome) => {
      if (isErrorResult(outcome)) throw outcome.error
      return outcome
    })
  }

  async function exchange(prepared: PreparedCall): Promise<Result<unknown> | ErrorResult> {
    const { state: call, input, options } = prepared
    if (input.unknownFields.length > 0) reporter.unknownFields(call, input.unknownFields)
    const report = (error: unknown) => {
      if (error !== call.limits.signal?.reason) captureStack(error)
      if (!options.expects?.(error)) reporter.error(call, error)
    }
    try {
      const outcome = await finishCall(call, await openapi.fetch(prepared), redact, inspect)
      if (isErrorResult(outcome)) report(outcome.error)
      return outcome
    } catch (problem) {
      const { signal } = call.limits
      // openapi-fetch takes a rejection with a falsy reason for a response.
      const isReason = signal?.aborted && (!signal.reason || problem === signal.reason)
      const error = isReason ? signal.reason : withContext(problem, call, redact)
      report(error)
      throw error
    }
  }

  /** Makes a call of a resource, whose path parameters may be URLs of this API. In raw calls they are always values. */
  function performResourceCall(
    operation: Operation,
    input: Input,
    options: DownloadOptions | undefined,
  ): Promise<Result<unknown>> {
    try {
      const path = resolveFileUrls(operation, input.path, baseUrl)
      const given = path === input.path ? input : { ...input, path }
      return run(prepareCall(operation, given, readCallOptions(operation, options), defaults))
    } catch (error) {
      return Promise.reject(toInputError(error, 'path', operation))
    }
  }

  function list<Page, Item>(
    operation: Operation,
    input: Input,
    readOptions: () => CallOptions,
    onPage?: (result: Result<Page>) => void,
  ): ListPromise<Page, Item> {
    let options: CallOptions | undefined
    let query: object | undefined
    return new ListPromise<Page, Item>({
      operation,
      // Read after the first page only, when the query has been checked.
      get query() {
        return encodeQuery(query ?? {})
      },
      async fetch(nextQuery) {
        options ??= readOptions()
        // A link to a page may be the first request of its list, whose own query is checked then.
        const first = query === undefined ? prepareCall(operation, input, options, defaults) : undefined
        if (first) query = first.input.query ?? {}
        const prepared =
          first && nextQuery === undefined ? first : prepareCall(operation, input, { ...options, nextQuery }, defaults)
        const result = (await run(prepared)) as Result<Page>
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
    reporter,
  })

  return {
    baseUrl,
    raw: createRaw(openapi, async (operation, input, options) =>
      settle(prepareCall(operation, input, options, defaults)),
    ),
    call<T>(operation: Operation, input: Input, options?: DownloadOptions) {
      return toApiPromise(performResourceCall(operation, input, options) as Promise<Result<T>>)
    },
    list: <Page, Item>(operation: Operation, input: Input, options?: RequestOptions) =>
      list<Page, Item>(operation, input, () => readCallOptions(operation, options)),
    compose<T>(method: ComposedMethod, given: unknown, options?: RequestOptions) {
      return toApiPromise(compose(method, given, options) as Promise<Result<T>>)
    },
  }
}
