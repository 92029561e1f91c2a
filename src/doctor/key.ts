import type { DocumentFacts, Read } from './document.js'
import { type Fact, type Finding, judge, notSeen } from './finding.js'
import type { Answer, Probe } from './probe.js'

/** The key as it was given, and the header that it belongs into. */
export interface Key {
  header: string
  value: string
}

/** What was found of the key, and a probe that is let in, if there is one. */
export interface KeyFindings {
  findings: Finding[]
  /** Answers of refused requests, whose bodies are to be looked at. */
  refusals: { operationId: string; answer: Answer }[]
  probe: Probe | undefined
}

/** Where else a key may travel: headers, and what may stand before it. */
const otherForms: readonly { header: string; prefix?: string }[] = [
  { header: 'Authorization', prefix: 'Bearer ' },
  { header: 'Authorization' },
  { header: 'X-API-Key' },
  { header: 'Api-Key' },
  { header: 'ApiKey' },
  { header: 'X-Auth-Token' },
  { header: 'Token' },
]
const unknownKey = 'sceyt-platform-doctor'

/** Finds out which header the server takes the key from, and what it says to one without, or with another. */
export async function examineKey(facts: DocumentFacts, probe: Probe, key: Key): Promise<KeyFindings> {
  const inHeader: Fact = { fact: `The API key travels in ${key.header}`, mark: facts.keyMark, due: 'a request with it is let in' }
  const missing: Fact = { fact: 'A request without a key', mark: facts.keyMark, due: '401' }
  const unknown: Fact = { fact: 'A request with an unknown key', mark: facts.keyMark, due: '401' }
  const door = await findDoor(facts, probe)
  if (typeof door === 'string') {
    const why = `no read without parameters was answered: ${door}`
    return { findings: [inHeader, missing, unknown].map((fact) => notSeen(fact, why)), refusals: [], probe: undefined }
  }
  const { read, answer } = door
  const without = await probe.withoutKey(key.header).ask(read)
  const other = await probe.with({ apiKey: unknownKey }).ask(read)
  const refusals = [without, other].map((refusal) => ({ operationId: read.id, answer: refusal }))
  const findings = [judge(missing, without.status === 401, without.summary), judge(unknown, other.status === 401, other.summary)]
  if (isLetIn(answer)) {
    const open = isLetIn(without)
    return { findings: [open ? notSeen(inHeader, 'the server asks for no key') : judge(inHeader, true, answer.summary), ...findings], refusals, probe }
  }
  for (const { header, prefix = '' } of otherForms.filter((form) => form.header.toLowerCase() !== key.header.toLowerCase())) {
    const candidate = probe.with({ apiKeyHeader: header, apiKey: prefix + key.value })
    if (isLetIn(await candidate.ask(read))) {
      return { findings: [judge(inHeader, false, `it is let in by ${header}: ${prefix}…`), ...findings], refusals, probe: candidate }
    }
  }
  return {
    findings: [judge(inHeader, false, `${answer.summary}; nor is it let in by other headers: is it the right key?`), ...findings],
    refusals,
    probe: undefined,
  }
}

/** A read that the server knows, whatever it says of the key; or the last answer, if it knows none. */
async function findDoor({ reads }: DocumentFacts, probe: Probe): Promise<{ read: Read; answer: Answer } | string> {
  let summary = 'the document has none'
  for (const read of reads.filter(({ pathParameters }) => Object.keys(pathParameters).length === 0)) {
    const answer = await probe.ask(read)
    if (answer.status !== undefined && answer.status < 500 && answer.status !== 404 && answer.status !== 405) return { read, answer }
    summary = answer.summary
    if (answer.status === undefined) break
  }
  return summary
}

// A 403 is for a key that is known, but not from this address, or not for this.
function isLetIn({ status }: Answer): boolean {
  return status !== undefined && status < 500 && status !== 401
}
