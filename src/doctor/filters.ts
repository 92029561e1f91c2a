import { type FilterField, where } from 'sceyt-platform'
import { filterGrammar } from '../../generated/operations.js'
import type { DocumentFacts, Read } from './document.js'
import { type Fact, type Finding, judge, notSeen } from './finding.js'
import type { Probe } from './probe.js'
import { itemsOf, type Seen } from './world.js'

/** Counts what filters let through, to see whether several values are separated as the document decides. */
export async function examineFilters(facts: DocumentFacts, probe: Probe, seen: readonly Seen[]): Promise<Finding[]> {
  const { fields, separator } = filterGrammar
  const [field, words] = Object.entries(fields).find(([, known]) => known) as [FilterField, readonly string[]]
  const findings: Finding[] = []
  for (const { read } of seen.filter(({ read, answer }) => takesFilters(read) && answer.status === 200)) {
    const fact: Fact = { fact: `GET ${read.path}: several values of a filter`, mark: facts.parameterMark('filter'), due: `are separated by ${separator}` }
    const count = async (query: string) => countIn((await probe.ask(read, { rawQuery: query })).json)
    const counts: { word: string; count: number }[] = []
    for (const word of words) counts.push({ word, count: (await count(queryFor(where(field, 'eq', word as never)))) ?? 0 })
    const [one, other] = counts.filter(({ count }) => count > 0)
    if (!one || !other) {
      findings.push(notSeen(fact, `there are not two kinds of ${field} to tell apart`))
      continue
    }
    const condition = where(field, 'in', [one.word, other.word] as never)
    const due = one.count + other.count
    if ((await count(queryFor(condition))) === due) findings.push(judge(fact, true, 'as due'))
    else {
      const ampersand = (await count(queryFor(condition.replace(separator, '&')))) === due
      findings.push(judge(fact, false, ampersand ? 'they are separated by &' : 'they are not separated by it, nor by &'))
    }
  }
  return findings
}

function takesFilters({ query }: Read): boolean {
  return Object.values(query?.properties ?? {}).some(({ items }) => items?.filter)
}

function queryFor(condition: string): string {
  return `filter=${encodeURIComponent(condition)}`
}

function countIn(json: unknown): number | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { total_count: total } = json as { total_count?: unknown }
  return typeof total === 'number' ? total : itemsOf(json).length
}
