import { useEffect, useRef } from 'preact/hooks'

/** Milliseconds within which the second key of a pair follows the first. */
const pairTime = 1_000

/** What keys do, by their names: one key such as `?`, or two in turn such as `g d`. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>

/**
 * Listens for keys while the component is shown. Keys that are typed into a field are not shortcuts.
 *
 * @param inDialog - Whether the component is a dialog: it alone has shortcuts while it is open.
 */
export function useShortcuts(shortcuts: Shortcuts, inDialog = false): void {
  const current = useRef(shortcuts)
  current.current = shortcuts
  useEffect(() => {
    let first = { key: '', time: 0 }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return
      if (!inDialog && document.querySelector('dialog[open]') !== null) return
      const pair = event.timeStamp - first.time < pairTime ? current.current[`${first.key} ${event.key}`] : undefined
      const run = pair ?? current.current[event.key]
      first = { key: event.key, time: event.timeStamp }
      if (!run) return
      event.preventDefault()
      run(event)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [inDialog])
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
