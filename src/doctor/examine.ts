import type { SceytOptions } from 'sceyt-platform'
import { checkErrors } from './check-errors.js'
import { checkFilters } from './check-filters.js'
import { checkKey, type Key } from './check-key.js'
import { checkPaging } from './check-paging.js'
import { checkReads } from './check-reads.js'
import type { DocumentFacts } from './document-facts.js'
import type { Finding } from './finding.js'
import { Probe } from './probe.js'

/** The result of an examination. */
export interface Examination {
  findings: Finding[]
  /** Whether a request was accepted, so that more than the key could be checked. */
  accepted: boolean
  /** Every request that was sent, by method and path template. */
  requests: readonly string[]
}

/**
 * Compares a server with the OpenAPI document. It only reads.
 *
 * @param options - The options of the client, for that server.
 * @param key - The API key of those options, which is tried in other headers too.
 * @throws InputError naming an option that cannot be used.
 * @throws ExaminationError if no read gets a response to check.
 */
export async function examine(facts: DocumentFacts, options: SceytOptions, key: Key): Promise<Examination> {
  const requests: string[] = []
  const { findings, failed, probe } = await checkKey(facts, new Probe(options, requests), key)
  if (!probe) return { findings, accepted: false, requests }
  const reads = await checkReads(facts, probe)
  const paging = await checkPaging(facts, probe, reads.results)
  const filters = await checkFilters(facts, probe, reads.results, options.filterSeparator)
  const errors = await checkErrors(facts, probe, reads.results, failed)
  return { findings: [...findings, ...reads.findings, ...paging, ...filters, ...errors], accepted: true, requests }
}
