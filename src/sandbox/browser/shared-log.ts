import type { CallChange, Change, Disk, Recorder, Sandbox } from 'sceyt-platform/sandbox'
import { randomName } from '../random-name.js'
import {
  type Base,
  Database,
  readBase,
  readChanges,
  readSnapshot,
  type Transaction,
  writeChanges,
  writeSnapshot,
} from './database.js'
import { loadState, replayStored, storedState } from './stored-state.js'

/** The most changes that follow a snapshot, before a new one is stored. */
const maxChanges = 500

/** Changes of this tab that are about to be stored. */
interface Batch {
  /** By methods, such as a reset: they are in the state already. */
  readonly made: readonly Change[]
  /** By requests: they are made once they are stored. */
  readonly requested: readonly CallChange[]
  /** Whether changes were made in another order than that in which they are stored. */
  readonly isOutOfOrder: boolean
}

/** What a tab has found when it followed the others. */
interface Followed {
  /** The changes of this tab that are in the state, and not stored. */
  readonly made: readonly Change[]
  readonly isChanged: boolean
}

/**
 * The changes of the sandboxes of all tabs, in one order. Each tab makes all of them, so that all have the same state.
 *
 * In its turn, a tab makes the changes that others have stored meanwhile, and stores its own after them, in one
 * transaction. The browser runs one such transaction at a time, so no tab leads: none waits for one that is asleep, and no
 * request is passed on to a tab that may close.
 */
export class SharedLog implements Recorder, Disk {
  readonly disk = this
  readonly #sandbox: Sandbox
  readonly #database: Database
  readonly #channel: BroadcastChannel
  /** The database that the state is from, and the last change in the state. */
  #epoch: string | undefined
  #number = 0
  readonly #made: Change[] = []
  readonly #requested: CallChange[] = []
  readonly #syncing: CallChange[] = []
  #latest: Change[] = []
  #turn: Promise<unknown> = Promise.resolve()
  #nextTurn: Promise<boolean> | undefined
  #isTurn = false
  #isOutOfOrder = false
  /** The number of the change after which a snapshot is stored. */
  #compactAt = maxChanges
  #isEnded = false

  constructor(sandbox: Sandbox, name: string) {
    this.#sandbox = sandbox
    this.#database = new Database(name)
    this.#channel = new BroadcastChannel(name)
  }

  /** Loads the stored state, or stores that of the sandbox if there is none. Returns whether there was one. */
  async start(): Promise<boolean> {
    try {
      const found = await this.#waitForTurn()
      this.#channel.onmessage = () => this.#takeTurnSoon()
      return found
    } catch (error) {
      this.#end()
      throw error
    }
  }

  record(change: Change): void {
    if ('operation' in change) {
      this.#requested.push(change)
      this.#latest = this.#requested
      return
    }
    // A copy, since the caller may change it before it is stored.
    this.#made.push(structuredClone(change))
    this.#latest = this.#made
    this.#isOutOfOrder ||= this.#isTurn
    this.#takeTurnSoon()
  }

  retract(): void {
    this.#latest.pop()
  }

  async sync(): Promise<void> {
    this.#syncing.push(...this.#requested.splice(0))
    await this.#waitForTurn()
  }

  rollback(): void {
    this.#requested.length = 0
    this.#syncing.length = 0
  }

  async refresh(): Promise<void> {
    await this.#waitForTurn()
  }

  async close(): Promise<void> {
    this.#channel.onmessage = null
    try {
      do await this.#waitForTurn()
      while (this.#nextTurn || this.#made.length + this.#requested.length > 0)
    } finally {
      this.#end()
    }
  }

  #end(): void {
    this.#isEnded = true
    this.#channel.close()
    this.#database.close()
  }

