import { useId, useMemo, useState } from 'preact/hooks'
import { callMethod } from '../api-client.js'
import type { StudioOperation } from '../openapi-document.js'
import { ProblemText } from '../parts/problem-text.js'
import { useAction } from '../parts/use-action.js'
import { useStudio } from '../shell/studio-context.js'
import type { DataRow } from './data-collections.js'
import { FieldInput } from './field-input.js'
import { argumentsOf, type FieldEntry, type FormField, fieldsOf, keyOf } from './form-fields.js'

interface OperationFormProps {
  readonly operation: StudioOperation
  /** The path parameters that are known already. */
  readonly path: Readonly<Record<string, string>>
  /** What the form changes. */
  readonly row?: DataRow | undefined
  /** Texts of fields that follow from the row, by their keys. */
  readonly given?: Readonly<Record<string, string>>
  readonly button: string
  readonly isDangerous?: boolean
  /** Whether it cannot be sent any more. */
  readonly isDisabled?: boolean
  onDone(result: unknown): void
  onCancel(): void
}

/** Calls an operation, with a field for each of its parameters and each field of its body. */
export function OperationForm(props: OperationFormProps) {
  const { operation, path, row, given = {}, button, isDangerous = false, isDisabled = false, onDone, onCancel } = props
  const { sceyt } = useStudio()
  const action = useAction()
  const prefix = useId()
  const fields = useMemo(() => fieldsOf(operation, path, row), [operation, path, row])
  const [entries, setEntries] = useState(() => initialEntries(fields, given))
  const submit = (event: Event) => {
    event.preventDefault()
    void action.run(async () => {
      const values = argumentsOf(operation, path, fields, entries)
      onDone(await callMethod(sceyt, operation.name, ...values))
    })
  }
  return (
    <form class="stack" aria-label={operation.summary} onSubmit={submit}>
      {fields.map((field) => {
        const key = keyOf(field)
        return (
          <FieldInput
            key={key}
            id={`${prefix}-${key.replace(' ', '-')}`}
            field={field}
            entry={entries[key] ?? noEntry}
            onChange={(entry) => setEntries((known) => ({ ...known, [key]: entry }))}
          />
        )
      })}
      <ProblemText text={action.error} />
      <div class="toolbar">
        <button type="submit" class={isDangerous ? 'danger' : 'primary'} disabled={action.isRunning || isDisabled}>
          {button}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}

const noEntry: FieldEntry = { text: '', isSent: false }

function initialEntries(
  fields: readonly FormField[],
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, FieldEntry>> {
  return Object.fromEntries(
    fields.map((field) => {
      const text = given[keyOf(field)]
      return [keyOf(field), { text: text ?? field.initial, isSent: field.isRequired || text !== undefined }]
    }),
  )
}
