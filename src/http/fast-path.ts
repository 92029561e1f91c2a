import type { Deadline } from './deadline.js'

// Shortcuts between the client and `pooledFetch`, past objects of the platform that are expensive to create.
// Entry points are bundled apart, so the symbols are those of the registry.

/** A method of responses that reads the body without a stream. It returns undefined if the body exceeds the limit, in bytes. */
export const readWhole: unique symbol = Symbol.for('sceyt-platform.readWhole')

/** A property of a `fetch` that takes a deadline as its third argument, in place of a signal. */
export const takesDeadline: unique symbol = Symbol.for('sceyt-platform.takesDeadline')

/** A method of a `fetch` that throws if nothing can be sent. It returns a promise until the first request can be. */
export const prepare: unique symbol = Symbol.for('sceyt-platform.prepare')

/** A property of responses whose chunked body, if it is truncated, ends as if it were whole. */
export const mayBeCut: unique symbol = Symbol.for('sceyt-platform.mayBeCut')

/** A response that may have the shortcut. */
export type FastResponse = Response & { [readWhole]?: (limit: number) => Promise<Uint8Array | undefined> }

/** A `fetch` that may have the shortcut. */
export interface FastFetch {
  (url: string, init: RequestInit, deadline?: Deadline): Promise<Response>
  readonly [takesDeadline]?: true
  readonly [prepare]?: () => Promise<unknown> | undefined
}
