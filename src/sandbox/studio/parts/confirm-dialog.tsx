import type { ComponentChildren } from 'preact'
import { Dialog } from './dialog.js'
import { ProblemText } from './problem-text.js'
import { useAction } from './use-action.js'

interface ConfirmDialogProps {
  readonly title: string
  /** The text of the button, such as `Delete`. */
  readonly button: string
  readonly children: ComponentChildren
  /** Does it. The dialog closes after a success, and shows an error. */
  onConfirm(): Promise<unknown>
  onClose(): void
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ title, button, children, onConfirm, onClose }: ConfirmDialogProps) {
  const action = useAction()
  const confirm = () =>
    action.run(async () => {
      await onConfirm()
      onClose()
    })
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="wrap">{children}</div>
      <ProblemText text={action.error} />
      <div class="toolbar">
        <button type="button" class="danger" disabled={action.isRunning} onClick={confirm}>
          {button}
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  )
}
