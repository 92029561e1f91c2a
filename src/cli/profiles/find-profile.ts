import { didYouMean } from '../../common/unknown-name.js'
import { UsageError } from '../usage-error.js'
import type { Profile, Profiles } from './profile.js'

/**
 * Finds a profile by its name.
 *
 * @throws UsageError with the name that was probably meant, or with all names.
 */
export function findProfile(name: string, { byName }: Profiles, path: string): Profile {
  const profile = byName.get(name)
  if (profile) return profile
  const names = [...byName.keys()]
  const others = names.length > 0 ? `; use ${names.join(', ')}.` : ', which has no profiles.'
  throw new UsageError(`There is no profile ${JSON.stringify(name)} in ${path}${didYouMean(name, names, others)}`)
}
