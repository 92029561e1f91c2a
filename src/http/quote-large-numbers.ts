/**
 * Finds texts with a number that `JSON.parse` may round. Ids in strings do not match, so that most bodies are parsed once.
 * A number of at most 15 digits is exact, unless its exponent has three.
 */
const suspicious = /(?:^|[:,[\s])-?(?:\d{16}|\d[\d.]{14,}[eE]|\d[\d.]*[eE]\+?\d{3})/
const numbers = /-?\d[\d.eE+-]*/g

/**
 * Quotes the numbers of a JSON text that `JSON.parse` would round or turn into `Infinity`, so that they become strings with
 * every digit: integers outside the safe range, and other numbers beyond it with more digits than a number can hold.
 *
 * @returns The text as it is, if it has no such number or is not JSON.
 */
export function quoteLargeNumbers(json: string): string {
  if (!suspicious.test(json) || !isJson(json)) return json
  let inString = false
  const parts = json.split('"').map((part) => {
    const quoted = inString ? part : part.replace(numbers, (literal) => (isExact(literal) ? literal : `"${literal}"`))
    // The quote after an odd number of backslashes belongs to the string.
    const isEscaped = inString && /(^|[^\\])(\\\\)*\\$/.test(part)
    inString = isEscaped || !inString
    return quoted
  })
  return parts.join('"')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isExact(literal: string): boolean {
  const value = Number(literal)
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return true
  return /[.e]/i.test(literal) && digitsOf(literal) === digitsOf(String(value))
}

/** Returns the significant digits of a number. */
function digitsOf(number: string): string {
  const digits = number.replace(/e.*/i, '').replace(/\D/g, '')
  let [start, end] = [0, digits.length]
  while (digits[start] === '0') start++
  while (digits[end - 1] === '0') end--
  return digits.slice(start, end)
}
