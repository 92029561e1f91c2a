export { type ListenOptions, listen, type SandboxServer } from './node/server.js'
export { keepIn, type Store } from './node/store.js'
