/** The signals that ask a command to stop. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Calls a listener at the first signal. The second one ends the process at once, as if there were no listener.
 *
 * @returns A function that removes the listener.
 */
export function onStopSignal(listener: (signal: NodeJS.Signals) => void): () => void {
  const stop = () => {
    for (const name of stopSignals) process.off(name, onSignal)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    stop()
    listener(signal)
  }
  for (const name of stopSignals) process.on(name, onSignal)
  return stop
}
