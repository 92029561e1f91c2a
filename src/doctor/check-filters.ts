import { type FilterField, type FilterSeparator, where } from 'sceyt-platform'
import { filterGrammar } from '../../generated/operations.js'
import type { DocumentFacts } from './document-facts.js'
import { checked, checkedBy, type Fact, type Finding, notSeen } from './finding.js'
import type { Probe, ProbeResponse } from './probe.js'
import { itemsOf, type ReadResult } from './read-result.js'

const maxWords = 8

/** Returns the query parameters that are filters, recognised by the shape of their values. */
export function filterParameters({ query }: ReadResult['read']): string[] {
  return Object.entries(query?.properties ?? {}).flatMap(([name, { items }]) => (items?.filter ? [name] : []))
}

/**
 * Counts the items that filters match, to find out which separator the values of `in` need.
 *
 * @param expected - The separator that the client is set to.
 */
export async function checkFilters(
  facts: DocumentFacts,
  probe: Probe,
  results: readonly ReadResult[],
  findings: Finding[],
  expected: FilterSeparator = filterGrammar.separator,
): Promise<void> {
  for (const result of results.filter(({ response }) => response.status === 200)) {
    for (const parameter of filterParameters(result.read))
      findings.push(await checkSeparator(facts, probe, result, parameter, expected))
  }
}

async function checkSeparator(
  facts: DocumentFacts,
  probe: Probe,
  { read, response }: ReadResult,
  parameter: string,
  expected: FilterSeparator,
): Promise<Finding> {
  const { separator, otherSeparators } = filterGrammar
  const others = [separator, ...otherSeparators].filter((other) => other !== expected)
  const fact: Fact = {
    fact: `GET ${read.path}: several values of a filter`,
    mark: facts.parameterMark(parameter),
    expected: `are separated by ${expected}`,
  }
  let failed: ProbeResponse | undefined
  const count = async (condition: string, by: FilterSeparator = expected) => {
    const response = await probe.with({ filterSeparator: by }).get(read, { query: { [parameter]: [condition] } })
    if (response.failure !== undefined) failed = response
    return countIn(response.json) ?? 0
  }
  const [field, words] = wordsIn(response.json)
  const counts: { word: string; count: number }[] = []
  for (const word of words) counts.push({ word, count: await count(where(field, 'eq', word)) })
  const [one, other] = counts.filter(({ count }) => count > 0)
  if (!one || !other)
    return failed
      ? checkedBy(failed, fact, false)
      : notSeen(fact, `the items do not have two different values of ${field}`)
  const condition = where(field, 'in', [one.word, other.word])
  const both = one.count + other.count
  if ((await count(condition)) === both) return checked(fact, true, 'as expected')
  for (const by of others) {
    if ((await count(condition, by)) !== both) continue
    const setting = `\`createSceyt({ filterSeparator: '${by}' })\``
    const finding = checked(fact, false, `separated by ${by}, percent-encoded: set ${setting}`)
    return { ...finding, setting: `${setting} in the client, and \`--filter-separator '${by}'\` for the doctor` }
  }
  if (failed) return checkedBy(failed, fact, false)
  return checked(fact, false, `not separated by it, nor by ${others.join(' or ')}`)
}

/** Finds a field with known words, and the words to filter by: those of the document, and those of the items. */
function wordsIn(json: unknown): [field: FilterField, words: string[]] {
  const [field, suggestions] = Object.entries(filterGrammar.fields).find(([, known]) => known.length > 0) as [
    FilterField,
    readonly string[],
  ]
  const own = itemsOf(json).map((item) => (item as Readonly<Record<string, unknown>> | null)?.[field])
  const plain = own.filter((word): word is string => typeof word === 'string' && /^[\w-]+$/.test(word))
  return [field, [...new Set([...suggestions, ...plain])].slice(0, maxWords)]
}

function countIn(json: unknown): number | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { total_count: total } = json as { total_count?: unknown }
  return typeof total === 'number' ? total : itemsOf(json).length
}
