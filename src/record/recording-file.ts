import { appendFileSync, statSync, writeFileSync } from 'node:fs'
import { InputError } from '../errors/input-error.js'
import { fail, readRecording } from './read-recording.js'
import { type RecordedExchange, recordingHeader } from './recorded-exchange.js'

/** The file that a recording is written to: a line for each exchange, in one write, so that lines never interleave. */
export class RecordingFile {
  readonly #path: string
  readonly #isAppend: boolean
  /** Bytes up to the end of the last line; 0 before the first request. */
  #end = 0
  #problem: Error | undefined

  /** @param isAppend - Whether a recording that exists is continued. Otherwise the first request overwrites it. */
  constructor(path: string, isAppend: boolean) {
    this.#path = path
    this.#isAppend = isAppend
  }

  /**
   * Prepares the file before a request is sent: once it is sent, a problem must not make it fail.
   *
   * @throws InputError if the file is not a recording, cannot be written, or was emptied by another recorder.
   */
  prepare(): void {
    const cannot = 'cannot be written: '
    if (this.#problem) fail(this.#path, cannot + this.#problem.message)
    try {
      if (this.#end === 0) this.#open()
      else if (statSync(this.#path).size < this.#end)
        fail(this.#path, "was overwritten by another recorder. Use a file for each, or the mode 'append'.")
    } catch (cause) {
      if (cause instanceof InputError) throw cause
      fail(this.#path, cannot + (cause as Error).message)
    }
  }

  /**
   * Appends an exchange. A problem is a warning, since the request was sent, and an error of the next request.
   *
   * @param describe - Describes the exchange. It may throw, such as for a body that is larger than a text may be.
   */
  add(describe: () => RecordedExchange): void {
    try {
      const line = `${JSON.stringify(describe())}\n`
      appendFileSync(this.#path, line)
      this.#end += Buffer.byteLength(line)
    } catch (error) {
      this.#problem = error as Error
      process.emitWarning(`${this.#path} cannot be written, so a response is not recorded: ${this.#problem.message}`)
    }
  }

  #open(): void {
    const found = readRecording(this.#path, !this.#isAppend)
    if (!found?.hasHeader || !this.#isAppend) writeFileSync(this.#path, `${JSON.stringify(recordingHeader)}\n`)
    // A torn line is left: another recorder may be writing it.
    else if (found.lacksBreak) appendFileSync(this.#path, '\n')
    this.#end = statSync(this.#path).size
  }
}
