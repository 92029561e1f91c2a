import { faults, kinds } from './plan.js'
import { megabytes, type SoakOptions, type SoakResult } from './run.js'
import type { Tally } from './tally.js'

/** Prints the progress of a soak, in a line. */
export function progressLine({ done, succeeded, operations, seconds, retries }: Tally): string {
  const share = `${Math.round((100 * done) / operations)} %`.padStart(5)
  return `${share}  ${String(done).padStart(6)} done, ${Math.round(done / seconds)} per second, ${retries} retries, ${done - succeeded} errors`
}

/** Prints the result of a soak, and how to replay it. */
export function closingTable(
  { tally, evidence, checks, growth }: SoakResult,
  { seed, operations, concurrency, rate }: SoakOptions,
): string {
  const calls = kinds.map((kind) => {
    const ends = [...(tally.byKind.get(kind) ?? [])].sort(([, one], [, other]) => other - one)
    return `${kind.padEnd(24)}${ends.map(([end, count]) => `${count} ${end}`).join(', ')}`
  })
  const injected = faults.map((fault) => `${fault.padEnd(24)}${evidence.injected[fault]}`)
  const verdicts = checks.flatMap(({ name, broken }) => [
    `${broken.length === 0 ? 'passed' : 'FAILED'}  ${name}`,
    ...broken.slice(0, 10).map((line) => `          ${line}`),
  ])
  return `${calls.join('\n')}

${injected.join('\n')}

${tally.done} calls, ${tally.succeeded} of them succeeded, ${evidence.requests} requests, ${tally.retries} retries, ${evidence.reached.length} POSTs reached the sandbox, ${tally.seconds.toFixed(1)} s, the heap grew by ${megabytes(growth)}

${verdicts.join('\n')}

seed ${seed}. To replay: npm run soak -- --seed ${seed} --operations ${operations} --concurrency ${concurrency} --faults ${rate}`
}
