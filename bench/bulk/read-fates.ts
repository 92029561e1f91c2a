/** The last word on a row. After `begin` alone, it may have been sent. */
export type Fate = 'begin' | 'done' | 'failed' | 'unknown' | 'unsent'

const fates: readonly Fate[] = ['begin', 'done', 'failed', 'unknown', 'unsent']

/** Reads from the text of a journal what became of each row, by its number. */
export function readFates(journal: string): ReadonlyMap<number, Fate> {
  const found = new Map<number, Fate>()
  for (const line of journal.split('\n')) {
    const record = parse(line)
    const fate = fates.find((name) => record?.[name] !== undefined)
    if (fate !== undefined) found.set(Number(record?.[fate]), fate)
  }
  return found
}

/** A kill may have cut a line, also one that others follow. */
function parse(line: string): Partial<Record<Fate, string>> | undefined {
  try {
    return JSON.parse(line) as Partial<Record<Fate, string>>
  } catch {
    return undefined
  }
}
