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
  const current = useRef(read)
  current.current = read
  const [version, setVersion] = useState(0)
  const reload = useCallback(() => setVersion((version) => version + 1), [])
  useEffect(() => {
    const controller = new AbortController()
    current.current(controller.signal).then(
      (value) => !controller.signal.aborted && setState({ key, value }),
      (error: Error) =>
        !controller.signal.aborted &&
        setState((last) => ({
          key,
          error,
          ...(last.key === key && 'value' in last && { value: last.value as Value }),
        })),
    )
    return () => controller.abort()
  }, [key, version])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isDirty = false
    const unsubscribe = onLive('changed', () => {
      isDirty = timer !== undefined
      if (isDirty) return
      reload()
      timer = setTimeout(function next() {
        timer = isDirty ? setTimeout(next, interval) : undefined
        if (isDirty) reload()
        isDirty = false
      }, interval)
    })
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [reload])
  const isCurrent = state.key === key
  return { value: isCurrent ? state.value : undefined, error: isCurrent ? state.error : undefined, reload }
}
