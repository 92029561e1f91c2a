import type { Difference } from './differences.js'
import type { Verdict } from './verdict.js'

/** What came of the suite in one runtime. */
export interface Column {
  name: string
  /** Why it did not come to its end. */
  problem: string | undefined
  verdicts: ReadonlyMap<string, Verdict>
}

/** A line for each check with a cell for each runtime, and below it what the differences are, and what failed. */
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
    ({ runtimes, why, due }, index) => `${index + 1}  ${runtimes.join(', ')}: ${why} ${JSON.stringify(due)}`,
  )
  return [align(lines), footnotes.join('\n'), ...columns.map(failuresOf)].filter(Boolean).join('\n\n')
}

function failuresOf({ name, problem, verdicts }: Column): string {
  const failures = problem ? [`FAIL  ${name}: ${problem}`] : []
  for (const [check, verdict] of verdicts) {
    // Where a runtime came to no end, that is said already.
    if (verdict.kind !== 'FAIL' || (problem && verdict.came === undefined)) continue
    const { came, due } = verdict
    failures.push(
      `FAIL  ${name}: ${check}`,
      `      came ${JSON.stringify(came) ?? 'nothing'}`,
      `      due  ${JSON.stringify(due)}`,
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
