import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { JournalEntry } from '../../journal-entry.js'
import { callControl } from '../control-client.js'
import { onLive } from '../live-events.js'

/** Milliseconds between two reads while requests arrive. */
const interval = 250
const mostEntries = 1_000

/** The latest requests, the newest first; undefined until they are loaded. */
export interface RequestLog {
  readonly entries: readonly JournalEntry[] | undefined
  readonly error: string | undefined
  /** Reads what is new. */
  update(): Promise<readonly JournalEntry[]>
}

/** Reads requests with all that is kept of them, and further ones as they arrive. */
export function useRequestLog(): RequestLog {
  const [entries, setEntries] = useState<readonly JournalEntry[]>()
  const [error, setError] = useState<string>()
  const known = useRef<readonly JournalEntry[] | undefined>(undefined)
  const update = useCallback(async () => {
    try {
      const next = await readLog(known.current)
      if (next !== known.current) setEntries(next)
      known.current = next
      setError(undefined)
    } catch (problem) {
      setError((problem as Error).message)
    }
    return known.current ?? []
  }, [])
  useEffect(() => {
    let isBusy = false
    let isDirty = false
    const run = async () => {
      isDirty = isBusy
      if (isBusy) return
      isBusy = true
      await update()
      setTimeout(() => {
        isBusy = false
        if (isDirty) void run()
      }, interval)
    }
    void run()
    // The log may have been cleared, or the server started again.
    const subscriptions = [onLive('request', run), onLive('changed', run)]
    return () => {
      for (const unsubscribe of subscriptions) unsubscribe()
    }
  }, [update])
  return { entries, error, update }
}

/** Reads the whole log, or what follows on the entries that are known. */
async function readLog(known: readonly JournalEntry[] | undefined): Promise<readonly JournalEntry[]> {
  const [newest] = known ?? []
  if (known && newest) {
    const { number, time, duration } = newest
    const added = await callControl<JournalEntry[]>('GET', '/requests', { query: { after: number - 1 } })
    // Otherwise the numbers are those of another log.
    const isSame = added[0]?.number === number && added[0].time === time && added[0].duration === duration
    if (isSame && added.length === 1) return known
    if (isSame) return [...added.slice(1).reverse(), ...known].slice(0, mostEntries)
  }
  return (await callControl<JournalEntry[]>('GET', '/requests')).reverse()
}
