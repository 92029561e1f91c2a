import type * as server from './environment.js'

/** A page has no environment. */
export const readEnv: typeof server.readEnv = () => undefined

export const readAllowHttp: typeof server.readAllowHttp = () => false

export const howToSet: typeof server.howToSet = ({ length }) => `Pass ${length > 1 ? 'them' : 'it'} to createSceyt.`
