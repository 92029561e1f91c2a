import { onRejected } from '../common/on-rejected.js'

/**
 * Calls a function around some work, and returns the outcome of the work, which is done exactly once whatever the function does:
 * a processor of spans may throw. Its error is logged on the console.
 *
 * @param around - Runs the work. A later run returns the same promise.
 */
export function surround<T>(around: (run: () => Promise<T>) => unknown, work: () => Promise<T>): Promise<T> {
  let running: Promise<T> | undefined
  const run = () => {
    running ??= work()
    return running
  }
  unlessItThrows(() => onRejected(around(run), report))
  return run()
}

/** Calls a function of OpenTelemetry. An error is logged on the console. */
export function unlessItThrows(work: () => void): void {
  try {
    work()
  } catch (error) {
    report(error)
  }
}

function report(error: unknown): void {
  console.error('sceyt-platform: a span failed; the call continues', error)
}
