import { keyFields, type Profile } from './profile.js'
import type { KeySource } from './read-api-key.js'

const kinds = { key: 'stored', key_env: 'env', key_file: 'file', key_command: 'command' } as const

/** Returns where a profile has its key from, and the field that states it; undefined if the user is asked for it. */
export function keySourceOf(
  profile: Profile,
): (Pick<KeySource, 'kind' | 'value'> & { field: (typeof keyFields)[number] }) | undefined {
  for (const field of keyFields) {
    const value = profile[field]
    if (value !== undefined) return { kind: kinds[field], value, field }
  }
  return undefined
}
