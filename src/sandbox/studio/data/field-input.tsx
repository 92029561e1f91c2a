import { Prose } from '../parts/prose.js'
import { UnseenNote } from '../parts/shown-text.js'
import type { FieldEntry, FormField } from './form-fields.js'

interface FieldInputProps {
  readonly id: string
  readonly field: FormField
  readonly entry: FieldEntry
  onChange(entry: FieldEntry): void
}

/** A field of a form. An optional one is sent once it is changed, or if its box is ticked. */
export function FieldInput({ id, field, entry, onChange }: FieldInputProps) {
  const { name, isRequired, hint } = field
  const hintId = `${id}-hint`
  return (
    <div class="field">
      <div class="field-name">
        <label for={id} class="mono">
          {name}
        </label>
        {isRequired ? (
          <span class="soft sent">required</span>
        ) : (
          <label class="soft sent" title="Include this field in the request">
            <input
              type="checkbox"
              aria-label={`Send ${name}`}
              checked={entry.isSent}
              onChange={({ currentTarget }) => onChange({ ...entry, isSent: currentTarget.checked })}
            />{' '}
            send
          </label>
        )}
      </div>
      <Control id={id} hintId={hintId} field={field} entry={entry} onChange={onChange} />
      <span class="hint" id={hintId}>
        <Prose text={hint} />
        <UnseenNote text={entry.text} />
      </span>
    </div>
  )
}

function Control({ id, hintId, field, entry, onChange }: FieldInputProps & { readonly hintId: string }) {
  const { kind, isRequired, example, choices } = field
  const set = (event: { currentTarget: { value: string } }) =>
    onChange({ ...entry, text: event.currentTarget.value, isSent: true })
  const shared = { id, 'aria-describedby': hintId, required: isRequired, value: entry.text } as const
  switch (kind) {
    case 'file':
      return (
        <input
          id={id}
          aria-describedby={hintId}
          type="file"
          required={isRequired}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            onChange({ text: '', file, isSent: file !== undefined })
          }}
        />
      )
    case 'boolean':
    case 'choice':
      return (
        <select {...shared} onChange={set}>
          <option value="" />
          {(kind === 'boolean' ? [true, false] : choices).map((choice) => (
            <option key={String(choice)}>{String(choice)}</option>
          ))}
        </select>
      )
    case 'number':
      return <input {...shared} inputMode="numeric" placeholder={example} onInput={set} />
    case 'json':
      return (
        <textarea {...shared} rows={2} class="mono" spellcheck={false} placeholder={example} dir="auto" onInput={set} />
      )
    default:
      return <textarea {...shared} rows={1} class="one-line" dir="auto" placeholder={example} onInput={set} />
  }
}
