import type { Report } from './changes.js'

/** Keywords and extensions that describe: no client and no server depends on them. */
export const prose: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'deprecated',
  'x-provenance',
  'x-provenance-note',
  'x-observed-in',
  'x-pattern-words',
  'x-error-reasons',
  'x-badges',
  'x-codeSamples',
])

/**
 * Compares the keywords of an object that nothing else compares. Those that describe break nothing.
 * Of an extension that is not listed as descriptive, callers may depend on what was released: a new one breaks nothing, a change of it or its removal does.
 *
 * @param followed - The keywords that are compared elsewhere.
 * @throws Error if a keyword is unknown, since nothing would report its changes.
 */
export function compareRest(before: object, after: object, followed: ReadonlySet<string>, report: Report): void {
  const [was, is] = [before, after] as Record<string, unknown>[]
  for (const keyword of Object.keys({ ...before, ...after })) {
    if (followed.has(keyword)) continue
    requireKnown(keyword)
    if (was?.[keyword] === is?.[keyword] || JSON.stringify(was?.[keyword]) === JSON.stringify(is?.[keyword])) continue
    if (prose.has(keyword)) report('words, examples or tags', false)
    else if (was?.[keyword] === undefined) report(`\`${keyword}\` is new`, false)
    else report(`\`${keyword}\` has changed`, true)
  }
}

/** Fails if a keyword that nothing else compares neither describes nor is an extension. */
export function requireKnown(keyword: string): void {
  if (!prose.has(keyword) && !keyword.startsWith('x-'))
    throw new Error(
      `\`${keyword}\` is beyond what the comparison knows: teach it to scripts/spec-diff/, or leave it out of openapi/.`,
    )
}
