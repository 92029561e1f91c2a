export { type ListenOptions, listen, type SandboxServer } from './listen.js'
export { keepIn, type Store } from './store.js'
