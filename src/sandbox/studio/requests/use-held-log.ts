import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { JournalEntry } from '../../journal-entry.js'

/** Pixels from which on a reader is further down, so that new requests must not move the list. */
const readingFrom = 120

type Entries = readonly JournalEntry[]

/** The log as it is shown. */
interface HeldLog {
  /** The requests in the list, the newest first; undefined until they are loaded. */
  readonly listed: Entries | undefined
  /** Those that have arrived since, and wait for the reader. */
  readonly waiting: Entries
  readonly isPaused: boolean
  hold(): void
  release(): void
}

/**
 * Keeps the list as it is while the reader has paused it or has scrolled down, also what the log no longer has.
 */
export function useHeldLog(entries: Entries | undefined): HeldLog {
  const [held, setHeld] = useState<Entries>()
  const [isPaused, setPaused] = useState(false)
  const known = useRef<Entries>([])
  useLayoutEffect(() => {
    const before = known.current
    known.current = entries ?? []
    // The numbers of a log that was cleared start again.
    if (newestOf(known.current) < newestOf(before)) setHeld(isPaused ? [] : undefined)
    else if (before.length > 0 && known.current !== before && scrollY > readingFrom) setHeld((list) => list ?? before)
  }, [entries, isPaused])
  const top = newestOf(held ?? entries ?? [])
  return {
    listed: entries && (held ?? entries),
    waiting: held ? (entries ?? []).filter(({ number }) => number > top) : [],
    isPaused,
    hold() {
      setPaused(true)
      setHeld((list) => list ?? entries ?? [])
    },
    release() {
      setPaused(false)
      setHeld(undefined)
      scrollTo(0, 0)
    },
  }
}

function newestOf(entries: Entries): number {
  return entries[0]?.number ?? 0
}
