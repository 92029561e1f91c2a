import type { Difference } from './differences.js'
import type { Verdict } from './verdict.js'

/** The results of the suite in one runtime. */
export interface Column {
  name: string
  /** Why it did not finish. */
  problem: string | undefined
  verdicts: ReadonlyMap<string, Verdict>
}

/** Formats a row for each check with a cell for each runtime, followed by the differences and the failures. */
export function toText(columns: readonly Column[]): string {
  const checks = [...(columns[0]?.verdicts.keys() ?? [])]
  const notes: Difference[] = []
  const cell = (check: string, { verdicts }: Column) => {
    const verdict = verdicts.get(check)
    if (verdict?.kind !== 'differs') return verdict?.kind ?? ''
    if (!notes.includes(verdict.difference)) notes.push(verdict.difference)
    return `differs ${notes.indexOf(verdict.difference) + 1}`
  }
  const lines = [
    ['', ...columns.map(({ name }) => name)],
    ...checks.map((check) => [check, ...columns.map((column) => cell(check, column))]),
  ]
  const footnotes = notes.map(
    ({ runtimes, why, expected }, index) => `${index + 1}  ${runtimes.join(', ')}: ${why} ${JSON.stringify(expected)}`,
  )
  return [align(lines), footnotes.join('\n'), ...columns.map(failuresOf)].filter(Boolean).join('\n\n')
}

function failuresOf({ name, problem, verdicts }: Column): string {
  const failures = problem ? [`FAIL  ${name}: ${problem}`] : []
  for (const [check, verdict] of verdicts) {
    // A runtime that did not finish has already been reported.
    if (verdict.kind !== 'FAIL' || (problem && verdict.received === undefined)) continue
    const { received, expected } = verdict
    failures.push(
      `FAIL  ${name}: ${check}`,
      `      received ${JSON.stringify(received) ?? 'nothing'}`,
      `      expected ${JSON.stringify(expected)}`,
    )
  }
  return failures.join('\n')
}

function align(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
