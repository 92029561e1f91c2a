import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Notices } from './notices.js'
import { ShownText } from './shown-text.js'

interface DialogProps {
  readonly title: string
  /** A smaller line below the title. */
  readonly detail?: string | undefined
  /** At the end edge of the page with its full height, for details, and not in the middle. */
  readonly isDrawer?: boolean
  readonly children: ComponentChildren
  onClose(): void
}

/** A modal dialog: the element of the browser, which keeps the focus inside and closes on Esc. */
export function Dialog({ title, detail, isDrawer = false, children, onClose }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  const isGone = useRef(false)
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    focusField(dialog)
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
      // What is typed into a form is not lost by a click beside it.
      onMouseDown={({ target, currentTarget }) =>
        target === currentTarget && !currentTarget.querySelector('form') && currentTarget.close()
      }
    >
      <Notices isInDialog />
      <div class="dialog-content">
        <header class="dialog-header">
          <div>
            <h2 id={id} aria-live="polite">
              <ShownText text={title} />
            </h2>
            {detail !== undefined && <ShownText class="mono soft" text={detail} />}
          </div>
          <button type="button" class="plain" aria-label="Close" onClick={() => element.current?.close()}>
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

const field = ':is(input:not([type=checkbox]), select, textarea):not([disabled])'

/** Gives the focus to the first field in a form, if there is one, or to the last button of a form without fields. */
export function focusField(place: Element | null | undefined): void {
  const found =
    place?.querySelector<HTMLElement>(`form ${field}`) ?? [...(place?.querySelectorAll('form button') ?? [])].at(-1)
  ;(found as HTMLElement | undefined)?.focus()
}
