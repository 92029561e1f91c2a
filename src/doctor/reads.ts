import { differencesIn, kindOf, unknownFields } from './body.js'
import type { DocumentFacts, Read } from './document.js'
import { type Fact, type Finding, judge, notSeen } from './finding.js'
import type { Probe } from './probe.js'
import { pathFor, type Seen } from './world.js'

/** Asks every read of the document once, and looks at what comes. */
export async function examineReads(facts: DocumentFacts, probe: Probe): Promise<{ findings: Finding[]; seen: Seen[] }> {
  const findings: Finding[] = []
  const seen: Seen[] = []
  // Lists first: they tell what the others may ask for.
  const order = facts.reads.toSorted((a, b) => Object.keys(a.pathParameters).length - Object.keys(b.pathParameters).length)
  for (const read of order) {
    const path = pathFor(read, seen)
    const answers: Fact = { fact: `GET ${read.path}`, mark: read.mark, due: '200' }
    if (!path) {
      findings.push(notSeen(answers, `there is nothing to ask for: no list told ${Object.keys(read.pathParameters).join(', ')}`))
      continue
    }
    const answer = await probe.ask(read, { path })
    seen.push({ read, path, answer })
    findings.push(judge(answers, answer.status === 200, answer.summary))
    if (answer.status === 200 && read.result !== 'file') findings.push(...lookAtBody(facts, read, answer.json))
  }
  return { findings, seen }
}

function lookAtBody(facts: DocumentFacts, read: Read, json: unknown): Finding[] {
  const { id, path, mark, result, pagination } = read
  const array = result === 'array'
  const wrapping: Fact = {
    fact: `GET ${path}: what the body is`,
    mark,
    due: array ? 'a bare array' : `an object${pagination ? ` with its items at ${pagination.items}` : ''}`,
  }
  if (Array.isArray(json) !== array || typeof json !== 'object' || json === null) return [judge(wrapping, false, kindOf(json))]
  const whole = judge(wrapping, true, kindOf(json))
  const schema = facts.schemaOf(id, 200) ?? {}
  const { properties, items } = facts.resolve(schema)
  // Of some objects nothing is said.
  if (!properties && !items) return [whole]
  const differences = differencesIn(id, 200, json)
  const unknown = unknownFields(facts, schema, json)
  return [
    whole,
    judge({ fact: `GET ${path}: its fields`, mark, due: 'none is missing, or of another type' }, !differences, differences ?? 'as due'),
    judge({ fact: `GET ${path}: other fields`, mark, due: 'none' }, !unknown, unknown ?? 'none'),
  ]
}
