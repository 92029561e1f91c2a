import { onRejected } from '../common/on-rejected.js'

/**
 * Calls a function around some work, and returns the outcome of the work, which is done exactly once whatever the function does:
 * a processor of spans may throw. Its error is logged on the console.
 *
 * @param around - Runs the work. A later run returns the same promise, which settles just before that of the caller.
 */
export function surround<T>(around: (run: () => Promise<T>) => unknown, work: () => Promise<T>): Promise<T> {
  let outcome: Promise<T> | undefined
  let observed: Promise<T> | undefined
  const run = () => {
    observed ??= new Promise((resolve, reject) => {
      // Only the caller waits for it: V8 ends the stack of an error at a promise with two listeners.
      outcome = work().then(
        (value) => {
          resolve(value)
          return value
        },
        (error) => {
          reject(error)
          throw error
        },
      )
    })
    return observed
  }
  unlessItThrows(() => onRejected(around(run), report))
  run().catch(() => {})
  return outcome as Promise<T>
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
