import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { JournalEntry, Sandbox } from 'sceyt-platform/sandbox'

/** The most bytes that may wait for a reader. A slower one is disconnected. */
const maxWaiting = 1024 * 1024
/** The most bytes of past events that a new reader receives at once. */
const maxPast = maxWaiting / 2
const maxPastEvents = 50
/** Readers that receive an event in one turn of the event loop, so that requests need not wait for all of them. */
const readersPerTurn = 20

const changedEvent = 'event: changed\ndata: {}\n\n'

interface Reader {
  readonly response: ServerResponse
  /** How many of the pending events to skip, since the reader received them as past events. */
  skipped: number
}

/**
 * Streams the requests to a sandbox, its changes, and the reason while these cannot be saved, as server-sent events. Readers that reconnect
 * with the id of the last event that they received get the later ones, and a `missed` event for dropped ones.
 */
export class EventStream {
  readonly #sandbox: Sandbox
  /** Ids of another server, or of another run of this one, have another prefix. */
  readonly #run = randomUUID()
  readonly #readers = new Set<Reader>()
  #pending: string[] = []
  /** Whether readers must still learn of changes. One event stands for all of them. */
  #isChanged = false
  #isBusy = false
  #unsubscribe: (() => void)[] = []

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  /**
   * Adds a reader. The headers of its response have been sent.
   *
   * @param lastId - The `Last-Event-ID` of the request, if the reader reconnects.
   */
  add(response: ServerResponse, lastId: string | undefined): void {
    const { journal, failure } = this.#sandbox
    if (this.#readers.size === 0)
      this.#unsubscribe = [
        journal.listen((entry) => this.#publish(this.#toEvent(entry))),
        failure.listen(() => this.#publish(toFailureEvent(failure.message))),
        this.#sandbox.onChange(() => this.publishChange()),
        this.#sandbox.faults.listen(() => this.publishChange()),
        journal.onClear(() => this.publishChange()),
      ]
    const reader = { response, skipped: this.#pending.length }
    this.#readers.add(reader)
    response.once('close', () => this.#remove(reader))
    response.write(`${this.#past(lastId)}${failure.message === undefined ? '' : toFailureEvent(failure.message)}`)
  }

  /** Reports that something other than the requests has changed, such as the state. */
  publishChange(): void {
    if (this.#readers.size === 0) return
    this.#isChanged = true
    if (!this.#isBusy) void this.#distribute()
  }

  /** Ends every response. */
  end(): void {
    for (const { response } of this.#readers) response.end()
  }

  #remove(reader: Reader): void {
    this.#readers.delete(reader)
    if (this.#readers.size > 0) return
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    this.#unsubscribe = []
    this.#pending = []
    this.#isChanged = false
  }

  /** Returns the latest events or, after a known id, the later ones. */
  #past(lastId: string | undefined): string {
    const { journal } = this.#sandbox
    const last = lastId === undefined ? undefined : this.#numberOf(lastId)
    const entries = last === undefined ? journal.entries.slice(-maxPastEvents) : journal.entries
    const events: string[] = []
    let first = journal.count + 1
    let length = 0
    for (const entry of [...entries].reverse()) {
      const event = this.#toEvent(entry)
      length += Buffer.byteLength(event)
      if (entry.number <= (last ?? 0) || length > maxPast) break
      events.unshift(event)
      first = entry.number
    }
    const from = (last ?? first - 1) + 1
    if (from < first) events.unshift(this.#toMissedEvent(from, first - 1))
    // Browsers remember the id of an event without data, and reconnect with it.
    return events.join('') || `id: ${this.#idOf(journal.count)}\n\n`
  }

  #idOf(number: number): string {
    return `${this.#run}-${this.#sandbox.journal.clears}-${number}`
  }

  /** Returns the number in an id: 0 if the request log was cleared since, and undefined for an unknown id. */
  #numberOf(id: string): number | undefined {
    const [, number] = /^[\da-f-]{36}-\d+-(\d{1,15})$/.exec(id) ?? []
    if (number === undefined) return undefined
    return this.#idOf(Number(number)) === id ? Number(number) : 0
  }

  #toEvent(entry: JournalEntry): string {
    const { body: _, headers: __, responseHeaders: ___, responseBody: ____, ...rest } = entry
    return `id: ${this.#idOf(entry.number)}\nevent: request\ndata: ${JSON.stringify(rest)}\n\n`
  }

  #toMissedEvent(from: number, to: number): string {
    return `id: ${this.#idOf(to)}\nevent: missed\ndata: ${JSON.stringify({ from, to })}\n\n`
  }

  /** Sends an event to every reader, after the response to the request that caused it. */
  #publish(event: string): void {
    this.#pending.push(event)
    if (!this.#isBusy) void this.#distribute()
  }

  async #distribute(): Promise<void> {
    this.#isBusy = true
    while (this.#pending.length > 0 || this.#isChanged) {
      await nextTurn()
      const events = this.#isChanged ? [...this.#pending, changedEvent] : this.#pending
      this.#pending = []
      this.#isChanged = false
      // All readers share one buffer.
      const all = Buffer.from(events.join(''))
      const readers = [...this.#readers].map(({ response, skipped }) => ({ response, skipped }))
      for (const reader of this.#readers) reader.skipped = 0
      for (const [index, { response, skipped }] of readers.entries()) {
        if (index > 0 && index % readersPerTurn === 0) await nextTurn()
        write(response, skipped === 0 ? all : Buffer.from(events.slice(skipped).join('')))
      }
    }
    this.#isBusy = false
  }
}

function toFailureEvent(message: string | undefined): string {
  return `event: failure\ndata: ${JSON.stringify({ message: message ?? null })}\n\n`
}

function write(response: ServerResponse, bytes: Buffer): void {
  if (response.destroyed || response.writableEnded) return
  if (response.writableLength + bytes.length > maxWaiting) response.destroy()
  else response.write(bytes)
}
