/** Lists words as in a sentence: `a, b and c`. */
export function listOf(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join()
}

/** Describes that the first of some names is missing, and the others too. */
export function describeMissing([, ...others]: readonly string[]): string {
  const verb = others.length > 1 ? 'are' : 'is'
  return others.length > 0 ? `is missing, and so ${verb} ${listOf(others)}.` : 'is missing.'
}
