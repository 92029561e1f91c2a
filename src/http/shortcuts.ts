// The client and a `fetch` of its own may go past objects of the platform that are dear to make.
// Entry points are bundled apart, so the symbols are those of the registry.

/** An answer with this method gives its bytes without a stream around them, or nothing and ends if there are more than so many. */
export const wholeBody: unique symbol = Symbol.for('sceyt-platform.wholeBody')

/** What `fetch` is given has this method, to be told of an end without an `AbortSignal`. */
export const onAbort: unique symbol = Symbol.for('sceyt-platform.onAbort')

/** An answer, perhaps with a shortcut. */
export type Answer = Response & { [wholeBody]?: (limit: number) => Promise<Uint8Array | undefined> }

/** What `fetch` is given, perhaps with a shortcut. */
export type Init = RequestInit & { [onAbort]?: (listener: (reason: unknown) => void) => void }
