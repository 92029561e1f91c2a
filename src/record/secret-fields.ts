import { isSecretName, secretNameWithin } from './secret-name.js'

/** The name of a field and its colon, at any level of JSON within strings of JSON: each level has more backslashes. */
const start = /(?<!\\)(\\*)"([^"\\]{1,60})\1"\s*:\s*/g
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
    const isContainer = /[[{]/.test(text.charAt(from))
    if (!(isContainer ? secretNameWithin(name) : isSecretName(name))) continue
    start.lastIndex = addValues(text, from, backslashes, found)
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
    const [digits] = number.exec(text) ?? []
    if (text.startsWith(quote, at)) {
      const first = at + quote.length
      const end = endOfString(text, first, backslashes.length)
      at = end + quote.length
      colon.lastIndex = at
      const isName = depth > 0 && colon.test(text)
      if (!isName && end > first) found.push({ from: first, to: end, isNumber: false, quote })
    } else if (digits) {
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

/** Returns the position of the quote that ends a string, with its backslashes. At each level, a backslash is doubled. */
function endOfString(text: string, from: number, escapes: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (at - backslashes > from && text[at - backslashes - 1] === '\\') backslashes++
    if (backslashes % (2 * escapes + 2) === escapes) return at - escapes
  }
  return text.length
}
