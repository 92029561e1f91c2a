import { useShortcuts } from '../shell/use-shortcuts.js'

/** Moves the focus between the rows of a list: the elements with the attribute `data-row`. Enter opens the focused one. */
export function useRowKeys(): void {
  const move = (find: (rows: readonly HTMLElement[], current: number) => HTMLElement | undefined) => () => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
    find(rows, rows.indexOf(document.activeElement as HTMLElement))?.focus()
  }
  const next = move((rows, current) => rows[Math.min(current + 1, rows.length - 1)])
  const previous = move((rows, current) => rows[Math.max(current - 1, 0)])
  useShortcuts({
    j: next,
    ArrowDown: next,
    k: previous,
    ArrowUp: previous,
    Home: move((rows) => rows[0]),
    End: move((rows) => rows.at(-1)),
    '/': () => document.querySelector<HTMLElement>('[type=search]')?.focus(),
  })
}
