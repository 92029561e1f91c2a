import { nextMajor } from './changelog.js'
import type { Change } from './changes.js'

/** The changes as a table: operation, what changed, breaking or not. */
export function printChanges(changes: Change[]): string {
  const rows = [
    ['operation', 'what changed', 'verdict'],
    ...changes.map(({ operation, what, places, breaking }) => [operation, place(what, places), breaking ? 'breaking' : 'not breaking']),
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

/** What to do about changes that break what was released, and that the changelog does not announce. */
export function printRefusal(changes: Change[], released: string): string {
  const breaking = changes.filter((change) => change.breaking)
  const next = nextMajor(released)
  const [number, them] = breaking.length === 1 ? ['1 breaking change', 'it'] : [`${breaking.length} breaking changes`, 'them']
  return `${number} since ${released}, and CHANGELOG.md announces no major version:
${breaking.map(({ operation, what, places }) => `- ${operation}: ${place(what, places)}`).join('\n')}
Take ${them} back, or release ${them} as ${next}: head CHANGELOG.md with \`## [${next}]\`, and tell callers there what to do.`
}

function place(what: string, places: readonly string[]): string {
  return places.length > 0 ? `${what} (${places.join(', ')})` : what
}
