import { nextBreaking } from './changelog.js'
import type { Change } from './changes.js'

/** Prints the changes as a table: operation, change, verdict. */
export function printChanges(changes: Change[]): string {
  const rows = [
    ['operation', 'what changed', 'verdict'],
    ...changes.map(({ operation, what, places, breaking }) => [
      operation,
      place(what, places),
      breaking ? 'breaking' : 'not breaking',
    ]),
  ]
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/**
 * Prints the instructions for breaking changes that the changelog does not announce.
 *
 * @param breaking - Only these changes.
 */
export function printRefusal(breaking: readonly Change[], released: string): string {
  const next = nextBreaking(released)
  const [number, them] =
    breaking.length === 1 ? ['1 breaking change', 'it'] : [`${breaking.length} breaking changes`, 'them']
  const rule = next.startsWith('0.')
    ? 'below 1.0, a minor version may break callers'
    : 'only a major version may break callers'
  return `CHANGELOG.md does not announce ${number} since ${released}:
${breaking.map(({ operation, what, places }) => `- ${operation}: ${place(what, places)}`).join('\n')}
Revert ${them}, or release ${them} as ${next} (${rule}): add an entry under \`## [Unreleased]\` that begins with "Breaking" and names the operation, such as "Breaking: \`${breaking[0]?.operation}\`", and describe there what callers must change.`
}

function place(what: string, places: readonly string[]): string {
  return places.length > 0 ? `${what} (${places.join(', ')})` : what
}
