/** The signals that ask a command to stop. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Milliseconds in which `npm run` may pass on the Ctrl-C that the terminal has sent already. */
const repeated = 500

/**
 * Calls a listener at the first signal. Another one, half a second later or more, ends the process at once, as if
 * there were no listener.
 *
 * @returns A function that removes the listener.
 */
export function onStopSignal(listener: (signal: NodeJS.Signals) => void): () => void {
  const stop = () => {
    for (const name of stopSignals) process.off(name, onSignal)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    const ignore = () => {}
    for (const name of stopSignals) process.on(name, ignore)
    setTimeout(() => {
      for (const name of stopSignals) process.off(name, ignore)
    }, repeated).unref()
    stop()
    listener(signal)
  }
  for (const name of stopSignals) process.on(name, onSignal)
  return stop
}
