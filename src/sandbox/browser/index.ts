/**
 * Keeps the state of a sandbox in IndexedDB, over reloads of the page.
 *
 * @packageDocumentation
 */
export { type PersistedState, type PersistOptions, persist } from './persist.js'
