import { dirname } from 'node:path'
import type { FilterSeparator } from 'sceyt-platform'
import type { Ask } from '../ask.js'
import { UsageError } from '../usage-error.js'
import { checkServer, type OptionNames, placeholderKey } from './check-server.js'
import { keySourceOf } from './key-source-of.js'
import type { Profile } from './profile.js'
import { sandboxPath } from './profiles-file.js'
import { readApiKey } from './read-api-key.js'
import { readVariable } from './read-variable.js'
import { hostOf, type Server, type ServerOptions, type Wanted } from './server.js'

/** A profile, and the file that it is in. */
interface NamedProfile {
  path: string
  name: string
  profile: Profile
}

/**
 * Returns the server of a profile.
 *
 * @throws UsageError naming the field that is not valid, or what to do about a missing key.
 */
export async function profileServer(
  named: NamedProfile,
  environment: NodeJS.ProcessEnv,
  ask: Ask,
  wanted: Wanted,
): Promise<Server> {
  const { path, name, profile } = named
  if (profile.sandbox) {
    // Imported here, since the sandbox is large.
    const { openSandbox } = await import('./open-sandbox.js')
    const { options, close } = await openSandbox(name, wanted.needsKey ? sandboxPath(path, name) : undefined)
    return { options, name, isProduction: false, close }
  }
  const options = optionsOf(profile)
  const names = namesOf(named)
  checkServer(options, names)
  const apiKey = wanted.needsKey ? await keyOf(named, environment, options, ask) : placeholderKey
  checkServer({ ...options, apiKey }, names)
  return { options: { ...options, apiKey }, name, isProduction: profile.production === true, close: async () => {} }
}

/** Returns the options of the client for a profile, without its key. */
export function optionsOf(profile: Profile): ServerOptions {
  const { base_url: baseUrl, api_url: apiUrl, app_id: appId } = profile
  const { api_key_header: apiKeyHeader, filter_separator: filterSeparator } = profile
  return {
    ...(baseUrl === undefined ? { apiUrl, appId } : { baseUrl }),
    ...(apiKeyHeader !== undefined && { apiKeyHeader }),
    // The client refuses any other text.
    ...(filterSeparator !== undefined && { filterSeparator: filterSeparator as FilterSeparator }),
  }
}

function namesOf({ path, name }: NamedProfile): OptionNames {
  const place = `${path}: profiles.${name}`
  return {
    baseUrl: `${place}.base_url`,
    apiUrl: `${place}.api_url`,
    appId: `${place}.app_id`,
    apiKey: `The API key of the profile ${JSON.stringify(name)}`,
    apiKeyHeader: `${place}.api_key_header`,
    filterSeparator: `${place}.filter_separator`,
  }
}

async function keyOf(
  { path, name, profile }: NamedProfile,
  environment: NodeJS.ProcessEnv,
  options: ServerOptions,
  ask: Ask,
): Promise<string> {
  const source = keySourceOf(profile)
  if (source)
    return readApiKey(
      { ...source, place: `profiles.${name}.${source.field} in ${path}`, folder: dirname(path) },
      environment,
    )
  const text = JSON.stringify(name)
  if (!ask.isInteractive) {
    const isSet = readVariable(environment, 'SCEYT_API_KEY') !== undefined
    throw new UsageError(
      `The profile ${text} in ${path} has no API key: add key_env, key_file or key_command to it.${
        isSet
          ? ' SCEYT_API_KEY is set, but it is used for a profile only if its key_env says so, since it may be the key of another server.'
          : ''
      }`,
    )
  }
  const key = await ask.hidden(`API key of the profile ${text} (${hostOf(options)}):`)
  if (key === '') throw new UsageError('The API key is empty. Nothing was sent.')
  return key
}
