import type { WorldOptions } from './run.js'
import type { WorldTally } from './tally.js'

/** Returns the progress of a soak of the sandbox, as one line. */
export function worldsLine({ worlds, steps, restarts, merges, lost, differences }: WorldTally): string {
  return `${worlds} worlds, ${steps} steps, ${restarts} restarts, ${merges} merges, ${lost} lost, ${differences.length} worlds differ`
}

/** Prints the result of a soak of the sandbox, and how to replay the worlds that differ. */
export function worldsTable(tally: WorldTally, { steps }: Pick<WorldOptions, 'steps'>): string {
  const rows = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, count]) => `${name.padEnd(28)}${String(count).padStart(6)}`)
      .join('\n')
  const differences = tally.differences.map(
    (difference) =>
      `FAILED  ${difference}\n        To replay: npm run soak -- --sandbox --seed ${/\d+/.exec(difference)?.[0]} --worlds 1 --steps ${steps}`,
  )
  const verdict =
    differences.length > 0
      ? differences.join('\n')
      : 'passed  every world is equal to the same steps without a restart: state, clock, ids, links and responses'
  return `Steps that succeeded\n${rows(tally.succeeded)}

Restarts\n${rows(tally.kills)}

${worldsLine(tally)}, ${tally.inFlight} steps in flight at a restart, ${tally.unfinished} restarts with a file that was being written

${verdict}`
}
