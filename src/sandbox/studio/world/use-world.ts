import type { NumberedFault } from '../../faults.js'
import { callControl } from '../control-client.js'
import { type LiveValue, useLiveValue } from '../parts/use-live-value.js'

/** A snapshot that the server keeps. */
export interface SnapshotInfo {
  readonly name: string
  readonly time: string
  readonly bytes: number
}

/** The clock of the sandbox. */
export interface ClockReading {
  readonly now: string
  readonly isStopped: boolean
  /** When it was read, on the clock of the page. */
  readonly readAt: number
}

/** What the page World shows. */
export interface WorldState {
  readonly snapshots: readonly SnapshotInfo[]
  readonly clock: ClockReading
  readonly faults: readonly NumberedFault[]
}

/** Reads all of it at once, so that the page does not move while its parts arrive. */
export function useWorld(): LiveValue<WorldState> {
  return useLiveValue('world', async (signal) => {
    const [snapshots, faults, clock] = await Promise.all([
      callControl<WorldState['snapshots']>('GET', '/snapshots', { signal }),
      callControl<WorldState['faults']>('GET', '/faults', { signal }),
      callControl<Omit<ClockReading, 'readAt'>>('GET', '/clock', { signal }).then((read) => ({
        ...read,
        readAt: performance.now(),
      })),
    ])
    return { snapshots, faults, clock }
  })
}
