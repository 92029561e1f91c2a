import { dirname, join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { readVariable } from './read-variable.js'

/** Returns the path of the file of profiles: in the folder for configuration, or in `SCEYT_CONFIG_DIR`. */
export function profilesPath(environment: NodeJS.ProcessEnv): string {
  const folder = readVariable(environment, 'SCEYT_CONFIG_DIR')
  return join(
    folder === undefined ? envPaths('sceyt-platform', { suffix: '' }).config : resolve(folder),
    'profiles.json',
  )
}

/** Returns the path of the file that keeps the state of a profile with a sandbox. */
export function sandboxPath(path: string, name: string): string {
  return join(dirname(path), `${name}.sandbox.json`)
}

/** Returns the names of all profiles, to complete a command line; none if the file cannot be used. */
export async function profileNames(environment = process.env): Promise<string[]> {
  // Imported here, since few command lines are completed with these names.
  const { readProfiles } = await import('./read-profiles.js')
  const profiles = await readProfiles(profilesPath(environment)).catch(() => undefined)
  return [...(profiles?.byName.keys() ?? [])]
}
