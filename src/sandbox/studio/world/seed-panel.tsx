import { useRef, useState } from 'preact/hooks'
import { callControl } from '../control-client.js'
import { ProblemText } from '../parts/problem-text.js'
import { UnseenNote } from '../parts/shown-text.js'
import { useAction } from '../parts/use-action.js'
import { useStudio } from '../shell/studio-context.js'
import { parseJsonText } from './parse-json-text.js'

const example = '{ "users": [{ "username": "zoe", "first_name": "Zoe" }] }'

/** Adds a seed: one that is typed, or that of a file, which may be too long for a text field. */
export function SeedPanel() {
  const { app, report } = useStudio()
  const [text, setText] = useState('')
  const [file, setFile] = useState<File>()
  const form = useRef<HTMLFormElement>(null)
  const action = useAction()
  const add = (event: Event) => {
    event.preventDefault()
    void action.run(async () => {
      const seed = file ? parseJsonText(await file.text(), file.name) : parseJsonText(text, 'The seed')
      await callControl('POST', '/seed', { query: { app: app.appId }, body: seed })
      report(`Seed added to: ${app.appId}`)
      form.current?.reset()
      setText('')
      setFile(undefined)
    })
  }
  return (
    <section class="panel" aria-labelledby="seed">
      <h2 id="seed">Seed</h2>
      <form ref={form} class="stack" aria-labelledby="seed" onSubmit={add}>
        <div class="field">
          <label for="seed-text">
            Seed to add to <bdi>{app.appId}</bdi>, as JSON
          </label>
          <textarea
            id="seed-text"
            aria-describedby="seed-hint"
            required={!file}
            disabled={file !== undefined || action.isRunning}
            rows={4}
            class="mono"
            dir="auto"
            spellcheck={false}
            placeholder={example}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <span class="hint" id="seed-hint">
            <UnseenNote text={text} />
          </span>
        </div>
        <label class="field">
          Or choose a file
          <input
            type="file"
            disabled={action.isRunning}
            accept=".json,application/json"
            onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
          />
        </label>
        <ProblemText text={action.error} />
        <div class="toolbar">
          <button type="submit" class="primary" disabled={action.isRunning}>
            Add the seed
          </button>
        </div>
      </form>
    </section>
  )
}
