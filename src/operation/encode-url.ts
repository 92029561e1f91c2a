import { InputError } from '../errors/input-error.js'

/**
 * Percent-encodes a string as RFC 3986 requires: everything but letters, digits and `-._~`.
 * `encodeURIComponent` does not encode `!'()*`, which the API does not allow.
 *
 * @throws URIError if the string contains a lone surrogate; `checkInput` rejects those first.
 */
export function encode(value: string): string {
  // Most ids need no encoding, and this check is faster.
  if (/^[\w.~-]*$/.test(value)) return value
  return encodeURIComponent(value).replace(/[!'()*]/g, percentEncode)
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/**
 * Fills in a path template: `/users/{username}` becomes `/users/username_new%2Auser`.
 *
 * @throws InputError if a parameter is missing.
 */
export function encodePath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  const parts = partsOf(template)
  let path = ''
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as string
    // Every second part is the name of a parameter.
    path += index % 2 === 0 ? part : encodeParameter(part, parameters[part])
  }
  return path
}

const templates = new Map<string, string[]>()

function partsOf(template: string): string[] {
  const known = templates.get(template)
  if (known) return known
  const parts = template.split(/[{}]/)
  templates.set(template, parts)
  return parts
}

function encodeParameter(name: string, value: unknown): string {
  if (value === undefined || value === null) throw new InputError(name, 'is missing.')
  return encode(String(value))
}

/**
 * Serializes a query: undefined values are omitted, arrays repeat their name.
 *
 * @throws InputError if a value cannot be serialized.
 */
export function encodeQuery(query: object): string {
  const pairs: string[] = []
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined) continue
      if (!['string', 'number', 'boolean'].includes(typeof item))
        throw new InputError(name, 'must be a string, a number or a boolean.')
      if (!isWellFormed(name) || !isWellFormed(String(item)))
        throw new InputError(name, 'must be well-formed text; it contains a lone surrogate.')
      pairs.push(`${encode(name)}=${encode(String(item))}`)
    }
  }
  return pairs.join('&')
}

/** Returns whether a string has no lone surrogate, so that it can be encoded as UTF-8. */
export function isWellFormed(value: string): boolean {
  return !/\p{Surrogate}/u.test(value)
}
