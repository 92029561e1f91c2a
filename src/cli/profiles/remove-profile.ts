import { existsSync } from 'node:fs'
import { findProfile } from './find-profile.js'
import type { ProfilesContext } from './profiles-context.js'
import { profilesPath, sandboxPath } from './profiles-file.js'
import { readProfiles } from './read-profiles.js'
import { writeProfiles } from './write-profiles.js'

/**
 * Removes a profile. The state of a sandbox stays in its file.
 *
 * @throws UsageError if there is no such profile.
 */
export async function removeProfile(name: string, { environment, note }: ProfilesContext): Promise<void> {
  const path = profilesPath(environment)
  const profiles = await readProfiles(path)
  const profile = findProfile(name, profiles, path)
  const byName = new Map(profiles.byName)
  byName.delete(name)
  await writeProfiles(path, { default: profiles.default === name ? undefined : profiles.default, byName })
  note(`The profile ${JSON.stringify(name)} is removed.`)
  const file = sandboxPath(path, name)
  if (profile.sandbox && existsSync(file))
    note(
      `The state of its sandbox is still in ${file} and the files beside it that begin with its name; delete them if you do not need it.`,
    )
}
