/** What can abort a call: its own signal, that of its client, or several. */
export type Abortable = AbortSignal | JoinedSignal

/** Two signals, of which the first to be aborted ends a call. Unlike `AbortSignal.any`, it adds no listener before there is work. */
class JoinedSignal {
  readonly signals: readonly Abortable[]

  constructor(signals: readonly Abortable[]) {
    this.signals = signals
  }

  get aborted(): boolean {
    return this.signals.some(({ aborted }) => aborted)
  }

  get reason(): unknown {
    const aborted = this.signals.filter((signal) => signal.aborted)
    // A falsy one gets lost in openapi-fetch, so that it has to be found here.
    return (aborted.find(({ reason }) => !reason) ?? aborted[0])?.reason
  }

  throwIfAborted(): void {
    for (const signal of this.signals) signal.throwIfAborted()
  }
}

/** Returns a signal that is aborted as soon as one of two is, if there are two. */
export function joinSignals(own: Abortable | undefined, shared: Abortable | undefined): Abortable | undefined {
  return own && shared && own !== shared ? new JoinedSignal([own, shared]) : (own ?? shared)
}

/** The listeners of each signal. Calls share signals, and Node warns of a leak at the eleventh listener of one. */
const listenersOf = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Calls a listener when a signal is aborted. All listeners of one signal share one event listener on it, which is
 * removed with the last of them.
 *
 * @returns A function that unsubscribes.
 */
export function onAborted(signal: Abortable | undefined, listener: () => void): () => void {
  if (!signal) return () => {}
  if (signal instanceof JoinedSignal) {
    const unsubscribes = signal.signals.map((part) => onAborted(part, listener))
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe()
    }
  }
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
