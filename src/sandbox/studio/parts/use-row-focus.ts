import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Keeps the focus in a list of rows, which have their keys as `data-row`: on the row that was open, and on the next one when a row
 * goes away.
 *
 * @param opened - The key of the row that is open over the list.
 */
export function useRowFocus(opened: string | null, keys: readonly string[]): void {
  const last = useRef({ key: undefined as string | undefined, index: 0, keys, isOpen: false })
  useLayoutEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const row = (target as HTMLElement).closest<HTMLElement>('[data-row]')
      // A dialog that closes gives the focus back to the row that opened it.
      if (row && !last.current.isOpen) last.current.key = row.dataset['row']
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  useLayoutEffect(() => {
    const current = last.current
    const hasClosed = current.isOpen && opened === null
    current.isOpen = opened !== null
    if (opened !== null) current.key = opened
    const index = keys.indexOf(current.key ?? '')
    const before = index >= 0 ? index : current.keys.indexOf(current.key ?? '')
    if (before >= 0) current.index = before
    current.keys = keys
    if (opened !== null || current.key === undefined) return
    const isLost = isNowhere() && index < 0
    if (!hasClosed && !isLost) return
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
    const row = rows.find(({ dataset }) => dataset['row'] === current.key)
    if (row) row.focus()
    else if (isNowhere()) (rows[current.index] ?? rows.at(-1) ?? view())?.focus()
  })
}

/** What has the focus while there is no row. */
function view(): HTMLElement | null {
  return document.querySelector('#view')
}

function isNowhere(): boolean {
  return document.activeElement === document.body || document.activeElement === view()
}
