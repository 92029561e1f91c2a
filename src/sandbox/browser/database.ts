import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { Change, Sandbox } from 'sceyt-platform/sandbox'

/** Where the stored changes begin. */
export interface Base {
  /** Identifies the database: one that was deleted and created again has another. */
  readonly epoch: string
  /** The number of the last change in the snapshot. */
  readonly number: number
}

/** A stored snapshot. */
export interface StoredSnapshot {
  readonly json: string
  readonly clock: Sandbox['clock']['state']
  /** Of the validators that accepted it. */
  readonly validatorsHash: string
}

interface Schema extends DBSchema {
  base: { key: 'base'; value: Base }
  snapshot: { key: 'snapshot'; value: StoredSnapshot }
  /** The changes after the snapshot, by their numbers. */
  changes: { key: number; value: Change }
}

const stores = ['base', 'snapshot', 'changes'] as const

/** A transaction on the whole database. It waits until no other is open, in any tab. */
export type Transaction = IDBPTransaction<Schema, typeof stores, 'readwrite'>

/** The database of a sandbox. */
export class Database {
  readonly #name: string
  #db: Promise<IDBPDatabase<Schema>> | undefined

  constructor(name: string) {
    this.#name = name
  }

  /**
   * Runs a function in a transaction. The database is opened again if the browser has closed it, and created if it was deleted.
   *
   * @param write - May wait for nothing but the transaction.
   * @returns What the function returns, once everything that it has written is stored.
   */
  async transact<T>(write: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = (await this.#open()).transaction(stores, 'readwrite')
    try {
      const result = await write(transaction)
      await transaction.done
      return result
    } catch (error) {
      // It has failed already, or fails now.
      transaction.done.catch(() => {})
      try {
        transaction.abort()
      } catch {}
      throw error
    }
  }

  close(): void {
    // If it cannot be opened, there is nothing to close.
    this.#db?.then(
      (db) => db.close(),
      () => {},
    )
    this.#db = undefined
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#db ??= openDB<Schema>(this.#name, 1, {
      upgrade(db) {
        for (const store of stores) db.createObjectStore(store)
      },
      // Another tab deletes the database, and would wait for this one.
      blocking: () => this.close(),
      terminated: () => this.close(),
    })
    return this.#db.catch((error) => {
      this.#db = undefined
      throw error
    })
  }
}

export function readBase(transaction: Transaction): Promise<Base | undefined> {
  return transaction.objectStore('base').get('base')
}

/** @throws Error if there is none. */
export async function readSnapshot(transaction: Transaction): Promise<StoredSnapshot> {
  const snapshot = await transaction.objectStore('snapshot').get('snapshot')
  if (!snapshot) throw new Error('The snapshot is missing.')
  return snapshot
}

/** Reads the changes after the one with a number. */
export function readChanges(transaction: Transaction, number: number): Promise<Change[]> {
  return transaction.objectStore('changes').getAll(IDBKeyRange.lowerBound(number, true))
}

/**
 * Writes changes. An error of the database ends the transaction.
 *
 * @param first - The number of the first of the changes.
 */
export function writeChanges(transaction: Transaction, first: number, changes: readonly Change[]): void {
  const store = transaction.objectStore('changes')
  for (const [index, change] of changes.entries()) inTransaction(store.put(change, first + index))
}

/** Writes a snapshot, and deletes the changes that it contains. */
export function writeSnapshot(transaction: Transaction, base: Base, snapshot: StoredSnapshot): void {
  inTransaction(transaction.objectStore('snapshot').put(snapshot, 'snapshot'))
  inTransaction(transaction.objectStore('base').put(base, 'base'))
  inTransaction(transaction.objectStore('changes').delete(IDBKeyRange.upperBound(base.number)))
}

/** Leaves the error of a request to its transaction, which rejects with it. */
function inTransaction(request: Promise<unknown>): void {
  request.catch(() => {})
}
