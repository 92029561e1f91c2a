import * as http from 'node:http'
import * as https from 'node:https'
import type { Dispatcher } from 'undici'
import type { Deadline } from '../http/deadline.js'
import { type FastFetch, takesDeadline } from '../http/fast-path.js'
import { headerFields } from './header-fields.js'
import { PooledExchange, type RawHeaders } from './pooled-exchange.js'
import { PooledResponse } from './pooled-response.js'

/** A `fetch` with connections of its own. */
export interface HttpFetch extends FastFetch {
  /** Closes all connections. */
  close(): void
}

/**
 * Creates a `fetch` on `node:http` for many small requests. It is faster than the global one, needs less memory, and no
 * package. Requests whose body is neither text nor bytes are sent with the global one.
 *
 * @param fallback - The global `fetch`.
 */
export function httpFetch(fallback: typeof fetch = fetch): HttpFetch {
  const agents = {
    'http:': { request: http.request, agent: new http.Agent({ keepAlive: true }) },
    'https:': { request: https.request, agent: new https.Agent({ keepAlive: true }) },
  }
  const send = async (url: string, init: RequestInit = {}, deadline?: Deadline): Promise<Response> => {
    const { method = 'GET', headers, body } = init
    const isPlain = body === undefined || body === null || typeof body === 'string' || body instanceof Uint8Array
    if (!isPlain || !deadline) return fallback(url, deadline ? { ...init, signal: deadline.signal } : init)
    return new Promise((resolve, reject) => {
      const exchange: PooledExchange = new PooledExchange(
        () => resolve(new PooledResponse(url, exchange, method !== 'GET') as unknown as Response),
        reject,
      )
      deadline.onEnd((reason) => exchange.abort(reason))
      const { request: create, agent } = agents[url.startsWith('https:') ? 'https:' : 'http:']
      const request = create(url, { method, headers: headerFields(headers), agent: agent as https.Agent })
      let response: http.IncomingMessage | undefined
      const controller = {
        abort: (reason: Error) => request.destroy(reason),
        pause: () => response?.pause(),
        resume: () => response?.resume(),
      } as unknown as Dispatcher.DispatchController
      const fail = (error: Error) => exchange.onResponseError(controller, error)
      exchange.onRequestStart(controller)
      request.on('error', fail)
      request.on('upgrade', (_response, socket) => {
        socket.destroy()
        fail(new Error('the server has changed the protocol of the connection'))
      })
      request.on('response', (incoming) => {
        response = incoming
        const { statusCode = 0, statusMessage } = incoming
        exchange.onResponseStart(controller, statusCode, incoming.headers as RawHeaders, statusMessage)
        incoming.on('data', (chunk: Buffer) => exchange.onResponseData(controller, chunk))
        incoming.on('end', () => exchange.onResponseEnd())
        incoming.on('error', fail)
      })
      request.end(body ?? undefined)
    })
  }
  return Object.assign(send, {
    [takesDeadline]: true as const,
    close: () => {
      for (const { agent } of Object.values(agents)) agent.destroy()
    },
  })
}
