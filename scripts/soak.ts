/**
 * `npm run soak`: makes many calls at once to a server with faults, and then compares how they ended for their callers with the
 * state of the sandbox. Exits with 1 if these differ, or if the client leaves anything open.
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
  limit: 10 * 60_000,
}
if (!(options.rate >= 0 && options.rate <= 1))
  throw new RangeError(`--faults must be a number from 0 to 1, got ${values.faults}.`)
console.log(
  `${options.operations} calls, ${options.concurrency} at once, ${100 * options.rate} % of requests with a fault, seed ${options.seed}`,
)
const result = await soak({ ...options, onProgress: (tally) => console.log(progressLine(tally)) })
console.log(`\n${closingTable(result, options)}`)
process.exitCode = result.checks.some(({ broken }) => broken.length > 0) ? 1 : 0

function wholeNumber(name: 'seed' | 'operations' | 'concurrency'): number {
  const number = Number(values[name])
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`--${name} must be a whole number from 1, got ${values[name]}.`)
  return number
}
