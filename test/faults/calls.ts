import { getEventListeners } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import {
  ApiError,
  ConnectionError,
  createSceyt,
  type Fetch,
  RedirectError,
  ResponseError,
  type Sceyt,
  TimeoutError,
} from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { message, user } from './servers.js'

export const apiKey = 'k3y-that-must-never-be-seen'

/** The `fetch` that calls use. */
export interface Transport {
  fetch?: Fetch
  close?: (() => Promise<void>) | undefined
}

export const transports: [name: string, open: () => Transport][] = [
  ['the global fetch', () => ({})],
  ['a pooled fetch', () => pool()],
]

function pool(): Transport {
  const fetch = pooledFetch({ connections: 16 })
  return { fetch, close: fetch.close }
}

export type Verb = 'GET' | 'POST' | 'DELETE'

/** The limits of a call. */
export interface Limits {
  signal?: AbortSignal
  timeout?: number
  totalTimeout?: number
  maxRetries?: number
}

type Result = { data?: unknown; error?: unknown; response: Response; attempts?: number }
type Call = (sceyt: Sceyt, options: Limits) => PromiseLike<Result>

export const newMessage = { from: 'zoe', body: 'Hello' }
const username = 'zoe'
const channelId = '5'
const resource: Record<Verb, Call> = {
  GET: (sceyt, options) => sceyt.users.get(username, options).withResponse(),
  POST: (sceyt, options) => sceyt.messages.send(channelId, newMessage, options).withResponse(),
  DELETE: (sceyt, options) => sceyt.users.delete(username, options).withResponse(),
}

/** The ways to make a call. */
export const ways = {
  resource,
  raw: {
    GET: (sceyt, options) => sceyt.raw.GET('/users/{username}', { params: { path: { username } }, ...options }),
    POST: (sceyt, options) =>
      sceyt.raw.POST('/channels/{channelId}/messages', {
        params: { path: { channelId } },
        body: newMessage,
        ...options,
      }),
    DELETE: (sceyt, options) => sceyt.raw.DELETE('/users/{username}', { params: { path: { username } }, ...options }),
  },
  middleware: {
    GET: behindMiddleware(resource.GET),
    POST: behindMiddleware(resource.POST),
    DELETE: behindMiddleware(resource.DELETE),
  },
} satisfies Record<string, Record<Verb, Call>>

export const wayNames = Object.keys(ways) as (keyof typeof ways)[]

function behindMiddleware(call: Call): Call {
  return (sceyt, options) => {
    sceyt.raw.use({ onRequest: () => undefined })
    return call(sceyt, options)
  }
}

/** The outcome of a call. */
export interface Outcome {
  /** A short description, such as `ServerError 502`. */
  kind: string
  error?: unknown
  /** The number of attempts that the call reports. */
  attempts?: number | undefined
  /** Listeners that remain on the signal of the call. */
  listeners: number
}

/** The server to call. `onHeaders` is called when the client has the headers of a response. */
export interface Destination {
  origin: string
  onHeaders?(): void
}

/** Makes a call, and returns its outcome. */
export async function outcomeOf(
  call: Call,
  server: Destination,
  { fetch = globalThis.fetch }: Transport,
  options: Limits = {},
): Promise<Outcome> {
  const watched: Fetch = async (url, init) => {
    const response = await fetch(url, init)
    server.onHeaders?.()
    return response
  }
  const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch: watched })
  const { signal } = new AbortController()
  const countListeners = () => getEventListeners(signal, 'abort').length
  try {
    const { data, error, response, attempts } = await call(sceyt, { ...options, signal })
    const listeners = countListeners()
    if (error !== undefined) return { kind: `returned ${response.status}`, error, listeners }
    const known = [user, message].some((expected) => isDeepStrictEqual(data, expected))
    return { kind: known ? 'success' : `success with ${JSON.stringify(data)}`, attempts, listeners }
  } catch (error) {
    return {
      kind: kindOf(error),
      error,
      attempts: (error as { attempts?: number }).attempts,
      listeners: countListeners(),
    }
  }
}

export function kindOf(error: unknown): string {
  if (error instanceof ConnectionError) return `ConnectionError${error.unsent ? ', unsent' : ''}`
  if (error instanceof TimeoutError) return `TimeoutError of ${error.limit} in ${error.phase}`
  if (error instanceof ResponseError)
    return `ResponseError ${error.status}${error.incomplete ? ', incomplete' : ''}${error.accepted ? ', accepted' : ''}`
  if (error instanceof ApiError || error instanceof RedirectError) return `${error.name} ${error.status}`
  return `not an error of this client: ${String(error)}`
}
