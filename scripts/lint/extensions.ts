const source = ['x-provenance', 'x-provenance-note', 'x-observed-in']

/** The extensions of each object of a document, in the sources and in the bundle. */
const known = {
  document: ['x-error-messages', 'x-generated', 'x-permissions', 'x-roles', 'x-snowflake'],
  info: [],
  server: [],
  tag: ['x-lists-permissions', ...source],
  path: [],
  operation: [
    'x-badges',
    'x-codeSamples',
    'x-errors',
    'x-idempotent',
    'x-import',
    'x-pagination',
    'x-path-examples',
    'x-permissions',
    'x-sdk-compose',
    'x-sdk-name',
    'x-uncertain',
    ...source,
  ],
  parameter: ['x-sdk-address', ...source],
  body: [],
  'media type': ['x-example-pages'],
  response: ['x-status', ...source],
  header: source,
  example: ['x-applies-to', 'x-values', ...source],
  schema: [
    'x-columns',
    'x-enum-varnames',
    'x-error-reasons',
    'x-extensible-enum',
    'x-filter',
    'x-pattern-words',
    'x-response-name',
    ...source,
  ],
  'security scheme': source,
} as const
export type ExtendedObject = keyof typeof known

/** Lists the extensions of an object that nothing reads, each with a message. */
export function unknownExtensions(what: ExtendedObject, node: object): { key: string; message: string }[] {
  const names: readonly string[] = known[what]
  return Object.keys(node)
    .filter((key) => key.startsWith('x-') && !names.includes(key))
    .map((key) => ({ key, message: `\`${key}\` is not an extension of ${nameOf(what)}${advice(key, names)}` }))
}

function nameOf(what: ExtendedObject): string {
  return what === 'document' ? 'the document' : `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`
}

function advice(key: string, names: readonly string[]): string {
  const [nearest] = names
    .map((name) => ({ name, distance: distanceOf(key, name) }))
    .sort((one, other) => one.distance - other.distance)
  if (nearest && nearest.distance <= 3) return `: did you mean \`${nearest.name}\`?`
  return names.length > 0 ? `, which may have ${names.join(', ')}.` : ', which has none.'
}

/** Counts the letters to insert, remove or replace (the Levenshtein distance). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, otherLetter] of [...other].entries()) {
      const [left = 0, above = 0, diagonal = 0] = [next[at], row[at + 1], row[at]]
      next.push(Math.min(left + 1, above + 1, diagonal + Number(letter !== otherLetter)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
