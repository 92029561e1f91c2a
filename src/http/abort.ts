/** What to call when a signal ends. Calls share signals, and Node warns of a leak at the eleventh listener of one. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Has something called when a signal ends. However many wait for the same signal, it has one listener; once none does, it has none.
 *
 * @returns What calls it off.
 */
export function onAborted(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (!signal) return () => {}
  const listeners = waiting.get(signal) ?? open(signal)
  listeners.add(listener)
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return
    signal.removeEventListener('abort', abort)
    waiting.delete(signal)
  }
}

function open(signal: AbortSignal): Set<() => void> {
  const listeners = new Set<() => void>()
  waiting.set(signal, listeners)
  signal.addEventListener('abort', abort)
  return listeners
}

function abort(this: AbortSignal): void {
  const listeners = waiting.get(this)
  for (const listener of listeners ?? []) listener()
}
