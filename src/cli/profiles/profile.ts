/** A profile, as it is in the file: a server, and where its API key comes from. */
export interface Profile {
  base_url?: string
  api_url?: string
  app_id?: string
  api_key_header?: string
  filter_separator?: string
  /** The key itself. */
  key?: string
  /** Name of the environment variable with the key. */
  key_env?: string
  /** Path of the file with the key, from the folder of the profiles. */
  key_file?: string
  /** Shell command that prints the key. */
  key_command?: string
  /** Whether writes need a confirmation. */
  production?: boolean
  /** A sandbox of this process, in place of a server. */
  sandbox?: true
}

/** The profiles of a user. */
export interface Profiles {
  /** Name of the profile that is used where nothing names another one. */
  readonly default: string | undefined
  readonly byName: ReadonlyMap<string, Profile>
}

/** The fields of a profile that are text. */
export const textFields = [
  'base_url',
  'api_url',
  'app_id',
  'api_key_header',
  'filter_separator',
  'key',
  'key_env',
  'key_file',
  'key_command',
] as const satisfies readonly (keyof Profile)[]

/** The fields that state where the key comes from, of which a profile has one or none. */
export const keyFields = ['key', 'key_env', 'key_file', 'key_command'] as const satisfies readonly (keyof Profile)[]

/** Returns whether a text can be the name of a profile, and a part of the name of a file. */
export function isProfileName(name: string): boolean {
  return /^[a-z\d][\w.-]{0,63}$/i.test(name)
}

/** The rule of `isProfileName` in words. */
export const profileNameRule = '1 to 64 letters, digits and -._, and begin with a letter or a digit'

/** Returns whether a text can be the name of an environment variable. */
export function isVariableName(name: string): boolean {
  return /^[a-z_]\w*$/i.test(name)
}
