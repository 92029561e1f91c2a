import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface DialogProps {
  readonly title: string
  /** At the end edge of the page with its full height, for details, and not in the middle. */
  readonly isDrawer?: boolean
  readonly children: ComponentChildren
  onClose(): void
}

/** A modal dialog: the element of the browser, which keeps the focus inside and closes on Esc. */
export function Dialog({ title, isDrawer = false, children, onClose }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => element.current?.showModal(), [])
  return (
    <dialog
      ref={element}
      class={isDrawer ? 'drawer' : ''}
      aria-labelledby={id}
      onClose={onClose}
      onMouseDown={(event) => event.target === element.current && element.current?.close()}
    >
      <div class="dialog-content">
        <header class="dialog-header">
          <h2 id={id}>
            <bdi>{title}</bdi>
          </h2>
          <button type="button" class="plain" aria-label="Close" onClick={() => element.current?.close()}>
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
