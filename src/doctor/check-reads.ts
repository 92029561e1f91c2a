import { differencesIn, kindOf, unknownFields } from './compare-body.js'
import type { DocumentFacts, Read } from './document-facts.js'
import { checked, checkedBy, type Fact, type Finding, notSeen } from './finding.js'
import type { Probe } from './probe.js'
import { pathFor, type ReadResult } from './read-result.js'

/** Sends every read of the OpenAPI document once, checks the responses, and adds those that were received and the findings to the lists. */
export async function checkReads(
  facts: DocumentFacts,
  probe: Probe,
  results: ReadResult[],
  findings: Finding[],
): Promise<void> {
  // Lists first: their items have the values for the other paths.
  const order = facts.reads.toSorted(
    (a, b) => Object.keys(a.pathParameters).length - Object.keys(b.pathParameters).length,
  )
  for (const read of order) {
    const path = pathFor(read, results)
    const success: Fact = { fact: `GET ${read.path}`, mark: read.mark, expected: '200' }
    if (!path) {
      findings.push(notSeen(success, `no list has a value for ${Object.keys(read.pathParameters).join(', ')}`))
      continue
    }
    const response = await probe.get(read, { path })
    findings.push(checkedBy(response, success, response.status === 200))
    if (response.failure !== undefined) continue
    results.push({ read, path, response })
    if (response.status === 200 && read.result !== 'file')
      findings.push(...checkBody(facts, probe, read, response.json))
  }
}

function checkBody(facts: DocumentFacts, { redact }: Probe, read: Read, json: unknown): Finding[] {
  const { id, path, result, pagination } = read
  const bodyMark = facts.bodyMark(read)
  const array = result === 'array'
  const wrapping: Fact = {
    fact: `GET ${path}: the body`,
    mark: bodyMark,
    expected: array ? 'a bare array' : `an object${pagination ? ` with its items at ${pagination.items}` : ''}`,
  }
  if (Array.isArray(json) !== array || typeof json !== 'object' || json === null)
    return [checked(wrapping, false, kindOf(json))]
  const whole = checked(wrapping, true, kindOf(json))
  const schema = facts.schemaOf(id, 200) ?? {}
  const { properties, items, oneOf, anyOf } = facts.resolve(schema)
  // Some objects have no schema in the document.
  if (!properties && !items && !oneOf && !anyOf) return [whole]
  const differences = differencesIn(id, 200, json, redact)
  const unknown = unknownFields(facts, schema, json, redact)
  return [
    whole,
    checked(
      {
        fact: `GET ${path}: documented fields`,
        mark: bodyMark,
        expected: 'required ones present, with the documented types',
      },
      !differences,
      differences ?? 'as documented',
    ),
    checked(
      { fact: `GET ${path}: undocumented fields`, mark: bodyMark, expected: 'none' },
      !unknown,
      unknown ?? 'none',
    ),
  ]
}
