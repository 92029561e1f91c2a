import { useState } from 'preact/hooks'
import type { Fault } from '../../fault.js'
import { callControl } from '../control-client.js'
import { ProblemText } from '../parts/problem-text.js'
import { useAction } from '../parts/use-action.js'
import { useOperations } from '../parts/use-operations.js'
import { parseJsonText } from './parse-json-text.js'

const effects = {
  status: 'Respond with a status',
  before: 'Break the connection before the request is carried out',
  after: 'Break the connection after the request is carried out',
  cut: 'Cut off the response halfway',
  none: 'Only add latency or headers',
} as const
type Effect = keyof typeof effects

const empty = {
  effect: 'status' as Effect,
  operation: '',
  status: '503',
  retryAfter: '',
  latency: '',
  times: '',
  rate: '',
  headers: '',
}
type Draft = typeof empty

/** Adds a fault. The server checks its fields. */
export function FaultForm({ onAdded }: { onAdded: () => void }) {
  const operations = useOperations()
  const [draft, setDraft] = useState(empty)
  const action = useAction()
  const set = (name: keyof Draft) => (event: { currentTarget: HTMLInputElement | HTMLSelectElement }) =>
    setDraft({ ...draft, [name]: event.currentTarget.value })
  const add = (event: Event) => {
    event.preventDefault()
    void action.run(async () => {
      await callControl('POST', '/faults', { body: toFault(draft) })
      // What was typed in the meantime stays.
      setDraft((current) => (current === draft ? empty : current))
      onAdded()
    })
  }
  const field = (name: keyof Draft, label: string, placeholder = '') => (
    <label class="field">
      {label}
      <input value={draft[name]} inputMode="decimal" placeholder={placeholder} onInput={set(name)} />
    </label>
  )
  return (
    <form class="stack" aria-labelledby="new-fault" onSubmit={add}>
      <h3 id="new-fault">Add a fault</h3>
      <div class="fields">
        <label class="field">
          What happens
          <select value={draft.effect} onChange={set('effect')}>
            {Object.entries(effects).map(([name, text]) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          Operation
          <select value={draft.operation} onChange={set('operation')}>
            <option value="">All operations</option>
            {operations?.map(({ id, summary }) => (
              <option key={id} value={id}>
                {id}: {summary}
              </option>
            ))}
          </select>
        </label>
        {draft.effect === 'status' && field('status', 'Status (400 to 599)')}
        {draft.effect === 'status' && field('retryAfter', 'Retry-After (seconds)')}
        {field('latency', 'Latency (milliseconds)')}
        {field('times', 'Times', 'unlimited')}
        {field('rate', 'Rate (0 to 1)', '1')}
        {(draft.effect === 'status' || draft.effect === 'cut' || draft.effect === 'none') && (
          <label class="field">
            Headers (JSON)
            <input
              value={draft.headers}
              placeholder='{ "RateLimit-Remaining": "0" }'
              spellcheck={false}
              onInput={set('headers')}
            />
          </label>
        )}
      </div>
      <ProblemText text={action.error} />
      <div class="toolbar">
        <button type="submit" class="primary" disabled={action.isRunning}>
          Add the fault
        </button>
      </div>
    </form>
  )
}

function toFault({ effect, operation, status, retryAfter, latency, times, rate, headers }: Draft): Fault {
  const number = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: toNumber(text) })
  return {
    ...(operation && { operation: operation as NonNullable<Fault['operation']> }),
    ...(effect === 'status' && { ...number('status', status), ...number('retryAfter', retryAfter) }),
    ...((effect === 'before' || effect === 'after') && { reset: effect }),
    ...(effect === 'cut' && { cut: true }),
    ...number('latency', latency),
    ...number('times', times),
    ...number('rate', rate),
    ...(effect !== 'before' &&
      effect !== 'after' &&
      headers.trim() !== '' && {
        headers: parseJsonText(headers, 'The value of Headers') as Record<string, string>,
      }),
  }
}

/** A text that is no number stays as it is: the server names the field. */
function toNumber(text: string): number | string {
  const value = Number(text)
  return Number.isNaN(value) ? text : value
}
