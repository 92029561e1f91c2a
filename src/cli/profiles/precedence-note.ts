import { serverVariables } from './environment-server.js'
import { readVariable } from './read-variable.js'

/** Returns a sentence about a variable that takes precedence over the default profile, if one is set. */
export function precedenceNote(name: string, environment: NodeJS.ProcessEnv): string {
  const chosen = readVariable(environment, 'SCEYT_PROFILE')
  if (chosen === name) return ''
  const variable =
    chosen === undefined ? serverVariables.find((one) => readVariable(environment, one) !== undefined) : 'SCEYT_PROFILE'
  return variable === undefined ? '' : ` But ${variable} is set, and takes precedence.`
}
