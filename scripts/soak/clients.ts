import { createSceyt, type Fetch, type Hooks, type Sceyt } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'

/** How many clients share the calls: each pauses as a whole after a 429. */
const count = 8
/** Milliseconds that one attempt may take. What stalls is held up for as long. */
const timeout = 400

/** What clients need. */
export interface ClientsOptions {
  baseUrl: string
  apiKey: string
  hooks: Hooks
  /** Wraps the `fetch` of every client, so that a test can have it lie. */
  wrap?: ((fetch: Fetch) => Fetch) | undefined
}

/** Clients, of which every other one keeps connections of its own. */
export interface Clients {
  readonly all: readonly Sceyt[]
  /** Closes every connection. */
  close(): Promise<void>
}

interface OwnAgent {
  close(): Promise<void>
  constructor: new () => OwnAgent
}

/** Where Node keeps the connections of its own `fetch`, once it was used. */
const ownAgent = Symbol.for('undici.globalDispatcher.1')

export function createClients({ baseUrl, apiKey, hooks, wrap = (fetch) => fetch }: ClientsOptions): Clients {
  const pooled = pooledFetch({ connections: 32 })
  const fetches = [wrap((url, init) => fetch(url, init)), wrap(pooled)]
  const all = Array.from({ length: count }, (_none, number) =>
    createSceyt({ baseUrl, apiKey, timeout, hooks, fetch: fetches[number % 2] }),
  )
  return {
    all,
    async close() {
      await pooled.close()
      const place = globalThis as { [ownAgent]?: OwnAgent }
      const agent = place[ownAgent]
      if (!agent) return
      // What was closed takes no more calls, and the process may go on to make some.
      place[ownAgent] = new agent.constructor()
      await agent.close()
    },
  }
}
