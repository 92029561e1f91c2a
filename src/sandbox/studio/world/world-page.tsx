import { ProblemText } from '../parts/problem-text.js'
import { ClockPanel } from './clock-panel.js'
import { FaultsPanel } from './faults-panel.js'
import { ResetPanel } from './reset-panel.js'
import { SeedPanel } from './seed-panel.js'
import { SnapshotsPanel } from './snapshots-panel.js'
import { useWorld } from './use-world.js'

/** Shows and changes the world as a whole. */
export function WorldPage() {
  const { value, error, reload } = useWorld()
  return (
    <>
      <h1>World</h1>
      {value ? (
        <div class="world">
          <div class="column">
            <SnapshotsPanel snapshots={value.snapshots} reload={reload} />
            <SeedPanel />
            <ResetPanel />
          </div>
          <div class="column">
            <ClockPanel clock={value.clock} reload={reload} />
            <FaultsPanel faults={value.faults} reload={reload} />
          </div>
        </div>
      ) : (
        <ProblemText text={error?.message} />
      )}
    </>
  )
}
