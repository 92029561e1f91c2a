import { quoteLargeNumbers } from '../http/quote-large-numbers.js'
import { secretNameWithin } from './secret-name.js'

const mostLevels = 500

/** Changes a text of JSON. `name` is that of the field whose value it is. */
export type ChangeText = (text: string, name?: string) => string

/**
 * Copies JSON with each of its texts changed: values, names, and numbers that contain what is to be changed. Everything in an
 * object or an array with a secret name has that name, and so has the value beside one, as in `{"name":"token","value":"abc"}`.
 */
export function mapJson(value: unknown, change: ChangeText, name?: string): unknown {
  if (typeof value === 'string') return change(value, name)
  if (typeof value === 'number') {
    const text = String(value)
    const changed = change(text, name)
    return changed === text ? value : changed
  }
  if (typeof value !== 'object' || value === null) return value
  const secret = name === undefined ? undefined : secretNameWithin(name)
  if (Array.isArray(value)) return value.map((item) => mapJson(item, change, secret ?? name))
  const paired = pairedName(value)
  const fields = Object.entries(value).map(([key, field]) => {
    const own = (/^value$/i.test(key) ? paired : undefined) ?? key
    return [change(key), mapJson(field, change, secret ?? own)]
  })
  return Object.fromEntries(fields)
}

/** Returns the secret name that an object has as a value. */
function pairedName(value: object): string | undefined {
  const names = Object.entries(value).map(([key, text]) => (/^(name|key)$/i.test(key) ? (text as unknown) : undefined))
  return names.find((name): name is string => typeof name === 'string' && secretNameWithin(name) !== undefined)
}

/** A string, or a number. */
const scalar = /"[^"\\]*(?:\\.[^"\\]*)*"?|-?\d[\d.eE+-]*/g
/** A number as a text, so that no digit is lost. */
const markedNumber = /"\\u0000([\d.eE+-]+)"/g

/**
 * Changes the texts of a text that is JSON as a whole, and the numbers with all their digits. It loses its spaces if one is
 * changed.
 *
 * @returns Undefined if the text is no object and no array.
 */
export function mapJsonText(text: string, change: ChangeText): string | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined
  let isChanged = false
  const changeText: ChangeText = (given, name) => {
    const value = given.replace(/^\0/, '')
    const changed = change(value, name)
    if (changed === value) return given
    isChanged = true
    return changed
  }
  try {
    const marked = text.replace(scalar, (found) => (found.startsWith('"') ? found : `"\\u0000${found}"`))
    const json: unknown = JSON.parse(marked)
    if (isTooDeep(json)) return undefined
    const mapped = JSON.stringify(mapJson(json, changeText)).replace(markedNumber, '$1')
    return isChanged ? mapped : text
  } catch {
    // Not JSON.
    return undefined
  }
}

/** Copies JSON with the names of each object sorted. */
export function sortJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sortJson)
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(fields.map(([name, field]) => [name, sortJson(field)]))
}

/** Returns whether JSON is nested so deeply that to copy it might exceed the stack. */
export function isTooDeep(value: unknown, left = mostLevels): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((field) => isTooDeep(field, left - 1))
}

/**
 * Parses a JSON text.
 *
 * @returns Undefined if it is not JSON, if it is nested too deeply, or if JSON that is written again would lose a value, such as an id above 2^53.
 */
export function parseExactly(text: string): { value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (isTooDeep(value)) return undefined
    const again = JSON.stringify(value, (_name, field: unknown) => {
      if (typeof field === 'number' && (Object.is(field, -0) || !Number.isFinite(field))) throw new RangeError()
      return field
    })
    return [text, again].every((json) => quoteLargeNumbers(json) === json) ? { value } : undefined
  } catch {
    // Not JSON.
    return undefined
  }
}
