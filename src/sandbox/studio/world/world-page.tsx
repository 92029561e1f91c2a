import type { NumberedFault } from '../../faults.js'
import { callControl } from '../control-client.js'
import { useLiveValue } from '../parts/use-live-value.js'
import { ClockPanel } from './clock-panel.js'
import { FaultsPanel } from './faults-panel.js'
import { ResetPanel } from './reset-panel.js'
import { type SnapshotInfo, SnapshotsPanel } from './snapshots-panel.js'

/** Shows and changes the world as a whole. */
export function WorldPage() {
  const snapshots = useLiveValue('snapshots', (signal) =>
    callControl<readonly SnapshotInfo[]>('GET', '/snapshots', { signal }),
  )
  const faults = useLiveValue('faults', (signal) => callControl<readonly NumberedFault[]>('GET', '/faults', { signal }))
  const isLoaded = [snapshots, faults].every(({ value, error }) => value ?? error)
  return (
    <>
      <h1>World</h1>
      {/* At once, so that nothing moves. */}
      {isLoaded && (
        <div class="world">
          <SnapshotsPanel snapshots={snapshots} />
          <ClockPanel />
          <ResetPanel />
          <FaultsPanel faults={faults} />
        </div>
      )}
    </>
  )
}
