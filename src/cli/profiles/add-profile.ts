import { resolve } from 'node:path'
import { listOf } from '../../common/describe-missing.js'
import { UsageError } from '../usage-error.js'
import { checkServer } from './check-server.js'
import { precedenceNote } from './precedence-note.js'
import { isProfileName, isVariableName, type Profile, profileNameRule } from './profile.js'
import { optionsOf } from './profile-server.js'
import type { ProfilesContext } from './profiles-context.js'
import { profilesPath } from './profiles-file.js'
import { readProfiles } from './read-profiles.js'
import { hostOf } from './server.js'
import { writeProfiles } from './write-profiles.js'

/** The flags of `profiles add`. */
export interface AddFlags {
  baseUrl?: string
  apiUrl?: string
  appId?: string
  apiKeyHeader?: string
  filterSeparator?: string
  keyEnv?: string
  keyFile?: string
  keyCommand?: string
  production?: boolean
  sandbox?: boolean
  default?: boolean
  force?: boolean
}

const flagNames = {
  baseUrl: '--base-url',
  apiUrl: '--api-url',
  appId: '--app-id',
  apiKeyHeader: '--api-key-header',
  filterSeparator: '--filter-separator',
  keyEnv: '--key-env',
  keyFile: '--key-file',
  keyCommand: '--key-command',
  production: '--production',
} as const satisfies Partial<Record<keyof AddFlags, string>>

/** Those that only a profile with a server has. */
const serverFlags = Object.keys(flagNames) as (keyof typeof flagNames)[]
const keyFlags = ['keyEnv', 'keyFile', 'keyCommand'] as const

/**
 * Adds a profile, which becomes the default if it is the first one. Without a flag for the key, the user is asked for it.
 *
 * @throws UsageError naming the flag that is missing or not valid; nothing is written then.
 */
export async function addProfile(name: string, flags: AddFlags, context: ProfilesContext): Promise<void> {
  const { environment, note } = context
  if (!isProfileName(name))
    throw new UsageError(`The name of a profile must be ${profileNameRule}, got ${JSON.stringify(name.slice(0, 80))}.`)
  const path = profilesPath(environment)
  const profiles = await readProfiles(path)
  if (profiles.byName.has(name) && !flags.force)
    throw new UsageError(`There is a profile ${JSON.stringify(name)} already. To replace it, pass --force.`)
  const profile = flags.sandbox ? sandboxOf(flags) : await withKey(name, profileOf(flags), context)
  const isDefault = flags.default || profiles.byName.size === 0 || profiles.default === name
  const byName = new Map(profiles.byName).set(name, profile)
  await writeProfiles(path, { default: isDefault ? name : profiles.default, byName })
  const more = isDefault ? `, and is the default.${precedenceNote(name, environment)}` : '.'
  note(`The profile ${JSON.stringify(name)} is in ${path}${more}`)
}

function sandboxOf(flags: AddFlags): Profile {
  const others = serverFlags.filter((flag) => flags[flag] !== undefined).map((flag) => flagNames[flag])
  if (others.length > 0)
    throw new UsageError(
      `--sandbox cannot be combined with ${listOf(others)}: a sandbox has no server and no secret key.`,
    )
  return { sandbox: true }
}

function profileOf(flags: AddFlags): Profile {
  for (const flag of serverFlags) {
    const value = flags[flag]
    if (typeof value === 'string' && value.trim() === '') throw new UsageError(`${flagNames[flag]} is empty.`)
  }
  const { baseUrl, apiUrl, appId, apiKeyHeader, filterSeparator, keyEnv, keyFile, keyCommand, production } = flags
  if (baseUrl === undefined && (apiUrl === undefined || appId === undefined)) {
    const missing = apiUrl !== undefined ? '--app-id is' : appId !== undefined ? '--api-url is' : 'The server is'
    throw new UsageError(`${missing} missing: pass --base-url, or --api-url and --app-id, or --sandbox.`)
  }
  const sources = keyFlags.filter((flag) => flags[flag] !== undefined).map((flag) => flagNames[flag])
  if (sources.length > 1) throw new UsageError(`Pass only one of ${listOf(sources)}.`)
  // The message omits the value, which may be the key.
  if (keyEnv !== undefined && !isVariableName(keyEnv))
    throw new UsageError('--key-env must be the name of an environment variable, not the key itself.')
  const profile: Profile = {
    ...(baseUrl !== undefined && { base_url: baseUrl.trim() }),
    ...(apiUrl !== undefined && { api_url: apiUrl.trim() }),
    ...(appId !== undefined && { app_id: appId.trim() }),
    ...(apiKeyHeader !== undefined && { api_key_header: apiKeyHeader }),
    ...(filterSeparator !== undefined && { filter_separator: filterSeparator }),
    ...(keyEnv !== undefined && { key_env: keyEnv }),
    ...(keyFile !== undefined && { key_file: keyFile.startsWith('~/') ? keyFile : resolve(keyFile) }),
    ...(keyCommand !== undefined && { key_command: keyCommand }),
    ...(production && { production }),
  }
  // Here alone both may be given, and the client is to refuse that.
  checkServer(
    { ...optionsOf(profile), ...(apiUrl !== undefined && { apiUrl }), ...(appId !== undefined && { appId }) },
    names,
  )
  return profile
}

const names = { ...flagNames, apiKey: 'The API key' }

/** Asks for the key, unless the profile states where it comes from. */
async function withKey(name: string, profile: Profile, { ask, note }: ProfilesContext): Promise<Profile> {
  if (profile.key_env ?? profile.key_file ?? profile.key_command) return profile
  if (!ask.isInteractive)
    throw new UsageError(
      'The key is missing, and there is no terminal to ask on: pass --key-env NAME, --key-file FILE or --key-command COMMAND.',
    )
  const options = optionsOf(profile)
  const key = await ask.hidden(`API key for ${hostOf(options)} (Enter alone: ask for it in each command):`)
  if (key === '') {
    note(`No key is stored, so each command with the profile ${JSON.stringify(name)} asks for it.`)
    return profile
  }
  checkServer({ ...options, apiKey: key }, names)
  return { ...profile, key }
}
