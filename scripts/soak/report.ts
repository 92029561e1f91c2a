import { faults } from './faults.js'
import { megabytes, type SoakOptions, type SoakResult } from './run.js'
import type { Tally } from './tally.js'
import { kinds } from './workload.js'

/** How far a soak is, in a line. */
export function progressLine(tally: Tally): string {
  const { done, operations, seconds, failed, retries } = tally
  const share = `${Math.round((100 * done) / operations)} %`.padStart(5)
  return `${share}  ${String(done).padStart(6)} done, ${Math.round(done / seconds)} per second, ${retries} retries; ${counts(failed)}`
}

/** What came of a soak, and how to repeat it. */
export function closingTable(
  { tally, evidence, checks, growth }: SoakResult,
  { seed, operations, concurrency, rate }: SoakOptions,
): string {
  const calls = kinds.flatMap((kind) => {
    const ends = tally.byKind.get(kind)
    return ends ? [`${kind.padEnd(24)}${String(ends.succeeded).padStart(9)}  ${counts(ends.failed)}`] : []
  })
  const succeeded = [...tally.byKind.values()].reduce((sum, ends) => sum + ends.succeeded, 0)
  const injected = faults.reduce((sum, fault) => sum + evidence.injected[fault], 0)
  const share = ((100 * injected) / evidence.requests).toFixed(1)
  return [
    `${'call'.padEnd(24)}succeeded  failed`,
    ...calls,
    `${'all'.padEnd(24)}${String(succeeded).padStart(9)}  ${tally.done - succeeded}`,
    '',
    `${'fault'.padEnd(24)}    times`,
    ...faults.map((fault) => `${fault.padEnd(24)}${String(evidence.injected[fault]).padStart(9)}`),
    `${'all'.padEnd(24)}${String(injected).padStart(9)}  ${share} % of ${evidence.requests} requests`,
    '',
    `${tally.retries} retries, ${evidence.reached.length} POSTs reached the sandbox, ${tally.seconds.toFixed(1)} s, the heap grew by ${megabytes(growth)}`,
    '',
    ...checks.flatMap(({ name, broken }) => [
      `${broken.length === 0 ? 'holds ' : 'BROKEN'}  ${name}`,
      ...broken.slice(0, 10).map((line) => `          ${line}`),
    ]),
    '',
    `seed ${seed}. To replay: npm run soak -- --seed ${seed} --operations ${operations} --concurrency ${concurrency} --faults ${rate}`,
  ].join('\n')
}

function counts(failed: ReadonlyMap<string, number>): string {
  const sorted = [...failed].sort(([, one], [, other]) => other - one)
  return sorted.map(([name, count]) => `${count} ${name}`).join(', ') || 'no errors'
}
