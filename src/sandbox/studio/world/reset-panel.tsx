import { useState } from 'preact/hooks'
import { callControl } from '../control-client.js'
import { ConfirmDialog } from '../parts/confirm-dialog.js'
import { ProblemText } from '../parts/problem-text.js'
import { useAction } from '../parts/use-action.js'
import { useStudio } from '../shell/studio-context.js'
import { parseJson } from './snapshots-panel.js'

const seedExample = '{ "users": [{ "username": "zoe", "first_name": "Zoe" }] }'

/** Resets one application or all, and adds a seed. */
export function ResetPanel() {
  const { app, apps, report } = useStudio()
  const [scope, setScope] = useState<'app' | 'all'>()
  const [seed, setSeed] = useState('')
  const action = useAction()
  const reset = async () => {
    await callControl('POST', '/reset', { query: { app: scope === 'app' ? app.appId : undefined } })
    report(scope === 'app' ? `Reset: ${app.appId}` : 'Reset: everything')
  }
  const addSeed = (event: Event) => {
    event.preventDefault()
    void action.run(async () => {
      await callControl('POST', '/seed', { query: { app: app.appId }, body: parseJson(seed, 'The seed') })
      report(`Seed added to ${app.appId}`)
      setSeed('')
    })
  }
  return (
    <section class="panel" aria-labelledby="reset">
      <h2 id="reset">Reset and seed</h2>
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
      <form class="stack" onSubmit={addSeed}>
        <label class="field">
          <span>
            Seed to add to <bdi>{app.appId}</bdi>, as JSON
          </span>
          <textarea
            required
            rows={6}
            class="mono"
            dir="auto"
            spellcheck={false}
            placeholder={seedExample}
            value={seed}
            onInput={({ currentTarget }) => setSeed(currentTarget.value)}
          />
        </label>
        <div class="toolbar">
          <button type="submit" class="primary" disabled={action.isRunning}>
            Add the seed
          </button>
          <label class="field">
            or from a file
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                void currentTarget.files?.[0]?.text().then(setSeed)
                currentTarget.value = ''
              }}
            />
          </label>
        </div>
      </form>
      <ProblemText text={action.error} />
      {scope && (
        <ConfirmDialog
          title={scope === 'app' ? `Reset ${app.appId}?` : 'Reset everything?'}
          button="Reset"
          onConfirm={reset}
          onClose={() => setScope(undefined)}
        >
          {scope === 'app'
            ? 'The data of this application goes back to its initial state.'
            : 'Data, clock, faults and the log of requests go back to their initial state, in all applications.'}
        </ConfirmDialog>
      )}
    </section>
  )
}
