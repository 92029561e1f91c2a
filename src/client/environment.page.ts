import type * as server from './environment.js'

export { variables } from './environment.js'

/** A page has no environment. */
export const readEnv: typeof server.readEnv = () => undefined

export const readAllowHttp: typeof server.readAllowHttp = () => false
