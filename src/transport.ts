import type { Operation } from '../generated/operations.js'
import { afterwards, ConnectionError, RedirectError } from './errors.js'
import { type Redact, redactError } from './redact.js'
import { PlainRequest } from './request.js'
import { boundErrorBody } from './response.js'

/** The part of the global `fetch` that the client uses. */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>

/** What the transport needs to know of the client. */
export interface TransportOptions {
  fetch: Fetch
  apiKey: string
  apiKeyHeader: string
  redact: Redact
}

/** What openapi-fetch hands on: a request that remembers which operation it is for. */
export type OperationRequest = (PlainRequest | Request) & { operation?: Operation }

/**
 * The `fetch` beneath openapi-fetch. Here the key is attached, as late as can be, so that no middleware sees it.
 *
 * @throws ConnectionError if no answer came.
 * @throws RedirectError on any 3xx.
 */
export function createTransport({ fetch, apiKey, apiKeyHeader, redact }: TransportOptions): (request: OperationRequest) => Promise<Response> {
  return async (request) => {
    const { operation } = request
    const plain = request instanceof PlainRequest
    const headers = plain ? new Headers(request.init.headers) : request.headers
    headers.set(apiKeyHeader, apiKey)
    headers.set('Accept', headers.get('Accept') ?? 'application/json, */*;q=0.5')
    const signal = plain ? request.init.signal : request.signal
    let response: Response
    try {
      // A custom header follows redirects to any origin, in every runtime. 'error' would do too, but workerd lacks it.
      response = plain ? await fetch(request.url, { ...request.init, headers, redirect: 'manual' }) : await fetch(request)
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      const cause = redactError(error, redact)
      const { code, message } = deepest(cause)
      throw new ConnectionError(`no answer came: ${code && !message.includes(code) ? `${code}, ` : ''}${message}. ${afterwards(operation)}`, {
        operation,
        cause,
      })
    }
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel()
      throw new RedirectError(response.status, withoutQuery(response.headers.get('location'), redact), { operation })
    }
    return response.ok ? response : boundErrorBody(response, redact)
  }
}

function deepest(error: Error & { code?: string }): { code?: string | undefined; message: string } {
  return error.cause instanceof Error ? deepest(error.cause) : { code: error.code, message: error.message || error.name }
}

function withoutQuery(location: string | null, redact: Redact): string | null {
  return location === null ? null : redact(location.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//'))
}
