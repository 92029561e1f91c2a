import { setFlagsFromString } from 'node:v8'

/**
 * Limits the heap of the process. Nearly everything that a bulk job allocates is soon garbage, and by default V8 would let the
 * heap double before it collects it.
 */
export function limitHeap(): void {
  setFlagsFromString('--heap-growing-percent=20')
}
