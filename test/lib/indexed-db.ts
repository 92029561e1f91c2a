import * as fake from 'fake-indexeddb'
import { vi } from 'vitest'

/** Sets the globals of IndexedDB, in memory and empty, until `vi.unstubAllGlobals()`. */
export function stubIndexedDb(): void {
  for (const [name, value] of Object.entries(fake)) if (name.startsWith('IDB')) vi.stubGlobal(name, value)
  vi.stubGlobal('indexedDB', new fake.IDBFactory())
}