  #takeTurnSoon(): void {
    this.#waitForTurn().catch((error) =>
      console.warn('The sandbox cannot store its changes, or read those of other tabs.', error),
    )
  }

  /** Takes a turn that begins after this call. Returns whether there was a stored state. */
  #waitForTurn(): Promise<boolean> {
    this.#nextTurn ??= this.#turn.then(() => {
      this.#nextTurn = undefined
      const turn = this.#takeTurn()
      this.#turn = turn.catch(() => {})
      return turn
    })
    return this.#nextTurn
  }

  async #takeTurn(): Promise<boolean> {
    if (this.#isEnded) throw new Error('The sandbox is no longer persisted.')
    const batch = {
      made: this.#made.splice(0),
      requested: this.#syncing.splice(0),
      isOutOfOrder: this.#isOutOfOrder,
    }
    this.#isOutOfOrder = false
    this.#isTurn = true
    try {
      if (batch.made.length === 0 && !batch.isOutOfOrder) await this.#compact()
      return await this.#storeAndNotify(batch)
    } catch (error) {
      // Which changes are in the state is no longer certain.
      this.#isOutOfOrder = true
      if (!cannotBeStored(error)) this.#made.unshift(...batch.made)
      else if (batch.made.length > 0) {
        console.warn('A change of the sandbox was dropped, since the browser cannot store it.', error)
        if (batch.requested.length === 0) return this.#storeAndNotify({ made: [], requested: [], isOutOfOrder: true })
      }
      throw error
    } finally {
      this.#isTurn = false
    }
  }

  async #storeAndNotify(batch: Batch): Promise<boolean> {
    const { found, isChanged } = await this.#database.transact((transaction) => this.#store(transaction, batch))
    if (batch.made.length + batch.requested.length > 0) this.#channel.postMessage(null)
    if (isChanged) this.#sandbox.notify()
    return found
  }

  async #store(transaction: Transaction, batch: Batch): Promise<{ found: boolean; isChanged: boolean }> {
    const base = await readBase(transaction)
    const { made, isChanged } = base ? await this.#follow(transaction, base, batch) : this.#begin(transaction)
    const own = [...made, ...batch.requested]
    writeChanges(transaction, this.#number + 1, own)
    this.#number += own.length
    return { found: base !== undefined, isChanged }
  }

  /** Stores the state of this tab, since there is none. */
  #begin(transaction: Transaction): Followed {
    this.#epoch = randomName('', 16)
    this.#number = 0
    this.#compactAt = maxChanges
    // They are in the snapshot.
    this.#made.length = 0
    writeSnapshot(transaction, { epoch: this.#epoch, number: 0 }, storedState(this.#sandbox))
    return { made: [], isChanged: false }
  }

  /** Makes the changes that other tabs have stored. */
  async #follow(transaction: Transaction, base: Base, { made, isOutOfOrder }: Batch): Promise<Followed> {
    let isWhole = isOutOfOrder || base.epoch !== this.#epoch || base.number > this.#number
    let others = isWhole ? [] : await readChanges(transaction, this.#number)
    isWhole ||= others.length > 0 && made.length > 0
    if (isWhole) {
      loadState(this.#sandbox, await readSnapshot(transaction))
      this.#epoch = base.epoch
      this.#number = base.number
      others = await readChanges(transaction, base.number)
    }
    const areMade = others.map((change) => replayStored(this.#sandbox, change))
    this.#number += others.length
    // A change may be for an application that only another version of the page has: this tab must not replace it by a snapshot.
    this.#compactAt = areMade.includes(false)
      ? Number.POSITIVE_INFINITY
      : Math.max(this.#compactAt, base.number + maxChanges)
    const again = isWhole ? made.filter((change) => replayStored(this.#sandbox, change)) : made
    if (again.length < made.length)
      console.warn('A change of the sandbox was dropped, since it conflicts with an earlier one of another tab.')
    return { made: again, isChanged: isWhole || others.length > 0 }
  }

  /** Replaces the stored changes by a snapshot, if there are many. If that fails, for example for lack of space, they stay. */
  async #compact(): Promise<void> {
    const number = this.#number
    if (this.#epoch === undefined || number < this.#compactAt) return
    this.#compactAt = number + maxChanges
    try {
      await this.#database.transact(async (transaction) => {
        const base = await readBase(transaction)
        if (!base || base.epoch !== this.#epoch || (await readChanges(transaction, number)).length > 0) return
        // Such a change is in the state, but not stored.
        if (this.#made.length > 0) return
        writeSnapshot(transaction, { epoch: base.epoch, number }, storedState(this.#sandbox))
      })
    } catch (error) {
      console.warn('The sandbox cannot store a snapshot.', error)
    }
  }
}

/** Returns whether a change is too large for what is left of the storage, or is no data. */
function cannotBeStored(error: unknown): boolean {
  return error instanceof DOMException && ['QuotaExceededError', 'DataCloneError'].includes(error.name)
}
