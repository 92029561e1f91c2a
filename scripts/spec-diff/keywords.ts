import type { Report } from './changes.js'

/** They tell people something, and bind nobody. */
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
  'x-badges',
  'x-codeSamples',
])

/**
 * Compares what nothing else in an object of the document looks at. Words bind nobody. An extension may bind somebody, so its change breaks.
 *
 * @param followed - The keywords that are compared elsewhere.
 * @throws Error if a keyword is not known, since its change would pass in silence.
 */
export function compareRest(before: object, after: object, followed: ReadonlySet<string>, report: Report): void {
  const [was, is] = [before, after] as Record<string, unknown>[]
  for (const keyword of Object.keys({ ...before, ...after })) {
    if (followed.has(keyword)) continue
    if (!prose.has(keyword) && !keyword.startsWith('x-'))
      throw new Error(`\`${keyword}\` is beyond what the comparison knows: teach it to scripts/spec-diff/, or leave it out of openapi/.`)
    if (was?.[keyword] === is?.[keyword] || JSON.stringify(was?.[keyword]) === JSON.stringify(is?.[keyword])) continue
    if (prose.has(keyword)) report('words, examples or tags', false)
    else report(`\`${keyword}\` has changed`, true)
  }
}
