import { valueAt } from '../operation/json-pointer.js'
import type { DocumentFacts } from './document-facts.js'
import { checked, checkedBy, type Fact, type Finding, notSeen } from './finding.js'
import type { Probe, ProbeResponse } from './probe.js'
import { idOf, itemsOf, type ReadResult } from './read-result.js'

/** Checks how each list is paged: the names in queries, the links, and the largest page. */
export async function checkPaging(
  facts: DocumentFacts,
  probe: Probe,
  results: readonly ReadResult[],
  findings: Finding[],
): Promise<void> {
  for (const list of results) {
    if (list.read.pagination?.next && list.response.status === 200)
      findings.push(...(await checkList(facts, probe, list)))
  }
}

async function checkList(facts: DocumentFacts, probe: Probe, { read, path, response }: ReadResult): Promise<Finding[]> {
  const [limitMark, offsetMark] = [facts.parameterMark('limit'), facts.parameterMark('offset')]
  const limit: Fact = { fact: `GET ${read.path}?limit=1`, mark: limitMark, expected: '1 item' }
  const offset: Fact = { fact: `GET ${read.path}?limit=1&offset=1`, mark: offsetMark, expected: 'the second item' }
  const names: Fact = {
    fact: `GET ${read.path}: the query of the link to the next page`,
    mark: offsetMark,
    expected: 'contains limit and offset',
  }
  const next: Fact = {
    fact: `GET ${read.path}: the next page`,
    mark: offsetMark,
    expected: 'starts with the item after the last one',
  }
  const [first, second] = itemsOf(response.json).map((item) => JSON.stringify(idOf(item)))
  if (second === undefined) {
    const why = 'the list has fewer than 2 items'
    return [
      ...[limit, offset, names, next].map((fact) => notSeen(fact, why)),
      await checkLargestPage(facts, probe, { read, path, response }),
    ]
  }
  const start = (items: readonly unknown[]) => JSON.stringify(idOf(items[0]))
  const one = await probe.get(read, { path, query: { limit: 1 } })
  const ones = itemsOf(one.json)
  const later = await probe.get(read, { path, query: { limit: 1, offset: 1 } })
  const describe = ({ json }: ProbeResponse) => {
    const items = itemsOf(json)
    if (items.length === 0) return 'no item'
    return start(items) === second
      ? 'the second item'
      : start(items) === first
        ? 'the first item again'
        : 'another item'
  }
  const findings = [
    checkedBy(
      one,
      limit,
      ones.length === 1,
      one.status === 200 ? `${ones.length} ${ones.length === 1 ? 'item' : 'items'}` : one.summary,
    ),
    checkedBy(later, offset, describe(later) === 'the second item', describe(later)),
  ]
  const link = valueAt(one.json, read.pagination?.next ?? '')
  if (one.failure !== undefined) {
    findings.push(...[names, next].map((fact) => checkedBy(one, fact, false)))
  } else if (typeof link !== 'string') {
    findings.push(
      ...[names, next].map((fact) =>
        checked(fact, false, `${read.pagination?.next} is ${link === null ? 'null' : 'missing'}`),
      ),
    )
  } else {
    const query = /^[^?#]*\??([^#]*)/.exec(link)?.[1] ?? ''
    const expected = ['limit', 'offset']
    const inQuery = [...new URLSearchParams(query).keys()]
    // Only plain words are shown: a server could put anything there, even parts of the key.
    const words = inQuery.filter((name) => name.length <= 24 && /^[a-z]+(_[a-z]+)*$/.test(name))
    const shown =
      words.length < inQuery.length ? [...words, `${inQuery.length - words.length} that are not plain words`] : words
    findings.push(
      checked(
        names,
        expected.every((name) => inQuery.includes(name)),
        shown.join(', ') || 'no query',
      ),
    )
    const following = await probe.get(read, { path, rawQuery: query })
    findings.push(checkedBy(following, next, describe(following) === 'the second item', describe(following)))
  }
  return [...findings, await checkLargestPage(facts, probe, { read, path, response })]
}

async function checkLargestPage(facts: DocumentFacts, probe: Probe, { read, path }: ReadResult): Promise<Finding> {
  const most = read.query?.properties?.['limit']?.maximum ?? 0
  const fact: Fact = {
    fact: `GET ${read.path}?limit=${most + 1}`,
    mark: facts.parameterMark('limit'),
    expected: `an error, or at most ${most} items`,
  }
  const response = await probe.get(read, { path, rawQuery: `limit=${most + 1}` })
  const { status = 0, json, failure } = response
  if (status !== 200 || failure !== undefined)
    return checkedBy(response, fact, status >= 400 && status < 500 && read.statuses.includes(status))
  const { length } = itemsOf(json)
  if (length > most) return checked(fact, false, `${length} items`)
  return length === most
    ? checked(fact, true, `${length} items`)
    : notSeen(fact, `it is accepted, and there are only ${length} items`)
}
