import { useState } from 'preact/hooks'
import { callControl, controlPath } from '../control-client.js'
import { ConfirmDialog } from '../parts/confirm-dialog.js'
import { formatBytes, formatTime } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { ShownText } from '../parts/shown-text.js'
import { useAction } from '../parts/use-action.js'
import { useStudio } from '../shell/studio-context.js'
import { parseJsonText } from './parse-json-text.js'
import type { SnapshotInfo } from './use-world.js'

interface Question {
  readonly what: 'restore' | 'delete'
  readonly name: string
}

interface SnapshotsPanelProps {
  readonly snapshots: readonly SnapshotInfo[]
  reload(): void
}

/** Takes, restores, downloads and deletes snapshots by name, and restores one from a file. */
export function SnapshotsPanel({ snapshots, reload }: SnapshotsPanelProps) {
  const { report } = useStudio()
  const [name, setName] = useState('')
  const [question, setQuestion] = useState<Question>()
  const [file, setFile] = useState<File>()
  const action = useAction()
  const take = (event: Event) => {
    event.preventDefault()
    void action.run(async () => {
      await callControl('PUT', '/snapshots', { query: { name: name.trim() } })
      report(`Snapshot taken: ${name.trim()}`)
      setName((current) => (current === name ? '' : current))
      reload()
    })
  }
  const answer = async ({ what, name }: Question) => {
    if (what === 'restore') await callControl('POST', '/snapshots/restore', { query: { name } })
    else await callControl('DELETE', '/snapshots', { query: { name } })
    report(what === 'restore' ? `Restored: ${name}` : `Deleted: ${name}`)
    reload()
  }
  const upload = async (chosen: File) => {
    await callControl('PUT', '/snapshot', { body: parseJsonText(await chosen.text(), chosen.name) })
    report(`Restored: ${chosen.name}`)
  }
  return (
    <section class="panel" aria-labelledby="snapshots">
      <h2 id="snapshots">Snapshots</h2>
      <form class="toolbar" onSubmit={take}>
        <label class="field">
          Name
          <input
            required
            pattern=".*\S.*"
            title="At least one character that is not a space"
            maxLength={100}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary end" disabled={action.isRunning}>
          {snapshots.some((known) => known.name === name.trim()) ? 'Replace the snapshot' : 'Take a snapshot'}
        </button>
      </form>
      <ProblemText text={action.error} />
      {snapshots.length === 0 && (
        <p class="empty">No snapshots yet. Take one before a test changes the world, and restore it afterward.</p>
      )}
      <ul class="items">
        {snapshots.map(({ name, time, bytes }) => (
          <li key={name}>
            <span class="item-text">
              <ShownText text={name} />
              <span class="soft">
                {formatTime(time)}, {formatBytes(bytes)}
              </span>
            </span>
            <button
              type="button"
              class="small"
              aria-label={`Restore ${name}`}
              onClick={() => setQuestion({ what: 'restore', name })}
            >
              Restore
            </button>
            <a
              aria-label={`Download ${name}`}
              download={`${name}.json`}
              href={`${controlPath}/snapshots/content?name=${encodeURIComponent(name)}`}
            >
              Download
            </a>
            <button
              type="button"
              class="small danger"
              aria-label={`Delete ${name}`}
              onClick={() => setQuestion({ what: 'delete', name })}
            >
              Delete
            </button>
          </li>
        ))}
      </ul>
      <div class="toolbar">
        <a download="snapshot.json" href={`${controlPath}/snapshot`}>
          Download the current world
        </a>
      </div>
      <label class="field">
        Restore from a file
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            setFile(currentTarget.files?.[0])
            currentTarget.value = ''
          }}
        />
      </label>
      <p class="soft">Named snapshots are kept until the server stops. Download one to keep it longer.</p>
      {question && (
        // The event of a dialog that has closed comes later, and must not close the next one.
        <ConfirmDialog
          key={question}
          title={question.what === 'restore' ? `Restore ${question.name}?` : `Delete ${question.name}?`}
          button={question.what === 'restore' ? 'Restore' : 'Delete'}
          onConfirm={() => answer(question)}
          onClose={() => setQuestion(undefined)}
        >
          {question.what === 'restore'
            ? 'The data of all applications is replaced.'
            : 'A deleted snapshot cannot be restored.'}
        </ConfirmDialog>
      )}
      {file && (
        <ConfirmDialog
          key={file}
          title={`Restore ${file.name}?`}
          button="Restore"
          onConfirm={() => upload(file)}
          onClose={() => setFile(undefined)}
        >
          The data of all applications is replaced.
        </ConfirmDialog>
      )}
    </section>
  )
}
