import type { OpenApiDocument } from '../document.js'
import { literal, madeBy } from './source.js'

/** Writes the reason for each code, type and status of an error. */
export function printErrorCodes(document: OpenApiDocument): string {
  const reasons = Object.entries(document.components.schemas['ErrorBody']?.['x-error-reasons'] ?? {})
  if (reasons.length === 0) throw new Error('ErrorBody has no x-error-reasons.')
  // The linter refuses a key of two reasons, and codes of errors that no reason has.
  const table = {
    codes: pick(reasons, ({ codes }) => Object.keys(codes)),
    types: pick(reasons, ({ types }) => types),
    statuses: pick(reasons, ({ statuses }) => statuses),
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

type KeysOf = Readonly<Partial<Record<ErrorReason, string>>>

/** The codes, types and statuses of each reason. \`5XX\` is for every status from 500 to 599. */
export const errorReasons: Readonly<Record<'codes' | 'types' | 'statuses', KeysOf>> = ${literal(table, true)}
`
}

/** Returns the keys of one kind of each reason that has any. */
function pick<Reason>(
  reasons: readonly (readonly [name: string, Reason])[],
  keysOf: (reason: Reason) => readonly string[] | undefined,
): Record<string, string | undefined> {
  return Object.fromEntries(reasons.map(([name, reason]) => [name, keysOf(reason)?.join(' ')]))
}
