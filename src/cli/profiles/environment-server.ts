import type { Ask } from '../ask.js'
import { UsageError } from '../usage-error.js'
import { checkServer, type OptionNames, placeholderKey } from './check-server.js'
import { type KeySource, readApiKey } from './read-api-key.js'
import { readVariable } from './read-variable.js'
import { hostOf, type Server, type ServerOptions, type Wanted } from './server.js'

const names = {
  baseUrl: 'SCEYT_BASE_URL',
  apiUrl: 'SCEYT_API_URL',
  appId: 'SCEYT_APP_ID',
  apiKey: 'SCEYT_API_KEY',
  apiKeyHeader: '',
  filterSeparator: '',
} as const satisfies OptionNames

/** The variables of a server, of which each states a part. */
export const serverVariables = [names.baseUrl, names.apiUrl, names.appId] as const

/** Returns whether the environment states a server, or a part of one. */
export function hasServer(environment: NodeJS.ProcessEnv): boolean {
  return serverVariables.some((name) => readVariable(environment, name) !== undefined)
}

/**
 * Returns the server that the environment states.
 *
 * @throws UsageError naming the variable that is missing or not valid.
 */
export async function environmentServer(environment: NodeJS.ProcessEnv, ask: Ask, wanted: Wanted): Promise<Server> {
  const options = environmentOptions(environment)
  checkServer(options, names)
  const apiKey = wanted.needsKey ? await keyOf(environment, options, ask) : placeholderKey
  checkServer({ ...options, apiKey }, { ...names, apiKey: 'The API key' })
  return { options: { ...options, apiKey }, name: 'the environment', isProduction: false, close: async () => {} }
}

/**
 * Returns the server that the environment states, without its key.
 *
 * @throws UsageError naming the variable that is missing.
 */
export function environmentOptions(environment: NodeJS.ProcessEnv): ServerOptions {
  const [baseUrl, apiUrl, appId] = serverVariables.map((name) => readVariable(environment, name))
  // It replaces the others, as in the client.
  if (baseUrl !== undefined) return { baseUrl }
  if (apiUrl !== undefined && appId !== undefined) return { apiUrl, appId }
  const [set, missing] = apiUrl === undefined ? [names.appId, names.apiUrl] : [names.apiUrl, names.appId]
  throw new UsageError(`${set} is set, but ${missing} is missing. Set both, or SCEYT_BASE_URL in place of both.`)
}

async function keyOf(environment: NodeJS.ProcessEnv, options: ServerOptions, ask: Ask): Promise<string> {
  const source = environmentKeySource(environment)
  if (source) return readApiKey(source, environment)
  const host = hostOf(options)
  if (!ask.isInteractive)
    throw new UsageError(
      `The API key for ${host} is missing: set SCEYT_API_KEY, or SCEYT_API_KEY_FILE to the path of a file with it, or SCEYT_API_KEY_COMMAND to a command that prints it.`,
    )
  const key = await ask.hidden(`API key for ${host}:`)
  if (key === '') throw new UsageError('The API key is empty. Nothing was sent.')
  return key
}

/** Returns where the environment has a key from; undefined if the user is asked for it. */
export function environmentKeySource(environment: NodeJS.ProcessEnv): KeySource | undefined {
  const sources = [
    ['stored', 'SCEYT_API_KEY'],
    ['file', 'SCEYT_API_KEY_FILE'],
    ['command', 'SCEYT_API_KEY_COMMAND'],
  ] as const
  for (const [kind, place] of sources) {
    const value = readVariable(environment, place)
    if (value !== undefined) return { kind, value, place, folder: process.cwd() }
  }
  return undefined
}
