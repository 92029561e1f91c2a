/** The longest delay of a timer, in milliseconds. With a longer one, it would fire at once. */
export const longestTimer = 2 ** 31 - 1

/** Waits for a number of milliseconds, or until the signal is aborted. */
export function sleep(delay: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, Math.min(delay, longestTimer))
    signal.addEventListener('abort', end)
  })
}
