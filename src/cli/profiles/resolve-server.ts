import type { Ask } from '../ask.js'
import { chooseServer } from './choose-server.js'
import { environmentServer } from './environment-server.js'
import { offerSandbox } from './offer-sandbox.js'
import { profileServer } from './profile-server.js'
import { profilesPath } from './profiles-file.js'
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
  const choice = await chooseServer(flags, environment, path)
  if (choice?.kind === 'environment') return environmentServer(environment, ask, wanted)
  if (!choice) await offerSandbox(path, ask, wanted)
  const { name, profile } = choice ?? { name: 'sandbox', profile: { sandbox: true } }
  return profileServer({ path, name, profile }, environment, ask, wanted)
}
