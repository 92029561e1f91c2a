import { keySourceOf } from './key-source-of.js'
import type { Profile } from './profile.js'
import { optionsOf } from './profile-server.js'
import type { ProfilesContext } from './profiles-context.js'
import { profilesPath } from './profiles-file.js'
import type { KeySource } from './read-api-key.js'
import { readProfiles } from './read-profiles.js'
import { serverText } from './server-text.js'

/** Where a key comes from: `prompt` if the user is asked for it, and `none` for a sandbox. */
export type KeyKind = KeySource['kind'] | 'prompt' | 'none'

/** A profile without its secrets. */
interface ListedProfile {
  name: string
  server: string
  key: KeyKind
  production: boolean
  default: boolean
}

/** Prints the profiles, and never a key. */
export async function listProfiles(
  { output }: { output?: 'table' | 'json' },
  { environment, print, note }: ProfilesContext,
): Promise<void> {
  const path = profilesPath(environment)
  const { default: byDefault, byName } = await readProfiles(path)
  const listed = [...byName].map(([name, profile]) => toListed(name, profile, byDefault ?? onlyName(byName)))
  if (output === 'json') await print(JSON.stringify(listed, null, 2))
  else if (listed.length > 0) await print(toTable(listed))
  if (listed.length === 0) note(`There are no profiles in ${path}. To add one: sceyt-platform profiles add --help`)
}

/** A profile that is alone is used without being the default. */
function onlyName(byName: ReadonlyMap<string, Profile>): string | undefined {
  return byName.size === 1 ? [...byName.keys()][0] : undefined
}

function toListed(name: string, profile: Profile, byDefault: string | undefined): ListedProfile {
  const { sandbox, production = false } = profile
  return {
    name,
    server: sandbox ? 'sandbox' : serverText(optionsOf(profile)),
    key: sandbox ? 'none' : (keySourceOf(profile)?.kind ?? 'prompt'),
    production,
    default: name === byDefault,
  }
}

function toTable(listed: readonly ListedProfile[]): string {
  const rows = [
    ['NAME', 'SERVER', 'KEY', 'PRODUCTION', 'DEFAULT'],
    ...listed.map((it) => [it.name, it.server, it.key, it.production ? 'yes' : '', it.default ? 'yes' : '']),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
