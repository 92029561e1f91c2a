import type { Shape } from '../operation/shape.js'
import { filterParameters } from './check-filters.js'
import { differencesIn, unknownFields } from './compare-body.js'
import type { DocumentFacts, Read } from './document-facts.js'
import { checked, checkedBy, type Fact, type Finding, notSeen } from './finding.js'
import type { Probe, ProbeRequest, ProbeResponse } from './probe.js'
import type { ReadResult } from './read-result.js'

/** A read that got an error response. */
export interface FailedRead {
  operationId: string
  response: ProbeResponse
}

// The first one that the parameter accepts is sent. If an item happens to have it, a read of it does no harm.
const unlikely = [999_999_999, '999999999999999999', 'sceyt-platform*doctor']

/** Requests items that do not exist and filters that are malformed, and checks the statuses and bodies of the responses. */
export async function checkErrors(
  facts: DocumentFacts,
  probe: Probe,
  results: readonly ReadResult[],
  earlier: readonly FailedRead[],
  findings: Finding[],
): Promise<void> {
  const all = [...earlier]
  const send = async (read: Read, request: ProbeRequest, fact: Fact, holds: (status: number) => boolean) => {
    const response = await probe.get(read, request)
    findings.push(checkedBy(response, fact, holds(response.status ?? 0)))
    all.push({ operationId: read.id, response })
  }
  for (const read of facts.reads) {
    const [name, ...others] = Object.keys(read.pathParameters)
    if (name === undefined || others.length > 0 || !read.path.endsWith(`{${name}}`)) continue
    const value = unlikely.find((candidate) => fits(read.pathParameters[name], candidate))
    const fact: Fact = {
      fact: `GET ${read.path} for an item that does not exist`,
      mark: facts.statusMark(read.id, 404),
      expected: '404',
    }
    await send(read, { path: { [name]: value } }, fact, (status) => status === 404)
  }
  for (const { read } of results.filter(({ response }) => response.status === 200)) {
    for (const parameter of filterParameters(read)) {
      const expected: readonly number[] = read.statuses.filter((status) => [400, 422].includes(status))
      const fact: Fact = {
        fact: `GET ${read.path} with a malformed filter`,
        mark: facts.statusMark(read.id, 422),
        expected: expected.join(' or '),
      }
      await send(read, { rawQuery: `${parameter}=sceyt-platform` }, fact, (status) => expected.includes(status))
    }
  }
  findings.push(...checkBodies(facts, probe, all))
}

function fits(shape: Shape | undefined, value: string | number): boolean {
  if (shape?.type === 'integer') return typeof value === 'number'
  return typeof value === 'string' && (shape?.pattern === undefined || new RegExp(shape.pattern).test(value))
}

/** Checks the body of each status once. */
function checkBodies(facts: DocumentFacts, { redact }: Probe, failed: readonly FailedRead[]): Finding[] {
  const byStatus = new Map(
    failed
      .filter(({ response: { status = 0, json, failure } }) => {
        // The body of a gateway is not the server's.
        return status >= 400 && (failure === undefined || (status === 429 && json !== undefined))
      })
      .map((read) => [read.response.status as number, read]),
  )
  const expected = `an object with ${facts.errorFields.join(' and ')}`
  if (byStatus.size === 0)
    return [
      notSeen({ fact: 'The body of an error', mark: facts.errorMark, expected }, 'no response had an error status'),
    ]
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .flatMap(([status, { operationId, response }]) => {
      const fact: Fact = { fact: `The body of a ${status}`, mark: facts.errorMark, expected }
      if (response.json === undefined) return [checked(fact, false, 'no JSON')]
      const schema = facts.schemaOf(operationId, status)
      if (!schema) return [checked(fact, false, `${status} is not in the OpenAPI document for ${operationId}`)]
      const differences = differencesIn(operationId, status, response.json, redact)
      const unknown = unknownFields(facts, schema, response.json, redact)
      return [
        checked(fact, !differences, differences ?? 'as expected'),
        checked(
          { fact: `The body of a ${status}: undocumented fields`, mark: facts.errorMark, expected: 'none' },
          !unknown,
          unknown ?? 'none',
        ),
      ]
    })
}
