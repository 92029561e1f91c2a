import type { OpenApiDocument } from '../document.js'
import { literal, madeBy } from './source.js'

/** Writes the reason for each code, type and status of an error. */
export function printErrorCodes(document: OpenApiDocument): string {
  const reasons = Object.entries(document.components.schemas['ErrorBody']?.['x-error-reasons'] ?? {})
  if (reasons.length === 0) throw new Error('ErrorBody has no x-error-reasons.')
  const table = {
    codes: invert(reasons.map(([reason, { codes }]) => [reason, Object.keys(codes)])),
    types: invert(reasons.map(([reason, { types }]) => [reason, types ?? []])),
    statuses: invert(reasons.map(([reason, { statuses }]) => [reason, statuses ?? []])),
  }
  for (const [name, { code }] of Object.entries(document['x-error-messages'])) {
    if (!table.codes[code])
      throw new Error(`The error \`${name}\` has the code ${code}, which x-error-reasons does not list.`)
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
