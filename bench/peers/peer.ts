/** The options that every client is created with. */
interface Setup {
  baseUrl: string
  apiKey: string
  fetch?: typeof globalThis.fetch
  /** In milliseconds, for clients that have such an option. */
  timeout?: number
}

/** The two calls that are measured: get the user `zoe`, and send a message to channel `123`. */
export interface Client {
  get(): Promise<unknown>
  post(): Promise<unknown>
  close?(): Promise<unknown>
}

/** Creates one of the clients that are compared. */
export type Peer = (setup: Setup) => Client

export const newMessage = { from: 'zoe', body: 'Hello' }
