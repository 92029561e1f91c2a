import { Problem } from '../problem.js'

/** Bytes of an item besides its values. */
const perItem = 64

/** The approximate size of a state in memory, in bytes. It depends on the items alone. */
export class StateSize {
  bytes = 0
}

/** Returns the approximate size of an item of a state, in bytes. Values that are not JSON, or the bytes of a file, do not count. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  let size = perItem
  if (Array.isArray(value)) {
    for (const item of value) size += sizeOf(item)
    return size
  }
  if (value instanceof Uint8Array) return value.length
  if (!isRecord(value)) return 0
  // Faster than a list of the keys.
  for (const key in value) if (Object.hasOwn(value, key)) size += sizeOf((value as Record<string, unknown>)[key])
  return size
}

/** Checks whether a value is a plain object. */
function isRecord(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/**
 * Checks that a request does not let the state grow beyond a limit.
 *
 * @param added - The size of what the request may add, in bytes.
 * @throws Problem 413 if it does.
 */
export function checkStateSize(
  tenants: Iterable<{ readonly state: { readonly size: StateSize } }>,
  added: number,
  limit: number,
): void {
  let bytes = added
  for (const { state } of tenants) bytes += state.size.bytes
  if (bytes > limit)
    throw new Problem(
      413,
      `The state of the sandbox would be larger than ${limit} bytes. Delete something, reset it, or start it with a higher limit.`,
      { error: 'tooLarge' },
    )
}
