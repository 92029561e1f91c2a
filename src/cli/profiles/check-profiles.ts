import { describe } from '../../common/describe.js'
import { describeMissing, listOf } from '../../common/describe-missing.js'
import { ownFields } from '../../common/own-fields.js'
import { didYouMean } from '../../common/unknown-name.js'
import { UsageError } from '../usage-error.js'
import {
  isProfileName,
  isVariableName,
  keyFields,
  type Profile,
  type Profiles,
  profileNameRule,
  textFields,
} from './profile.js'

const fileFields = ['default', 'profiles']
const flagFields = ['production', 'sandbox'] as const
const profileFields: readonly string[] = [...textFields, ...flagFields]

/**
 * Checks the JSON of the file of profiles. No error quotes a value, which may be a key, even in a field that is not meant for one.
 *
 * @param path - The file, for errors.
 * @throws UsageError naming the field that is not valid, such as `profiles.staging.base_url`.
 */
export function checkProfiles(value: unknown, path: string): Profiles {
  try {
    const file = fieldsOf('the file', '', value, fileFields)
    const { default: byDefault, profiles = {} } = file
    if (byDefault !== undefined && typeof byDefault !== 'string') refuse('default', 'a string', byDefault)
    return {
      default: byDefault as string | undefined,
      byName: new Map(
        Object.entries(fieldsOf('profiles', 'profiles', profiles)).map(([name, profile]) => [
          name,
          checkProfile(name, profile),
        ]),
      ),
    }
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${path}: ${error.message}`) : error
  }
}

function checkProfile(name: string, value: unknown): Profile {
  if (!isProfileName(name))
    throw new UsageError(
      `profiles has the name ${JSON.stringify(name.slice(0, 80))}; a name must be ${profileNameRule}.`,
    )
  const place = `profiles.${name}`
  const profile = fieldsOf(place, place, value, profileFields)
  for (const field of textFields) {
    const text = profile[field]
    if (text === undefined) continue
    if (typeof text !== 'string') refuse(`${place}.${field}`, 'a string', text)
    if ((text as string).trim() === '') throw new UsageError(`${place}.${field} is empty.`)
  }
  for (const field of flagFields) {
    const isValid = typeof profile[field] === 'boolean' || profile[field] === undefined
    if (!isValid) refuse(`${place}.${field}`, 'true or false', profile[field])
  }
  const checked = profile as Profile
  checkServer(place, checked)
  const sources = keyFields.filter((field) => checked[field] !== undefined)
  if (sources.length > 1) throw new UsageError(`${place} has ${listOf(sources)}; keep one of them.`)
  if (checked.key_env !== undefined && !isVariableName(checked.key_env))
    throw new UsageError(`${place}.key_env must be the name of an environment variable, not the key itself.`)
  return checked
}

function checkServer(place: string, profile: Profile): void {
  if (profile.sandbox) {
    const others = Object.keys(profile).filter((field) => field !== 'sandbox')
    if (others.length > 0) throw new UsageError(`${place}.sandbox must be alone, but there is ${listOf(others)} too.`)
    return
  }
  const parts = (['api_url', 'app_id'] as const).filter((field) => profile[field] !== undefined)
  const missing = (['api_url', 'app_id'] as const).filter((field) => profile[field] === undefined)
  if (profile.base_url !== undefined && parts.length > 0)
    throw new UsageError(`${place} has base_url and ${listOf(parts)}; base_url replaces api_url and app_id.`)
  if (profile.base_url !== undefined || missing.length === 0) return
  throw new UsageError(
    parts.length > 0
      ? `${place}.${missing[0]} ${describeMissing([...missing])}`
      : `${place} has no server: it needs base_url, or api_url and app_id.`,
  )
}

/** Returns the fields of an object, and refuses those that are not known. */
function fieldsOf(name: string, place: string, value: unknown, known?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(name, 'an object', value)
  for (const field of Object.keys(value as object)) {
    if (!known || known.includes(field)) continue
    const path = place === '' ? field : `${place}.${field}`
    throw new UsageError(`${path} is not known${didYouMean(field, known, `; use ${known.join(', ')}.`)}`)
  }
  return ownFields(value as Record<string, unknown>)
}

function refuse(name: string, expected: string, value: unknown): never {
  const isSimple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  throw new UsageError(`${name} must be ${expected}, got ${isSimple ? `a ${typeof value}` : describe(value)}.`)
}
