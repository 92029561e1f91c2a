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

type Click = { readonly currentTarget: HTMLElement }

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ title, button, children, onConfirm, onClose }: ConfirmDialogProps) {
  const action = useAction()
  const confirm = ({ currentTarget }: Click) =>
    action.run(async () => {
      await onConfirm()
      close(currentTarget)
    })
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="wrap">{children}</div>
      <ProblemText text={action.error} />
      <div class="toolbar">
        <button type="button" class="danger" disabled={action.isRunning} onClick={confirm}>
          {button}
        </button>
        <button type="button" onClick={({ currentTarget }) => close(currentTarget)}>
          Cancel
        </button>
      </div>
    </Dialog>
  )
}

/** Closes the dialog as the browser does, which gives the focus back. */
function close(button: HTMLElement): void {
  button.closest('dialog')?.close()
}
