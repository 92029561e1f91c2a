import { endpointsOf, type OpenApiDocument, resolveIn } from '../document.js'
import { literal, madeBy } from './source.js'

/** Writes the reason for each code, type and status of an error, and the codes of the document's examples. */
export function printErrorCodes(document: OpenApiDocument): string {
  const reasons = Object.entries(document.components.schemas['ErrorBody']?.['x-error-reasons'] ?? {})
  if (reasons.length === 0) throw new Error('ErrorBody has no x-error-reasons.')
  const table = {
    codes: invert(reasons.map(([reason, { codes }]) => [reason, Object.keys(codes)])),
    types: invert(reasons.map(([reason, { types }]) => [reason, types ?? []])),
    statuses: invert(reasons.map(([reason, { statuses }]) => [reason, statuses ?? []])),
  }
  const examples = examplesOf(document)
  for (const [status, named] of Object.entries(examples)) {
    for (const [name, { code }] of Object.entries(named)) {
      if (!table.codes[code])
        throw new Error(
          `The example \`${name}\` of status ${status} has the code ${code}, which x-error-reasons does not list.`,
        )
    }
  }
  const lines = reasons.map(([reason, { description }]) => ` * - \`${reason}\`: ${description}`)
  return `// ${madeBy}
/**
 * The meaning of an error, whatever its status.
 *
${lines.join('\n')}
 * - \`unknown\`: none of these.
 */
export type ErrorReason = ${[...reasons.map(([reason]) => reason), 'unknown'].map((reason) => literal(reason)).join(' | ')}

type Reasons = Readonly<Record<string, ErrorReason>>

/** The reason by code, by type and by status. \`5XX\` is for every status from 500 to 599. */
export const errorReasons: Readonly<Record<'codes' | 'types' | 'statuses', Reasons>> = ${literal(table, true)}

/** Code and type of each example of an error, by status and name. The first one of a status stands for the rest. */
export const errorExamples = ${literal(examples, true)} as const
`
}

function invert(groups: [reason: string, keys: readonly string[]][]): Record<string, string> {
  const reasonOf: Record<string, string> = {}
  for (const [reason, keys] of groups) {
    for (const key of keys) {
      if (reasonOf[key]) throw new Error(`x-error-reasons lists ${key} twice, as ${reasonOf[key]} and as ${reason}.`)
      reasonOf[key] = reason
    }
  }
  return reasonOf
}

type Examples = Record<string, Record<string, { code: number; type: string }>>

function examplesOf(document: OpenApiDocument): Examples {
  const resolve = resolveIn(document)
  const examples: Examples = {}
  for (const { operation } of endpointsOf(document)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (Number(status) < 400) continue
      const named = resolve(response).content?.['application/json']?.examples ?? {}
      examples[status] ??= Object.fromEntries(
        Object.entries(named).map(([name, example]) => {
          const { code, type } = resolve(example).value as { code: number; type: string }
          return [name, { code, type }]
        }),
      )
    }
  }
  return examples
}
