/** Where a client is to call, and over what. */
interface Setup {
  baseUrl: string
  apiKey: string
  fetch?: typeof globalThis.fetch
  /** Milliseconds, for clients that have such an option. */
  timeout?: number
}

/** The two calls that every contestant makes: get the user `zoe`, and send a message to channel `123`. */
export interface Client {
  get(): Promise<unknown>
  post(): Promise<unknown>
  close?(): Promise<unknown>
}

/** A contestant. */
export type Peer = (setup: Setup) => Client

export const newMessage = { from: 'zoe', body: 'Hello' }
