import type * as server from './environment.js'

/** A page has no environment. */
export const readEnv: typeof server.readEnv = () => undefined

export const readHttpRule: typeof server.readHttpRule = (allowHttp = false) => ({
  allows: () => allowHttp,
  alternative: () => '',
})

export const howToSet: typeof server.howToSet = ({ length }) => `Pass ${length > 1 ? 'them' : 'it'} to createSceyt.`
