import type * as server from './blob.js'

/** Returns whether a value is a `Blob`, also one of another frame. */
export function isBlob(value: unknown): value is Blob {
  return /^\[object (Blob|File)\]$/.test(Object.prototype.toString.call(value))
}

export const openBlob: typeof server.openBlob = (blob) => blob.stream()
