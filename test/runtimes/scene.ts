import { createSceyt, type Sceyt, type SceytOptions } from 'sceyt-platform'
import { apiKey, type Site } from './check.js'

/** What the hostile server can do with a request. */
export type Step =
  | 'ok'
  | 'kept'
  | 'echo'
  | 'gzip'
  | 'html'
  | 'reset'
  | 'hang'
  | 'stall'
  | 'cut'
  | 429
  | 503
  | 301
  | 302
  | 303
  | 307
  | 308

/** A request that came to the hostile server. */
export type Seen = {
  method: string
  /** Path and query as they came, after the base path. */
  path: string
  /** The value of `Platform-Api-Key`. */
  key: string
  /** Whether an earlier request came on the same connection. */
  reused: boolean
}

/** A client, and what the hostile server knows of its requests. */
export interface Scene {
  sceyt: Sceyt
  /** The requests that came. */
  seen(): Promise<Seen[]>
  /** Waits for the first request. */
  begun(): Promise<Seen[]>
  /** Waits until every request is over. */
  ended(): Promise<Seen[]>
  /** The requests that came to the place to which the server redirects. */
  seenElsewhere(): Promise<Seen[]>
}

/** Has the hostile server take these steps, one for each request, the last one from then on. */
export function openScene({ hostile, elsewhere }: Site, steps: readonly Step[], options: SceytOptions = {}): Scene {
  const id = crypto.randomUUID()
  const ask = (what: string, origin = hostile) =>
    fetch(`${origin}/${what}/${id}`).then((answer) => answer.json() as Promise<Seen[]>)
  return {
    sceyt: createClient(`${hostile}/${steps.join(',')}/${id}`, options),
    seen: () => ask('seen'),
    begun: () => ask('begun'),
    ended: () => ask('ended'),
    seenElsewhere: () => ask('seen', elsewhere),
  }
}

export function createClient(baseUrl: string, options: SceytOptions = {}): Sceyt {
  return createSceyt({ baseUrl, apiKey, allowBrowser: true, ...options })
}
