import { type Abortable, onAborted } from './abort.js'
import { now } from './monotonic-clock.js'

/** Limits of an operation that may end early: a signal and a timeout. */
export interface Limits {
  signal: Abortable | undefined
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
        deadline.settle()
        resolve(value)
      },
      (error) => {
        deadline.settle()
        reject(error)
      },
    )
  })
}

/** A piece of work that leaves something behind. */
export interface Work {
  /** Called once the work has settled, or is given up for a reason. */
  cleanUp?: ((reason?: unknown) => void) | undefined
}

/** The deadline of a piece of work. */
export class Deadline implements Work {
  cleanUp: Work['cleanUp'] = undefined
  readonly #unsubscribe: () => void
  readonly #end: (reason: unknown) => void
  #stopTimer: () => void
  readonly #listeners: ((reason: unknown) => void)[] = []
  #controller: AbortController | undefined
  #ended: { readonly reason: unknown } | undefined

  constructor(limits: Limits, reject: (reason: unknown) => void) {
    const { signal } = limits
    this.#end = (reason) => {
      this.#ended = { reason }
      this.settle(reason)
      reject(reason)
      for (const listener of this.#listeners) listener(reason)
    }
    this.#unsubscribe = onAborted(signal, () => this.#end(signal?.reason))
    this.#stopTimer = this.#startTimer(limits)
  }

  /** The reason, once the work has been given up. */
  get ended(): { readonly reason: unknown } | undefined {
    return this.#ended
  }

  /** Calls a listener once the work is given up. */
  onEnd(listener: (reason: unknown) => void): void {
    if (this.#ended) listener(this.#ended.reason)
    else this.#listeners.push(listener)
  }

  /** Aborted once the work is given up, for the same reason. Created on first use, since a signal is expensive. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      const controller = new AbortController()
      this.#controller = controller
      this.onEnd((reason) => controller.abort(reason))
    }
    return this.#controller.signal
  }

  /** Stops the timer. The signal of the limits still ends the work. */
  stopTimer(): void {
    this.#stopTimer()
  }

  /** Starts the timer again, with another time. */
  restartTimer(limits: Pick<Limits, 'timeout' | 'onTimeout'>): void {
    this.#stopTimer()
    if (!this.#ended) this.#stopTimer = this.#startTimer(limits)
  }

  /** Ends the work: no limit applies any more. */
  settle(reason?: unknown): void {
    this.#stopTimer()
    this.#unsubscribe()
    this.cleanUp?.(reason)
  }

  #startTimer({ timeout, onTimeout }: Pick<Limits, 'timeout' | 'onTimeout'>): () => void {
    return startTimer(timeout, () => this.#end(onTimeout()))
  }
}

/** Milliseconds for reading, and decompressing, a response that arrived while the process was frozen. */
const grace = 100

/** Milliseconds by which a timer is late if the process was frozen or busy. */
const late = 20

/**
 * Calls a function after a timeout. If the timer fires late, input that has arrived meanwhile is handled first, which may
 * stop the timer.
 *
 * @param timeout - Milliseconds; `Infinity` for never, and at once if it is negative.
 * @returns A function that stops the timer, also if the timers of the program have been replaced.
 */
export function startTimer(timeout: number, end: () => void): () => void {
  if (timeout === Infinity) return () => {}
  let isStopped = false
  // Node warns of a negative time.
  const delay = Math.max(0, timeout)
  const deadline = now() + delay
  const finish = () => {
    if (!isStopped) end()
  }
  let timer = setTimeout(() => {
    if (now() - deadline < late) finish()
    else timer = setTimeout(finish, grace)
  }, delay)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

const elapsed = Symbol('elapsed')

/** Waits for a number of milliseconds. It rejects with the reason of the signal as soon as that is aborted. */
export function sleep(delay: number, signal: Abortable | undefined): Promise<void> {
  const limits = { signal, timeout: delay, onTimeout: () => elapsed }
  return withLimits(limits, () => new Promise<never>(() => {})).catch((reason) => {
    if (reason !== elapsed) throw reason
  })
}
