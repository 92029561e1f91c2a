import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { StudioOperation } from '../openapi-document.js'
import { CopyButton } from '../parts/copy-button.js'
import { Dialog, focusField } from '../parts/dialog.js'
import { ProblemText } from '../parts/problem-text.js'
import { Prose } from '../parts/prose.js'
import { linkTo } from '../route.js'
import { useStudio } from '../shell/studio-context.js'
import { type DataCollection, type DataRow, dataCollections, nameOf } from './data-collections.js'
import { FieldList } from './field-list.js'
import { FilePanel } from './file-panel.js'
import { fieldsOf, keyOf } from './form-fields.js'
import { OperationForm } from './operation-form.js'
import { pathOfRow } from './path-of-row.js'
import { useRow } from './use-row.js'

interface RowDrawerProps {
  readonly collection: DataCollection
  readonly channel: string | undefined
  readonly rowKey: string
  /** The row as the table shows it, if it does. */
  readonly known: DataRow | undefined
  readonly operations: readonly StudioOperation[]
  onClose(): void
}

type Mode = 'show' | 'update' | 'remove'

/** Shows one row with all of its fields, and changes or deletes it. */
export function RowDrawer({ collection, channel, rowKey, known, operations, onClose }: RowDrawerProps) {
  const { app, report } = useStudio()
  const place = { of: collection.name, app: app.appId, channel, key: rowKey, keyField: collection.key }
  const { row, isDeleted, error } = useRow(place, known)
  const [mode, setMode] = useState<Mode>('show')
  const content = useModeFocus(mode)
  const title = nameOf(collection, row, rowKey)
  const find = (name: string | undefined) => operations.find((operation) => operation.name === name)
  const [update, remove] = [find(collection.update), find(collection.remove)]
  const operation = mode === 'update' ? update : mode === 'remove' ? remove : undefined
  const done = () => {
    report(mode === 'update' ? 'Saved' : 'Deleted')
    if (mode === 'remove') onClose()
    else setMode('show')
  }
  return (
    <Dialog title={shorten(title)} detail={title === rowKey ? undefined : rowKey} isDrawer onClose={onClose}>
      <div ref={content} class="stack">
        <ProblemText text={error} />
        <div role="status">
          {isDeleted && <p class="warn note">This row was deleted. These are its last values.</p>}
        </div>
        {row === null && mode === 'show' && <p class="empty">There is no such row. It may have been deleted.</p>}
        {row && mode === 'show' && (
          <>
            <div class="toolbar">
              <CopyButton text={JSON.stringify(row, null, 2)} what="JSON" label="Copy JSON" />
              {update && (
                <button type="button" data-mode="update" disabled={isDeleted} onClick={() => setMode('update')}>
                  Edit
                </button>
              )}
              {remove && (
                <button
                  type="button"
                  class="danger"
                  data-mode="remove"
                  disabled={isDeleted}
                  onClick={() => setMode('remove')}
                >
                  {remove.method === 'DELETE' && remove.body ? 'Remove' : 'Delete'}
                </button>
              )}
              <RowLinks collection={collection} rowKey={rowKey} />
            </div>
            <FieldList row={row} />
            {collection.name === 'files' && <FilePanel name={rowKey} type={String(row['type'] ?? '')} />}
          </>
        )}
        {row && operation && (
          <RowForm
            key={mode}
            operation={operation}
            channel={channel}
            rowKey={rowKey}
            row={row}
            isRemoval={mode === 'remove'}
            isDisabled={isDeleted}
            onDone={done}
            onCancel={() => setMode('show')}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Gives the focus to a form that opens, and back to its button when it closes. */
function useModeFocus(mode: Mode) {
  const content = useRef<HTMLDivElement>(null)
  const last = useRef(mode)
  useLayoutEffect(() => {
    if (mode !== 'show') focusField(content.current)
    else if (last.current !== 'show')
      content.current?.querySelector<HTMLElement>(`[data-mode=${last.current}]`)?.focus()
    last.current = mode
  }, [mode])
  return content
}

interface RowFormProps {
  readonly operation: StudioOperation
  readonly channel: string | undefined
  readonly rowKey: string
  readonly row: DataRow
  readonly isRemoval: boolean
  readonly isDisabled: boolean
  onDone(): void
  onCancel(): void
}

function RowForm({ operation, channel, rowKey, row, isRemoval, isDisabled, onDone, onCancel }: RowFormProps) {
  const path = useMemo(() => pathOfRow(operation, channel, rowKey), [operation, channel, rowKey])
  const [opened] = useState(row)
  // A body that names several rows, such as the members to remove.
  const lists = fieldsOf(operation, path, undefined).filter(({ place, kind }) => place === 'body' && kind === 'json')
  const given = isRemoval ? Object.fromEntries(lists.map((field) => [keyOf(field), JSON.stringify([rowKey])])) : {}
  return (
    <>
      <h3>{operation.summary}</h3>
      <p class="soft about">
        <Prose text={operation.description} />
      </p>
      <OperationForm
        operation={operation}
        path={path}
        row={isRemoval ? undefined : opened}
        given={given}
        button={operation.summary}
        isDangerous={isRemoval}
        isDisabled={isDisabled}
        onDone={onDone}
        onCancel={onCancel}
      />
    </>
  )
}

function RowLinks({ collection, rowKey }: { readonly collection: DataCollection; readonly rowKey: string }) {
  if (collection.key === 'username')
    return (
      <>
        <a href={linkTo(['connect'], { user: rowKey })}>Create a token</a>
        <a href={linkTo(['requests'], { user: rowKey })}>Requests</a>
      </>
    )
  if (collection.name !== 'channels') return null
  return dataCollections
    .filter(({ isInChannel }) => isInChannel)
    .map(({ name, title }) => (
      <a key={name} href={linkTo(['data', 'channels', rowKey, name])}>
        {title}
      </a>
    ))
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
