export { type PersistedState, type PersistOptions, persist } from './persist.js'
