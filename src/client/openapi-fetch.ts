import createClient from 'openapi-fetch'
import type { Redact } from '../errors/redact.js'
import { readSuccess } from '../http/attempt.js'
import { attemptLimits } from '../http/call-state.js'
import type { ClientHeaders } from '../http/client-headers.js'
import { type Deadline, withLimits } from '../http/deadline.js'
import { type ReadResponse, toReadResponse } from '../http/received.js'
import type { Reporter } from '../http/reporter.js'
import { fromLightRequest, fromRequest, LightRequest, type SendableOptions } from '../http/sendable.js'
import type { Transport } from '../http/transport.js'
import { encodePath, encodeQuery } from '../operation/encode-url.js'
import type { Operation } from '../operation/operation.js'
import { checkMiddleware, mergeHeaders, platformOptions, setsHeaders } from './fetch-options.js'
import type { FetchResult } from './finish-call.js'
import { MiddlewareGuard } from './middleware-guard.js'
import type { PreparedCall } from './prepare-call.js'
import type { RawClient } from './raw.js'

/** Options of openapi-fetch for one call. */
interface FetchOptions {
  parseAs: 'text' | 'stream'
  fetch: unknown
  Request?: unknown
  [option: string]: unknown
}

/** openapi-fetch's client without its types: paths come from the table of operations. */
type UntypedClient = Record<Operation['method'], (path: string, init: FetchOptions) => Promise<unknown>>

/** openapi-fetch on top of the transport. */
export interface OpenapiFetch extends Pick<RawClient, 'use' | 'eject'> {
  /** Makes a prepared call, through its middlewares and those of the client. */
  fetch(prepared: PreparedCall): Promise<FetchResult>
}

/** The parts of a client that every call uses. */
interface OpenapiFetchOptions {
  readonly baseUrl: string
  readonly transport: Transport
  readonly clientHeaders: (operation: Operation) => ClientHeaders
  readonly redact: Redact
  readonly reporter: Reporter
}

/** Creates a client of openapi-fetch whose requests go through the transport. */
export function createOpenapiFetch(options: OpenapiFetchOptions): OpenapiFetch {
  const { baseUrl, transport, clientHeaders, redact } = options
  const client = createClient({
    baseUrl,
    Request: LightRequest as unknown as typeof Request,
    querySerializer: encodeQuery,
    pathSerializer: (template: string, parameters: Record<string, unknown>) =>
      baseUrl + encodePath(template.slice(baseUrl.length), parameters),
    bodySerializer: (payload: unknown) => payload,
    headers: {},
  }) as unknown as UntypedClient
  const middlewares: unknown[] = []

  function fetchDirectly(prepared: PreparedCall): Promise<FetchResult> {
    const { state: call } = prepared
    const fetch = (request: LightRequest) =>
      transport(call, fromLightRequest(request, sendableOptions(prepared))).then(toReadResponse)
    return fetchThrough<ReadResponse>(prepared, { parseAs: 'text', fetch }).then(({ response, data, error }) => {
      const { received } = response
      // openapi-fetch reads no body of a 204, and returns that of an error parsed.
      const { response: own, content } = received
      return { response: own, content: own.ok ? (data ?? content) : content, error }
    })
  }

  /** @param deadline - For the middlewares, which ignore the limits of a call. Its timer stops during the attempts. */
  async function fetchWithMiddleware(prepared: PreparedCall, deadline: Deadline): Promise<FetchResult> {
    const { state: call } = prepared
    call.phase = 'middleware'
    const given = [...middlewares, ...(prepared.options.middleware ?? [])]
    const guard = new MiddlewareGuard(call, options)
    const { response, error } = await fetchThrough<Response>(prepared, {
      ...platformOptions(prepared, deadline.signal),
      middleware: given.map((middleware, index) => guard.guarded(middleware, `middleware[${index}]`)),
      // A middleware may return a response of its own, which has not been read yet.
      parseAs: 'stream',
      async fetch(request: Request) {
        guard.checkRequest(request, prepared.payload)
        const sendable = await fromRequest(request, sendableOptions(prepared))
        if (deadline.ended) throw deadline.ended.reason
        deadline.stopTimer()
        call.phase = 'queue'
        try {
          return guard.toResponse(await transport(call, sendable))
        } finally {
          call.phase = 'middleware'
          deadline.restartTimer(attemptLimits(call))
        }
      },
    })
    guard.checkResponse(response)
    return { response, content: response.ok ? await readSuccess(call, response, redact) : guard.errorText, error }
  }

  function sendableOptions({ state: { operation }, payload, headers, options }: PreparedCall): SendableOptions {
    const hasHeaders = setsHeaders(payload, headers)
    return { operation, clientHeaders: clientHeaders(operation), payload, hasHeaders, init: options.init }
  }

  function fetchThrough<R extends Response | ReadResponse>(prepared: PreparedCall, how: FetchOptions) {
    const { state, input, queryText, headers, payload, options } = prepared
    const { method, path: template } = state.operation
    const fetchOptions: FetchOptions = {
      params: { path: input.path, query: input.query, header: undefined },
      body: payload,
      headers: setsHeaders(payload, headers) ? mergeHeaders(payload, headers) : undefined,
      querySerializer: queryText === undefined ? undefined : () => queryText,
      parseAs: how.parseAs,
      fetch: how.fetch,
      // Given, so that openapi-fetch does not read them from a polluted `Object.prototype`.
      baseUrl: undefined,
      Request: undefined,
      middleware: undefined,
      bodySerializer: undefined,
      pathSerializer: undefined,
    }
    if (options.init || how.Request) Object.assign(fetchOptions, options.init, how)
    return client[method](template, fetchOptions) as Promise<{ response: R; data?: unknown; error?: unknown }>
  }

  return {
    fetch(prepared) {
      const { state: call, options } = prepared
      const hasMiddleware = middlewares.length > 0 || !!options.middleware?.length
      return hasMiddleware
        ? withLimits(attemptLimits(call), (deadline) => fetchWithMiddleware(prepared, deadline))
        : fetchDirectly(prepared)
    },
    use(...added) {
      for (const middleware of added) checkMiddleware(middleware)
      middlewares.push(...added)
    },
    eject(...removed) {
      for (const middleware of removed) {
        const index = middlewares.indexOf(middleware)
        if (index >= 0) middlewares.splice(index, 1)
      }
    },
  }
}
