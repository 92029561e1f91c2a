/** What ends a call early: the caller's signal, or a limit in milliseconds. */
export interface Limits {
  signal?: AbortSignal | null | undefined
  /** Milliseconds; `Infinity` for none. */
  timeout: number
  /** The error to fail with when the limit fires. */
  onTimeout: () => Error
}

/**
 * Runs work under a signal and a time limit. It fails at once with the signal's own reason or the timeout's error,
 * even if the work ignores its signal, and leaves no timer or listener behind.
 */
export async function withLimits<T>({ signal, timeout, onTimeout }: Limits, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  let forward: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const ended = new Promise<never>((_resolve, reject) => {
    const end = (reason: unknown) => {
      reject(reason)
      controller.abort(reason)
    }
    forward = () => end(signal?.reason)
    signal?.addEventListener('abort', forward)
    if (timeout !== Infinity) timer = setTimeout(() => end(onTimeout()), timeout)
  })
  try {
    return await Promise.race([work(controller.signal), ended])
  } finally {
    clearTimeout(timer)
    if (forward) signal?.removeEventListener('abort', forward)
  }
}
