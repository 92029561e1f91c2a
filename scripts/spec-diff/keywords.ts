import type { Report } from './changes.js'

/** What is reported for a change that no caller can notice. */
export const onlyWords = 'words, examples or tags'

/** Keywords and extensions that describe. No client and no server depends on them. */
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
  'x-uncertain',
  'x-pattern-words',
  'x-error-reasons',
  'x-error-messages',
  'x-errors',
  'x-permissions',
  'x-roles',
  'x-response-name',
  'x-columns',
  'x-import',
  'x-badges',
  'x-codeSamples',
])

/**
 * Compares the keywords of an object that are not compared elsewhere. Descriptive ones never break callers.
 * Callers may depend on any other extension: a new one is compatible, a changed or removed one breaks them.
 *
 * @param followed - The keywords that are compared elsewhere.
 * @throws Error if a keyword is not supported, since its changes would go unnoticed.
 */
export function compareRest(before: object, after: object, followed: ReadonlySet<string>, report: Report): void {
  const [was, is] = [before, after] as Record<string, unknown>[]
  for (const keyword of Object.keys({ ...before, ...after })) {
    if (followed.has(keyword)) continue
    requireKnown(keyword)
    if (was?.[keyword] === is?.[keyword] || JSON.stringify(was?.[keyword]) === JSON.stringify(is?.[keyword])) continue
    if (prose.has(keyword)) report(onlyWords, false)
    else if (was?.[keyword] === undefined) report(`\`${keyword}\` is new`, false)
    else report(`\`${keyword}\` has changed`, true)
  }
}

/** @throws Error unless the keyword is descriptive or an extension. */
export function requireKnown(keyword: string): void {
  if (!prose.has(keyword) && !keyword.startsWith('x-'))
    throw new Error(
      `\`${keyword}\` is not supported: add it to the comparison in scripts/spec-diff/, or remove it from openapi/.`,
    )
}
