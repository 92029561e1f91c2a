import { useState } from 'preact/hooks'
import type { StudioOperation } from '../openapi-document.js'
import { Dialog } from '../parts/dialog.js'
import { Prose } from '../parts/prose.js'
import type { DataCollection } from './data-collections.js'
import { OperationForm } from './operation-form.js'
import { channelPath } from './path-of-row.js'

interface CreateDialogProps {
  readonly collection: DataCollection
  readonly channel: string | undefined
  readonly operations: readonly StudioOperation[]
  onDone(): void
  onClose(): void
}

/** Creates a row, with a choice if several operations can. */
export function CreateDialog({ collection, channel, operations, onDone, onClose }: CreateDialogProps) {
  const ordered = collection.create.flatMap((name) => operations.filter((each) => each.name === name))
  const [id, setId] = useState(ordered[0]?.id)
  const operation = ordered.find((each) => each.id === id)
  const [path] = useState(() => channelPath(ordered[0], channel))
  if (!operation) return null
  return (
    <Dialog title={operation.summary} isDrawer onClose={onClose}>
      {ordered.length > 1 && (
        <label class="field">
          Kind
          <select value={id} onChange={({ currentTarget }) => setId(currentTarget.value)}>
            {ordered.map((each) => (
              <option key={each.id} value={each.id}>
                {each.summary}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="soft about">
        <Prose text={operation.description} />
      </p>
      <OperationForm
        key={operation.id}
        operation={operation}
        path={path}
        button={operation.summary}
        onDone={onDone}
        onCancel={onClose}
      />
    </Dialog>
  )
}
