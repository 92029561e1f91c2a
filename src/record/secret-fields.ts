import { isSecretField, secretNameWithin } from './secret-name.js'

/** The name of a field and its colon, at any level of JSON within strings of JSON: each level has more backslashes. */
const start = /(?<!\\)(\\*)"([^"\\]{1,60})\1"\s*:\s*/g
const slashes = /(\\*)("?)/y
const number = /-?\d[\d.eE+-]*/y
const colon = /\s*:/y

/** A string, without its quotes, or a number. */
interface Value {
  from: number
  to: number
  isNumber: boolean
  /** A quote, with the backslashes of its level. */
  quote: string
}

/** Finds the values of fields with secret names in text that contains JSON, also escaped or cut. */
export function findSecretFields(text: string): Value[] {
  const found: Value[] = []
  start.lastIndex = 0
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const [whole, backslashes = '', name = ''] = match
    const from = match.index + whole.length
    if (secretNameWithin(name) === undefined) continue
    const values: Value[] = []
    start.lastIndex = addValues(text, from, backslashes, values)
    const isCount = values.every((value) => !isSecretField(name, text.slice(value.from, value.to)))
    if (/[[{]/.test(text.charAt(from)) || !isCount) found.push(...values)
  }
  return found
}

/** Adds the strings and numbers of the value at a position, without the names of fields. Returns the position after it. */
function addValues(text: string, from: number, backslashes: string, found: Value[]): number {
  const quote = `${backslashes}"`
  let depth = 0
  let at = from
  do {
    number.lastIndex = at
    slashes.lastIndex = at
    const [digits] = number.exec(text) ?? []
    const [run = '', level = '', mark] = slashes.exec(text) ?? []
    if (mark && level === backslashes) {
      const first = at + quote.length
      const end = endOfString(text, first, backslashes.length)
      // Either its own quote, or that of the string around it, in which it is cut.
      at = text.startsWith(quote, end) ? end + quote.length : end
      colon.lastIndex = at
      const isName = depth > 0 && colon.test(text)
      if (!isName && end > first) found.push({ from: first, to: end, isNumber: false, quote })
    } else if (mark && outerEscapes(level.length, backslashes.length) !== undefined) {
      // The string around it has ended.
      return at
    } else if (run) at += run.length
    else if (digits) {
      found.push({ from: at, to: at + digits.length, isNumber: true, quote })
      at += digits.length
    } else {
      const character = text.charAt(at++)
      if (character === '{' || character === '[') depth++
      else if (character === '}' || character === ']') depth--
    }
  } while (depth > 0 && at < text.length)
  return at
}

/**
 * Returns the position of the quote that ends a string, with its backslashes, of which each level has twice as many and one more.
 * It may be that of a string around it, in which it is cut.
 */
function endOfString(text: string, from: number, escapes: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (at - backslashes > from && text[at - backslashes - 1] === '\\') backslashes++
    const own = endsString(backslashes, escapes) ? escapes : outerEscapes(backslashes, escapes)
    if (own !== undefined) return at - own
  }
  return text.length
}

/** Returns whether a quote after so many backslashes ends a string whose quotes have so many escapes. The others are content. */
function endsString(backslashes: number, escapes: number): boolean {
  return backslashes % (2 * escapes + 2) === escapes
}

/** Returns the escapes of the quotes of the string around another one that a quote ends, or undefined if it ends none. */
function outerEscapes(backslashes: number, escapes: number): number | undefined {
  for (let outer = 0; outer < escapes; outer = 2 * outer + 1) if (endsString(backslashes, outer)) return outer
  return undefined
}
