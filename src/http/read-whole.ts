/**
 * A method of responses that reads the body without a stream around it, which is expensive to create: it returns
 * undefined, and ends the response, if the body is larger than a limit in bytes. Entry points are bundled apart, so the
 * symbol is one of the registry.
 */
export const readWhole: unique symbol = Symbol.for('sceyt-platform.readWhole')

/** A response that may have the shortcut. */
export type ResponseWithShortcut = Response & { [readWhole]?: (limit: number) => Promise<Uint8Array | undefined> }
