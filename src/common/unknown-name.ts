const longestName = 40

/**
 * Describes a name that is not known, with the known one that was probably meant.
 *
 * @param kind - The kind of name, such as `option`.
 * @param known - The names to choose from. Without a similar one, the message lists them.
 */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const list = known.length > 0 ? `; use ${known.join(', ')}.` : '.'
  return `there is no ${kind} ${JSON.stringify(name.slice(0, longestName))}${didYouMean(name, known, list)}`
}

/** Ends a sentence about a name with the known one that was probably meant. */
export function didYouMean(name: unknown, known: readonly string[], otherwise = '.'): string {
  const nearest = typeof name === 'string' ? nearestName(name, known) : undefined
  return nearest === undefined ? otherwise : `; did you mean ${JSON.stringify(nearest)}?`
}

/**
 * Returns the known name with the fewest differences, whatever the case, unless about a third of the characters differs. The only
 * one that has the name as its first words is one difference away: `avatar` is short for `avatar_url`.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined
  let nearest: string | undefined
  // Two letters that have changed places are two differences.
  let least = (name.length < 4 ? 1 : Math.max(2, Math.round(name.length / 3))) + 1
  const given = name.toLowerCase()
  const longer = known.filter((candidate) => /^[_-]/.test(restOf(candidate.toLowerCase(), given)))
  for (const candidate of known) {
    const isShort = longer.length === 1 && longer[0] === candidate
    const edits = isShort ? 1 : countEdits(given, candidate.toLowerCase())
    if (edits >= least) continue
    least = edits
    nearest = candidate
  }
  return nearest
}

/** Returns what follows a beginning, or "" for a text without it. */
function restOf(text: string, beginning: string): string {
  return text.startsWith(beginning) ? text.slice(beginning.length) : ''
}

/** Counts the characters to insert, delete or replace: the Levenshtein distance. */
function countEdits(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [row, character] of [...from].entries()) {
    const current = [row + 1]
    for (const [index, other] of [...to].entries()) {
      const replaced = (previous[index] ?? 0) + (character === other ? 0 : 1)
      current.push(Math.min(replaced, (previous[index + 1] ?? 0) + 1, (current[index] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
