/** Finds texts with an integer of 16 digits. Ids in strings do not match, so that most bodies are parsed once. */
const suspicious = /(?:^|[:,[\s])-?\d{16}/
const numbers = /-?\d[\d.eE+-]*/g

/**
 * Quotes the integers of a JSON text that `JSON.parse` would round, so that they become strings with every digit. Numbers with a
 * fraction or an exponent stay as they are: no id is one.
 *
 * @returns The text as it is, if it has no such integer or is not JSON.
 */
export function quoteLargeNumbers(json: string): string {
  if (!suspicious.test(json) || !isJson(json)) return json
  let inString = false
  const parts = json.split('"').map((part) => {
    const quoted = inString ? part : part.replace(numbers, quoteLarge)
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

function quoteLarge(literal: string): string {
  return /[.e]/i.test(literal) || Number.isSafeInteger(Number(literal)) ? literal : `"${literal}"`
}
