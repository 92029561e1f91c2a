/**
 * `npm run soak`: many calls at once through a proxy that fails, and then a comparison of what the callers were told with what
 * the sandbox has. Ends with a failure if they differ, or if the client keeps anything.
 */
import { parseArgs } from 'node:util'
import { closingTable, progressLine } from './soak/report.js'
import { soak } from './soak/run.js'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    operations: { type: 'string', default: '20000' },
    concurrency: { type: 'string', default: '64' },
    faults: { type: 'string', default: '0.3' },
  },
})

const options = {
  seed: wholeNumber('seed'),
  operations: wholeNumber('operations'),
  concurrency: wholeNumber('concurrency'),
  rate: Number(values.faults),
  limit: 5 * 60_000,
}
if (!(options.rate >= 0 && options.rate <= 1))
  throw new RangeError(`--faults is a share from 0 to 1, not ${values.faults}.`)
console.log(
  `${options.operations} calls, ${options.concurrency} at once, ${100 * options.rate} % of requests with a fault, seed ${options.seed}`,
)
const result = await soak({ ...options, progress: (tally) => console.log(progressLine(tally)) })
console.log(`\n${closingTable(result, options)}`)
process.exitCode = result.checks.some(({ broken }) => broken.length > 0) ? 1 : 0

function wholeNumber(name: 'seed' | 'operations' | 'concurrency'): number {
  const number = Number(values[name])
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`--${name} is a whole number from 1, not ${values[name]}.`)
  return number
}
