import { ClockPanel } from './clock-panel.js'
import { FaultsPanel } from './faults-panel.js'
import { ResetPanel } from './reset-panel.js'
import { SnapshotsPanel } from './snapshots-panel.js'

/** Shows and changes the world as a whole. */
export function WorldPage() {
  return (
    <>
      <h1>World</h1>
      <div class="world">
        <SnapshotsPanel />
        <ClockPanel />
        <ResetPanel />
        <FaultsPanel />
      </div>
    </>
  )
}
