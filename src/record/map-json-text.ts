import type { ChangeText } from './map-json.js'
import { endOfString } from './secret-fields.js'
import { isNameOfPair, isValueOfPair, secretNameWithin } from './secret-name.js'

/** Of what is between two strings. */
const part = /[[\]{},:]|-?\d[\d.eE+-]*/g

/** An object or an array of a JSON text. */
interface Container {
  parent: Container | undefined
  /** Its own name in an object, or undefined in an array. */
  key: string | undefined
  isArray: boolean
  /** The secret name beside a value, as in `{"name":"token","value":"abc"}`. */
  paired?: string
}

/** A string or a number of a JSON text. The name of a field is one without a parent. */
interface Scalar {
  from: number
  to: number
  parent: Container | undefined
  key: string | undefined
}

/**
 * Changes a JSON text as `mapJson` changes its value. Everything else stays as it is: spaces, the digits of large numbers, and
 * the escapes of strings that are not changed.
 *
 * @returns Undefined if it is not JSON.
 */
export function mapJsonText(text: string, change: ChangeText): string | undefined {
  if (!/^\s*["[{]/.test(text) || !isJson(text)) return undefined
  const { scalars, containers } = scan(text)
  const names = new Map<Container, string | undefined>()
  const nameOf = ({ parent, key }: Pick<Scalar, 'parent' | 'key'>): string | undefined => {
    if (!parent) return undefined
    const outer = names.get(parent)
    const secret = outer === undefined ? undefined : secretNameWithin(outer)
    if (secret !== undefined) return secret
    if (parent.isArray) return outer
    return key !== undefined && isValueOfPair(key) ? (parent.paired ?? key) : key
  }
  // A container comes after the one around it.
  for (const container of containers) names.set(container, nameOf(container))
  let changed = ''
  let last = 0
  for (const scalar of scalars) {
    const { from, to } = scalar
    const value = readScalar(text.slice(from, to))
    const shown = change(value, nameOf(scalar))
    if (shown === value) continue
    changed += text.slice(last, from) + JSON.stringify(shown)
    last = to
  }
  return changed + text.slice(last)
}

function scan(text: string): { scalars: Scalar[]; containers: Container[] } {
  const scalars: Scalar[] = []
  const containers: Container[] = []
  let parent: Container | undefined
  let key: string | undefined
  let isName = false
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at)
    for (const { 0: found, index } of text.slice(at, quote < 0 ? text.length : quote).matchAll(part)) {
      if (found === '{' || found === '[') {
        parent = { parent, key, isArray: found === '[' }
        containers.push(parent)
        key = undefined
        isName = !parent.isArray
      } else if (found === '}' || found === ']') parent = parent?.parent
      else if (found === ',') {
        key = undefined
        isName = parent?.isArray === false
      } else if (found === ':') isName = false
      else scalars.push({ from: at + index, to: at + index + found.length, parent, key })
    }
    if (quote < 0) break
    at = endOfString(text, quote + 1) + 1
    if (isName) {
      key = readScalar(text.slice(quote, at))
      scalars.push({ from: quote, to: at, parent: undefined, key: undefined })
      continue
    }
    scalars.push({ from: quote, to: at, parent, key })
    if (!parent || key === undefined || !isNameOfPair(key)) continue
    const name = readScalar(text.slice(quote, at))
    if (secretNameWithin(name) !== undefined) parent.paired = name
  }
  return { scalars, containers }
}

/** Returns the string or the digits of a scalar. */
function readScalar(raw: string): string {
  return raw.startsWith('"') ? (JSON.parse(raw) as string) : raw
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
