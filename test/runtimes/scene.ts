import { createSceyt, type Sceyt, type SceytOptions } from 'sceyt-platform'
import { apiKey, type Site } from './check.js'

/** A way in which the hostile server handles a request. */
export type Step =
  | 'ok'
  | 'kept'
  | 'echo'
  | 'agent'
  | 'gzip'
  | 'html'
  | 'reset'
  | 'hang'
  | 'stall'
  | 'cut'
  | 421
  | 429
  | 503
  | 301
  | 302
  | 303
  | 307
  | 308

/** A request that the hostile server received. */
export type Seen = {
  method: string
  /** The path and query as received, after the base path. */
  path: string
  /** The value of `Platform-Api-Key`. */
  key: string
  /** Whether an earlier request used the same connection. */
  reused: boolean
  /** Whether the body came in chunks, without a length. */
  chunked: boolean
}

/** A client, and the requests that the hostile server received from it. */
export interface Scene {
  sceyt: Sceyt
  /** The requests so far. */
  seen(): Promise<Seen[]>
  /** Waits for the first request. */
  begun(): Promise<Seen[]>
  /** Waits until every request has ended. */
  ended(): Promise<Seen[]>
  /** The requests to the target of the redirects. */
  seenElsewhere(): Promise<Seen[]>
}

/** Makes the hostile server handle each request with the next of these steps, and later ones with the last. */
export function openScene({ hostile, elsewhere }: Site, steps: readonly Step[], options: SceytOptions = {}): Scene {
  const id = crypto.randomUUID()
  const request = (what: string, origin = hostile) =>
    fetch(`${origin}/${what}/${id}`).then((response) => response.json() as Promise<Seen[]>)
  return {
    sceyt: createClient(`${hostile}/${steps.join(',')}/${id}`, options),
    seen: () => request('seen'),
    begun: () => request('begun'),
    ended: () => request('ended'),
    seenElsewhere: () => request('seen', elsewhere),
  }
}

export function createClient(baseUrl: string, options: SceytOptions = {}): Sceyt {
  return createSceyt({ baseUrl, apiKey, allowBrowser: true, ...options })
}
