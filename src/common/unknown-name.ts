const longestName = 40

/**
 * Describes a name that is not known, with the known one that was probably meant.
 *
 * @param kind - The kind of name, such as `option`.
 * @param known - The names to choose from. Without a similar one, the message lists them.
 */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  const hint = nearest
    ? `; did you mean ${JSON.stringify(nearest)}?`
    : known.length > 0
      ? `; use ${known.join(', ')}.`
      : '.'
  return `there is no ${kind} ${JSON.stringify(name.slice(0, longestName))}${hint}`
}

/** Returns the known name with the fewest differences, whatever the case, unless a third of the characters differs. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined
  let nearest: string | undefined
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const edits = countEdits(name.toLowerCase(), candidate.toLowerCase())
    if (edits >= least) continue
    least = edits
    nearest = candidate
  }
  return nearest
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
