import { Listeners } from './listeners.js'

/** The failure to record the last change, until a later change is recorded. */
export class RecordFailure {
  readonly #listeners = new Listeners<void>()
  #message: string | undefined

  /** Undefined if the last change was recorded. */
  get message(): string | undefined {
    return this.#message
  }

  /** @returns A function that unsubscribes. */
  listen(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  set(message: string | undefined): void {
    if (message === this.#message) return
    this.#message = message
    this.#listeners.notify()
  }
}
