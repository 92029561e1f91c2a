/** The listeners of each signal. Calls share signals, and Node warns of a leak at the eleventh listener of one. */
const listenersOf = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Calls a listener when a signal is aborted. All listeners of one signal share one event listener on it, which is
 * removed with the last of them.
 *
 * @returns A function that unsubscribes.
 */
export function onAborted(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (!signal) return () => {}
  const listeners = listenersOf.get(signal) ?? subscribe(signal)
  listeners.add(listener)
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return
    signal.removeEventListener('abort', notify)
    listenersOf.delete(signal)
  }
}

function subscribe(signal: AbortSignal): Set<() => void> {
  const listeners = new Set<() => void>()
  listenersOf.set(signal, listeners)
  signal.addEventListener('abort', notify)
  return listeners
}

function notify(this: AbortSignal): void {
  for (const listener of listenersOf.get(this) ?? []) listener()
}
