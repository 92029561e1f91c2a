import { UsageError } from '../usage-error.js'
import { type Choice, chooseServer } from './choose-server.js'
import { environmentKeySource, environmentOptions } from './environment-server.js'
import { keySourceOf } from './key-source-of.js'
import type { KeyKind } from './list-profiles.js'
import { advice } from './offer-sandbox.js'
import { optionsOf } from './profile-server.js'
import type { ProfilesContext } from './profiles-context.js'
import { profilesPath, sandboxPath } from './profiles-file.js'
import { serverText } from './server-text.js'

/** The server that commands use, without its key. */
interface Current {
  /** Name of the profile; null for the server in the environment. */
  profile: string | null
  /** Why it is this one. */
  chosenBy: Extract<Choice, { kind: 'profile' }>['by'] | 'environment'
  server: string
  /** The file of a sandbox. */
  file?: string
  key: KeyKind
  /** The variable or the field that states the key, or where it is; null if there is none. */
  keyFrom: string | null
  production: boolean
}

/**
 * Prints which server commands use, and where its key comes from. No key is read, and no request is made.
 *
 * @throws UsageError if no server is configured.
 */
export async function showCurrent(
  { output, profile }: { output?: 'table' | 'json'; profile?: string | undefined },
  { environment, print }: ProfilesContext,
): Promise<void> {
  const path = profilesPath(environment)
  const choice = await chooseServer({ profile }, environment, path)
  if (!choice) throw new UsageError(advice)
  const current = toCurrent(choice, environment, path)
  await print(output === 'json' ? JSON.stringify(current, null, 2) : toTable(current))
}

function toCurrent(choice: Choice, environment: NodeJS.ProcessEnv, path: string): Current {
  if (choice.kind === 'environment') {
    const source = environmentKeySource(environment)
    const options = environmentOptions(environment)
    // What is stored in a variable is in the environment.
    const key = source?.kind === 'stored' ? 'env' : (source?.kind ?? 'prompt')
    const keyFrom = source?.place ?? null
    return { profile: null, chosenBy: 'environment', server: serverText(options), key, keyFrom, production: false }
  }
  const { name, profile, by } = choice
  const source = keySourceOf(profile)
  return {
    profile: name,
    chosenBy: by,
    server: profile.sandbox ? 'sandbox' : serverText(optionsOf(profile)),
    ...(profile.sandbox && { file: sandboxPath(path, name) }),
    key: profile.sandbox ? 'none' : (source?.kind ?? 'prompt'),
    keyFrom: source ? `profiles.${name}.${source.field}` : null,
    production: profile.production === true,
  }
}

function toTable({ profile, chosenBy, server, file, key, keyFrom, production }: Current): string {
  const rows = [
    ...(profile === null ? [] : [['profile', profile]]),
    ['chosen by', chosenBy],
    ['server', server],
    ...(file === undefined ? [] : [['file', file]]),
    ['key', keyFrom === null ? key : `${key} (${keyFrom})`],
    ['production', production ? 'yes' : 'no'],
  ]
  return rows.map(([title = '', text]) => `${title.padEnd('production'.length)}  ${text}`).join('\n')
}
