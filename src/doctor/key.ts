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

/** The server answers nothing that could be looked at. */
export class ExaminationError extends Error {}

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

/**
 * Finds out which header the server takes the key from, and what it says to a request without one, or with another.
 *
 * @throws ExaminationError if it answers none of the reads that need no more than a key.
 */
export async function examineKey(facts: DocumentFacts, probe: Probe, key: Key): Promise<KeyFindings> {
  const inHeader: Fact = { fact: `The API key travels in ${key.header}`, mark: facts.keyMark, due: 'a request with it is let in' }
  const missing: Fact = { fact: 'A request without a key', mark: facts.keyMark, due: '401' }
  const unknown: Fact = { fact: 'A request with an unknown key', mark: facts.keyMark, due: '401' }
  const { read, answer } = await findDoor(facts, probe)
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

/** A read that the server knows, whatever it says of the key. */
async function findDoor({ reads }: DocumentFacts, probe: Probe): Promise<{ read: Read; answer: Answer }> {
  let last: Answer | undefined
  for (const read of reads.filter(({ pathParameters }) => Object.keys(pathParameters).length === 0)) {
    last = await probe.ask(read)
    if (last.status === undefined) break
    if (last.status < 500 && last.status !== 404 && last.status !== 405) return { read, answer: last }
  }
  throw new ExaminationError(`The server could not be examined: ${last?.summary.replace(/\.$/, '')}. Is the address right?`)
}

// A 403 is for a key that is known, but not from this address, or not for this.
function isLetIn({ status }: Answer): boolean {
  return status !== undefined && status < 500 && status !== 401
}
