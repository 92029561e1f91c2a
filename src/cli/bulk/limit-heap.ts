import { setFlagsFromString } from 'node:v8'

/**
 * Limits the heap of the process. Nearly everything that a bulk job allocates is soon garbage, and by default V8 would let the
 * heap double before it collects it, and let the part for new objects grow to 48 MB.
 */
export function limitHeap(): void {
  for (const flag of ['--heap-growing-percent=20', '--semi-space-growth-factor=1']) setFlagsFromString(flag)
}
