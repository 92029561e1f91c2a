import { listOf } from '../../common/describe-missing.js'
import { UsageError } from '../usage-error.js'
import { hasServer } from './environment-server.js'
import { findProfile } from './find-profile.js'
import type { Profile } from './profile.js'
import { readProfiles } from './read-profiles.js'
import { readVariable } from './read-variable.js'

/** Where a command finds its server, and why there; undefined if nothing is configured. */
export type Choice =
  | { kind: 'profile'; name: string; profile: Profile; by: '--profile' | 'SCEYT_PROFILE' | 'default' | 'only profile' }
  | { kind: 'environment' }

/**
 * Chooses the server of a command: the profile of `--profile`, that of `SCEYT_PROFILE`, the server in the environment, the default
 * profile, or the only profile. No key is read.
 *
 * @param path - The file of profiles.
 * @throws UsageError if there is no such profile, or none of several is the default.
 */
export async function chooseServer(
  flags: { profile?: string | undefined },
  environment: NodeJS.ProcessEnv,
  path: string,
): Promise<Choice | undefined> {
  const variable = readVariable(environment, 'SCEYT_PROFILE')
  const named = flags.profile ?? variable
  if (named === undefined && hasServer(environment)) return { kind: 'environment' }
  const profiles = await readProfiles(path)
  const choose = (name: string, by: Extract<Choice, { kind: 'profile' }>['by']): Choice => {
    return { kind: 'profile', name, profile: findProfile(name, profiles, path), by }
  }
  if (named !== undefined) return choose(named, flags.profile === undefined ? 'SCEYT_PROFILE' : '--profile')
  if (profiles.default !== undefined) return choose(profiles.default, 'default')
  const [name, ...others] = profiles.byName.keys()
  if (name === undefined) return undefined
  if (others.length === 0) return choose(name, 'only profile')
  throw new UsageError(
    `None of the profiles ${listOf([name, ...others])} is the default. Pass --profile NAME, or run: sceyt-platform profiles use NAME`,
  )
}
