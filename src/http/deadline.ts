import { onAborted } from './abort.js'

/** Limits of an operation that may end early: a signal and a timeout. */
export interface Limits {
  signal: AbortSignal | undefined
  /** Milliseconds; `Infinity` for no limit. */
  timeout: number
  /** Creates the error to reject with when the time is up. */
  onTimeout: () => unknown
}

/**
 * Runs work under limits. The promise rejects at once with the signal's own reason or the error of the timeout,
 * even if the work ignores both, and leaves no timer or listener behind.
 *
 * @param work - Receives its deadline, which it may pass on.
 */
export function withLimits<T>(limits: Limits, work: (deadline: Deadline) => Promise<T>): Promise<T> {
  const { signal } = limits
  if (signal?.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const deadline = new Deadline(limits, reject)
    work(deadline).then(
      (value) => {
        deadline.release()
        resolve(value)
      },
      (error) => {
        deadline.release()
        reject(error)
      },
    )
  })
}

/** The deadline of a piece of work. */
export class Deadline {
  readonly #controller = new AbortController()
  readonly #unsubscribe: () => void
  readonly #timer: ReturnType<typeof setTimeout> | undefined

  constructor({ signal, timeout, onTimeout }: Limits, reject: (reason: unknown) => void) {
    const end = (reason: unknown) => {
      this.release()
      reject(reason)
      this.#controller.abort(reason)
    }
    this.#unsubscribe = onAborted(signal, () => end(signal?.reason))
    this.#timer = timeout === Infinity ? undefined : setTimeout(() => end(onTimeout()), timeout)
  }

  /** Aborted once the work has been given up, for the same reason. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Stops the timer. The signal of the limits still ends the work. */
  stopTimer(): void {
    clearTimeout(this.#timer)
  }

  release(): void {
    this.stopTimer()
    this.#unsubscribe()
  }
}

const elapsed = Symbol('elapsed')

/** Waits for a number of milliseconds. It rejects with the reason of the signal as soon as that is aborted. */
export function sleep(delay: number, signal: AbortSignal | undefined): Promise<void> {
  const limits = { signal, timeout: delay, onTimeout: () => elapsed }
  return withLimits(limits, () => new Promise<never>(() => {})).catch((reason) => {
    if (reason !== elapsed) throw reason
  })
}
