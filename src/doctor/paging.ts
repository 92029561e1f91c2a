import { valueAt } from '../pointer.js'
import type { DocumentFacts } from './document.js'
import { type Fact, type Finding, judge, notSeen } from './finding.js'
import type { Probe } from './probe.js'
import { idOf, itemsOf, type Seen } from './world.js'

/** Looks at how each list is paged: the names in queries, the links, and the largest page. */
export async function examinePaging(facts: DocumentFacts, probe: Probe, seen: readonly Seen[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const list of seen) {
    if (list.read.pagination?.next && list.answer.status === 200) findings.push(...(await examineList(facts, probe, list)))
  }
  return findings
}

async function examineList(facts: DocumentFacts, probe: Probe, { read, path, answer }: Seen): Promise<Finding[]> {
  const [limitMark, offsetMark] = [facts.parameterMark('limit'), facts.parameterMark('offset')]
  const limit: Fact = { fact: `GET ${read.path}?limit=1`, mark: limitMark, due: '1 item' }
  const offset: Fact = { fact: `GET ${read.path}?limit=1&offset=1`, mark: offsetMark, due: 'the second item' }
  const names: Fact = { fact: `GET ${read.path}: the query of its next page`, mark: offsetMark, due: 'limit and offset are in it' }
  const next: Fact = { fact: `GET ${read.path}: its next page`, mark: offsetMark, due: 'begins with the item after the last' }
  const [first, second] = itemsOf(answer.json).map((item) => JSON.stringify(idOf(item)))
  if (second === undefined) {
    const why = 'the list has fewer than 2 items'
    return [...[limit, offset, names, next].map((fact) => notSeen(fact, why)), await examineLargestPage(facts, probe, { read, path, answer })]
  }
  const start = (items: readonly unknown[]) => JSON.stringify(idOf(items[0]))
  const one = await probe.ask(read, { path, query: { limit: 1 } })
  const ones = itemsOf(one.json)
  const later = itemsOf((await probe.ask(read, { path, query: { limit: 1, offset: 1 } })).json)
  const came = (items: readonly unknown[]) => {
    if (items.length === 0) return 'no item'
    return start(items) === second ? 'the second item' : start(items) === first ? 'the first item again' : 'another item'
  }
  const findings = [
    judge(limit, ones.length === 1, one.status === 200 ? `${ones.length} ${ones.length === 1 ? 'item' : 'items'}` : one.summary),
    judge(offset, came(later) === 'the second item', came(later)),
  ]
  const link = valueAt(one.json, read.pagination?.next ?? '')
  if (typeof link !== 'string') {
    findings.push(...[names, next].map((fact) => judge(fact, false, `${read.pagination?.next} is ${link === null ? 'null' : 'not there'}`)))
  } else {
    const query = /^[^?#]*\??([^#]*)/.exec(link)?.[1] ?? ''
    const inQuery = [...new URLSearchParams(query).keys()]
    findings.push(
      judge(
        names,
        ['limit', 'offset'].every((name) => inQuery.includes(name)),
        inQuery.join(', ') || 'no query',
      ),
    )
    const following = itemsOf((await probe.ask(read, { path, rawQuery: query })).json)
    findings.push(judge(next, came(following) === 'the second item', came(following)))
  }
  return [...findings, await examineLargestPage(facts, probe, { read, path, answer })]
}

async function examineLargestPage(facts: DocumentFacts, probe: Probe, { read, path }: Seen): Promise<Finding> {
  const most = read.query?.properties?.['limit']?.maximum ?? 0
  const fact: Fact = { fact: `GET ${read.path}?limit=${most + 1}`, mark: facts.parameterMark('limit'), due: `is refused, or at most ${most} items come` }
  const { status = 0, json, summary } = await probe.ask(read, { path, rawQuery: `limit=${most + 1}` })
  if (status !== 200) return judge(fact, status >= 400 && status < 500 && read.statuses.includes(status), summary)
  const { length } = itemsOf(json)
  if (length > most) return judge(fact, false, `${length} items`)
  return length === most ? judge(fact, true, `${length} items`) : notSeen(fact, `it is not refused, and there are only ${length} items`)
}
