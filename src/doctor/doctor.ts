import type { SceytOptions } from 'sceyt-platform'
import type { DocumentFacts } from './document.js'
import { examineErrors } from './errors.js'
import { examineFilters } from './filters.js'
import type { Finding } from './finding.js'
import { examineKey, type Key } from './key.js'
import { examinePaging } from './paging.js'
import { Probe } from './probe.js'
import { examineReads } from './reads.js'

/** What came of an examination. */
export interface Examination {
  findings: Finding[]
  /** Every request that was sent, by method and path template. */
  asked: readonly string[]
}

/**
 * Compares a server with what the document says of it, by reads alone.
 *
 * @param options - How to reach the server; its key is the one that is looked for in other headers too.
 * @throws InputError naming an option that cannot be used.
 * @throws ExaminationError if the server answers nothing that could be looked at.
 */
export async function examine(facts: DocumentFacts, options: SceytOptions, key: Key): Promise<Examination> {
  const outside = new Probe(options)
  const { findings, refusals, probe } = await examineKey(facts, outside, key)
  if (!probe) return { findings, asked: outside.asked }
  const reads = await examineReads(facts, probe)
  const paging = await examinePaging(facts, probe, reads.seen)
  const filters = await examineFilters(facts, probe, reads.seen)
  const errors = await examineErrors(facts, probe, reads.seen, refusals)
  return { findings: [...findings, ...reads.findings, ...paging, ...filters, ...errors], asked: outside.asked }
}
