import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { onLive } from '../live-events.js'

/** Milliseconds between two reads while changes go on. */
const interval = 500

/** What was last read, and why the latest read failed. */
export interface LiveValue<Value> {
  readonly value: Value | undefined
  readonly error: Error | undefined
  /** Reads again. */
  reload(): void
}

/**
 * Reads a value from the server, and again when something there has changed. It keeps the last value until there is another.
 *
 * @param key - Reads again when it changes, and forgets the value.
 */
export function useLiveValue<Value>(key: string, read: (signal: AbortSignal) => Promise<Value>): LiveValue<Value> {
  const [state, setState] = useState<{ key: string; value?: Value; error?: Error }>({ key })
  const current = useRef({ read, start: () => {} })
  current.current.read = read
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    let isReading = false
    let isDirty = false
    let timer: ReturnType<typeof setTimeout> | undefined
    // A read that takes longer than the interval is not given up for the next, or a busy world would never be shown.
    const start = async () => {
      isDirty = isReading
      if (isReading) return
      clearTimeout(timer)
      isReading = true
      try {
        const value = await current.current.read(signal)
        if (!signal.aborted) setState({ key, value })
      } catch (problem) {
        if (!signal.aborted) setState((last) => ({ ...(last.key === key && last), key, error: problem as Error }))
      }
      isReading = false
      if (signal.aborted) return
      timer = setTimeout(() => {
        timer = undefined
        if (isDirty) void start()
      }, interval)
    }
    const onChange = () => {
      if (timer === undefined) void start()
      else isDirty = true
    }
    current.current.start = () => void start()
    void start()
    const unsubscribe = onLive('changed', onChange)
    return () => {
      unsubscribe()
      clearTimeout(timer)
      controller.abort()
    }
  }, [key])
  const reload = useCallback(() => current.current.start(), [])
  const isCurrent = state.key === key
  return { value: isCurrent ? state.value : undefined, error: isCurrent ? state.error : undefined, reload }
}
