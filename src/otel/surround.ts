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
  const report = (error: unknown) => console.error('sceyt-platform: a span failed; the call continues', error)
  try {
    onRejected(around(run), report)
  } catch (error) {
    report(error)
  }
  return run()
}
