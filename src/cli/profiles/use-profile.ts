import { findProfile } from './find-profile.js'
import { precedenceNote } from './precedence-note.js'
import type { ProfilesContext } from './profiles-context.js'
import { profilesPath } from './profiles-file.js'
import { readProfiles } from './read-profiles.js'
import { writeProfiles } from './write-profiles.js'

/**
 * Makes a profile the default.
 *
 * @throws UsageError if there is no such profile.
 */
export async function useProfile(name: string, { environment, note }: ProfilesContext): Promise<void> {
  const path = profilesPath(environment)
  const profiles = await readProfiles(path)
  findProfile(name, profiles, path)
  await writeProfiles(path, { ...profiles, default: name })
  note(`The default profile is now ${JSON.stringify(name)}.${precedenceNote(name, environment)}`)
}
