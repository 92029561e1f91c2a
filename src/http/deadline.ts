import { onAborted } from './abort.js'

/** What ends a call early: the caller's signal, or a limit in milliseconds. */
export interface Limits {
  signal: AbortSignal | undefined
  /** Milliseconds; `Infinity` for none. */
  timeout: number
  /** The error to fail with when the limit fires. */
  onTimeout: () => Error
}

/**
 * Waits for work under a signal and a time limit. It fails at once with the signal's own reason or the limit's error,
 * even if the work knows of neither, and leaves no timer or listener behind.
 */
export async function withLimits<T>({ signal, timeout, onTimeout }: Limits, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted()
  let release = () => {}
  const ended = new Promise<never>((_resolve, reject) => {
    const timer = timeout === Infinity ? undefined : setTimeout(() => reject(onTimeout()), timeout)
    const callOff = onAborted(signal, () => reject(signal?.reason))
    release = () => {
      clearTimeout(timer)
      callOff()
    }
  })
  try {
    return await Promise.race([work(), ended])
  } finally {
    release()
  }
}

/** Waits so many milliseconds, unless the signal ends it, with its own reason. */
export function sleep(delay: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      callOff()
      resolve()
    }, delay)
    const callOff = onAborted(signal, () => {
      callOff()
      clearTimeout(timer)
      reject(signal?.reason)
    })
  })
}
