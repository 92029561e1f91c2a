import { listOf } from '../../common/describe-missing.js'
import type { Ask } from '../ask.js'
import { UsageError } from '../usage-error.js'
import { environmentServer, hasServer } from './environment-server.js'
import { findProfile } from './find-profile.js'
import { offerSandbox } from './offer-sandbox.js'
import type { Profile } from './profile.js'
import { profileServer } from './profile-server.js'
import { profilesPath } from './profiles-file.js'
import { readProfiles } from './read-profiles.js'
import { readVariable } from './read-variable.js'
import type { Server, Wanted } from './server.js'

/**
 * Finds the server of a command and its key: the profile of `--profile`, that of `SCEYT_PROFILE`, the server in the environment,
 * the default profile, the only profile, or a sandbox that is offered on a terminal.
 *
 * @param ask - Asks for a key that is stored nowhere.
 * @throws UsageError if there is no server or no key, or they are not valid.
 */
export async function resolveServer(
  flags: { profile?: string | undefined },
  environment: NodeJS.ProcessEnv,
  ask: Ask,
  wanted: Wanted,
): Promise<Server> {
  const path = profilesPath(environment)
  const open = (name: string, profile: Profile) => profileServer({ path, name, profile }, environment, ask, wanted)
  const named = flags.profile ?? readVariable(environment, 'SCEYT_PROFILE')
  if (named !== undefined) return open(named, findProfile(named, await readProfiles(path), path))
  if (hasServer(environment)) return environmentServer(environment, ask, wanted)
  const profiles = await readProfiles(path)
  const names = [...profiles.byName.keys()]
  const name = profiles.default ?? (names.length === 1 ? names[0] : undefined)
  if (name !== undefined) return open(name, findProfile(name, profiles, path))
  if (names.length > 1)
    throw new UsageError(
      `None of the profiles ${listOf(names)} is the default. Pass --profile NAME, or run: sceyt-platform profiles use NAME`,
    )
  await offerSandbox(path, ask, wanted)
  return open('sandbox', { sandbox: true })
}
