import type { SceytOptions } from 'sceyt-platform'
import { checkErrors } from './check-errors.js'
import { checkFilters } from './check-filters.js'
import { checkKey, ExaminationError, type Key } from './check-key.js'
import { checkPaging } from './check-paging.js'
import { checkReads } from './check-reads.js'
import type { DocumentFacts } from './document-facts.js'
import type { Finding } from './finding.js'
import { type ExaminationOptions, Probe, Stopped } from './probe.js'
import type { ReadResult } from './read-result.js'

/** The result of an examination. */
export interface Examination {
  findings: Finding[]
  /** Whether a request was accepted, so that more than the key could be checked. */
  accepted: boolean
  /** Every request that was sent, by method and path template. */
  requests: readonly string[]
  /** Host of the server. */
  server: string
  /** What was not examined, and why, if the examination was stopped. */
  unexamined?: Unexamined
}

/** The parts of an examination that was stopped before them, or in them. */
export interface Unexamined {
  why: string
  parts: string[]
}

/**
 * Compares a server with the OpenAPI document. It only reads.
 *
 * @param options - The options of the client, for that server.
 * @param key - The API key of those options, which is tried in other headers too.
 * @param limits - How long it may take, and the callbacks for its progress.
 * @throws InputError naming an option that cannot be used.
 * @throws ExaminationError if no read gets a response to check, or it was stopped before the key was checked.
 */
export async function examine(
  facts: DocumentFacts,
  options: SceytOptions,
  key: Key,
  limits: ExaminationOptions = {},
): Promise<Examination> {
  const first = new Probe(options, limits)
  const { requests } = first.record
  const { findings, failed, probe } = await checkKey(facts, first, key).catch((error: unknown) => {
    throw error instanceof Stopped
      ? new ExaminationError(
          `The server could not be examined: ${error.message} after ${requests.length} ${requests.length === 1 ? 'request' : 'requests'}.`,
        )
      : error
  })
  const { server } = first.record
  if (!probe) return { findings, accepted: false, requests, server }
  const results: ReadResult[] = []
  const parts: [name: string, check: () => Promise<void>][] = [
    ['reads', () => checkReads(facts, probe, results, findings)],
    ['the pages of lists', () => checkPaging(facts, probe, results, findings)],
    ['the values of filters', () => checkFilters(facts, probe, results, findings, options.filterSeparator)],
    ['errors', () => checkErrors(facts, probe, results, failed, findings)],
  ]
  for (const [index, [, check]] of parts.entries()) {
    try {
      await check()
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      const names = parts.slice(index).flatMap(([name]) => (name === 'reads' ? unread(facts, findings) : [name]))
      return { findings, accepted: true, requests, server, unexamined: { why: error.message, parts: names } }
    }
  }
  const incomplete = findings.filter(({ failure }) => failure !== undefined)
  const reasons = new Set(incomplete.map(({ failure }) => failure))
  const unexamined = { why: [...reasons].join(', and '), parts: incomplete.map(({ fact }) => fact) }
  return { findings, accepted: true, requests, server, ...(incomplete.length > 0 && { unexamined }) }
}

function unread({ reads }: DocumentFacts, findings: readonly Finding[]): string[] {
  return reads.map(({ path }) => `GET ${path}`).filter((name) => !findings.some(({ fact }) => fact === name))
}
