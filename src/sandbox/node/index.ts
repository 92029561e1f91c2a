/**
 * Serves a sandbox on a port, and keeps its state in a file.
 *
 * @packageDocumentation
 */
export type { Durability } from './durability.js'
export { type ListenOptions, listen, type SandboxServer, type ServerConnection } from './listen.js'
export { keepIn, type Store, type StoreOptions } from './store.js'
