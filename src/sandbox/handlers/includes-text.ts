/** The longest text that engines find fast enough in any other text. */
const shortest = 16

/**
 * Checks whether a text includes another one, in linear time. For some texts, the time of `String.prototype.includes`
 * grows with the product of both lengths.
 */
export function includesText(text: string, sought: string): boolean {
  if (sought.length <= shortest || text.length <= shortest) return text.includes(sought)
  if (sought.length > text.length) return false
  const borders = bordersOf(sought)
  let matched = 0
  for (let index = 0; index < text.length; index++) {
    matched = extend(sought, borders, matched, text.charCodeAt(index))
    if (matched === sought.length) return true
  }
  return false
}

/** Returns, for each prefix, the length of its longest proper prefix that is also a suffix (Knuth-Morris-Pratt). */
function bordersOf(sought: string): Uint32Array {
  const borders = new Uint32Array(sought.length + 1)
  for (let length = 2; length <= sought.length; length++)
    borders[length] = extend(sought, borders, borders[length - 1] as number, sought.charCodeAt(length - 1))
  return borders
}

/** Returns how many characters match after one more. */
function extend(sought: string, borders: Uint32Array, matched: number, code: number): number {
  let length = matched
  while (length > 0 && sought.charCodeAt(length) !== code) length = borders[length] as number
  return sought.charCodeAt(length) === code ? length + 1 : 0
}
