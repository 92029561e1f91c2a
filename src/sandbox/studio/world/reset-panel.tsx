import { useState } from 'preact/hooks'
import { callControl } from '../control-client.js'
import { ConfirmDialog } from '../parts/confirm-dialog.js'
import { useStudio } from '../shell/studio-context.js'

/** Resets one application or all. */
export function ResetPanel() {
  const { app, apps, report } = useStudio()
  const [scope, setScope] = useState<'app' | 'all'>()
  const reset = async () => {
    await callControl('POST', '/reset', { query: { app: scope === 'app' ? app.appId : undefined } })
    report(scope === 'app' ? `Reset: ${app.appId}` : 'Everything was reset')
  }
  return (
    <section class="panel" aria-labelledby="reset">
      <h2 id="reset">Reset</h2>
      <div class="toolbar">
        {apps.length > 1 && (
          <button type="button" class="danger" onClick={() => setScope('app')}>
            Reset <bdi>{app.appId}</bdi>
          </button>
        )}
        <button type="button" class="danger" onClick={() => setScope('all')}>
          Reset everything
        </button>
      </div>
      {scope && (
        <ConfirmDialog
          title={scope === 'app' ? `Reset ${app.appId}?` : 'Reset everything?'}
          button="Reset"
          onConfirm={reset}
          onClose={() => setScope(undefined)}
        >
          {scope === 'app'
            ? 'The data of this application goes back to its initial state. Other applications, the clock and the faults stay as they are.'
            : 'The data of all applications, the clock, the faults and the request log go back to their initial state. Snapshots are kept.'}
        </ConfirmDialog>
      )}
    </section>
  )
}
