export type { Durability } from './durability.js'
export { type ListenOptions, listen, type SandboxServer, type ServerConnection } from './listen.js'
export { keepIn, type Store, type StoreOptions } from './store.js'
