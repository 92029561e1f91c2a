import type { Shape } from '../../generated/operations.js'
import { differencesIn, unknownFields } from './body.js'
import type { DocumentFacts, Read } from './document.js'
import { type Fact, type Finding, judge, notSeen } from './finding.js'
import type { Answer, Probe, Question } from './probe.js'
import type { Seen } from './world.js'

/** An answer that refuses something. */
export interface Refusal {
  operationId: string
  answer: Answer
}

// Of the first kind that a parameter takes. Whether there is one of that name does not matter: then it is another answer.
const unlikely = [999_999_999, '999999999999999999', 'sceyt-platform*doctor']

/** Asks for what is not there, and for what no server should understand; looks at the statuses, and at the bodies. */
export async function examineErrors(facts: DocumentFacts, probe: Probe, seen: readonly Seen[], refusals: readonly Refusal[]): Promise<Finding[]> {
  const findings: Finding[] = []
  const all = [...refusals]
  const ask = async (read: Read, question: Question, fact: Fact, holds: (status: number) => boolean) => {
    const answer = await probe.ask(read, question)
    findings.push(judge(fact, holds(answer.status ?? 0), answer.summary))
    all.push({ operationId: read.id, answer })
  }
  for (const read of facts.reads) {
    const [name, ...others] = Object.keys(read.pathParameters)
    if (name === undefined || others.length > 0 || !read.path.endsWith(`{${name}}`)) continue
    const value = unlikely.find((candidate) => fits(read.pathParameters[name], candidate))
    const fact: Fact = { fact: `GET ${read.path} for what is not there`, mark: facts.errorMark, due: '404' }
    await ask(read, { path: { [name]: value } }, fact, (status) => status === 404)
  }
  for (const { read } of seen.filter(({ read, answer }) => 'filter' in (read.query?.properties ?? {}) && answer.status === 200)) {
    const due: readonly number[] = read.statuses.filter((status) => [400, 422].includes(status))
    const fact: Fact = { fact: `GET ${read.path} with a filter that is none`, mark: facts.errorMark, due: due.join(' or ') }
    await ask(read, { rawQuery: 'filter=sceyt-platform' }, fact, (status) => due.includes(status))
  }
  return [...findings, ...lookAtBodies(facts, all)]
}

function fits(shape: Shape | undefined, value: string | number): boolean {
  if (shape?.type === 'integer') return typeof value === 'number'
  return typeof value === 'string' && (shape?.pattern === undefined || new RegExp(shape.pattern).test(value))
}

/** One finding for the body of each status. */
function lookAtBodies(facts: DocumentFacts, refusals: readonly Refusal[]): Finding[] {
  const byStatus = new Map(refusals.filter(({ answer }) => (answer.status ?? 0) >= 400).map((refusal) => [refusal.answer.status as number, refusal]))
  if (byStatus.size === 0) return [notSeen({ fact: 'The body of an error', mark: facts.errorMark, due: 'code, type and message' }, 'nothing was refused')]
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .flatMap(([status, { operationId, answer }]) => {
      const fact: Fact = { fact: `The body of a ${status}`, mark: facts.errorMark, due: 'an object with code, type and message' }
      if (answer.json === undefined) return [judge(fact, false, 'no JSON')]
      const schema = facts.schemaOf(operationId, status)
      if (!schema) return [judge(fact, false, `${operationId} is not said to answer ${status}`)]
      const differences = differencesIn(operationId, status, answer.json)
      const unknown = unknownFields(facts, schema, answer.json)
      return [
        judge(fact, !differences, differences ?? 'as due'),
        judge({ fact: `The body of a ${status}: other fields`, mark: facts.errorMark, due: 'none' }, !unknown, unknown ?? 'none'),
      ]
    })
}
