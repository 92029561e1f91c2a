import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Notices } from './notices.js'

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
  const isGone = useRef(false)
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => {
      isGone.current = true
      // The browser gives the focus back to what opened it.
      dialog?.close()
    }
  }, [])
  return (
    <dialog
      ref={element}
      class={isDrawer ? 'drawer' : ''}
      aria-labelledby={id}
      onClose={() => isGone.current || onClose()}
      onMouseDown={(event) => event.target === element.current && element.current?.close()}
    >
      <Notices isInDialog />
      <div class="dialog-content">
        <header class="dialog-header">
          <h2 id={id} aria-live="polite">
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
