/**
 * `npm run soak`: makes many calls at once to a server with faults, and then compares how they ended for their callers with the
 * state of the sandbox. Exits with 1 if these differ, or if the client leaves anything open.
 *
 * `npm run soak -- --sandbox`: takes the steps of random worlds in sandboxes whose state is in a file, and which are killed and
 * started again. Exits with 1 if any of them differs from the same steps without a restart.
 */
import { parseArgs } from 'node:util'
import { closingTable, progressLine } from './soak/report.js'
import { soak } from './soak/run.js'
import { worldsLine, worldsTable } from './soak/sandbox/report.js'
import { soakSandbox } from './soak/sandbox/run.js'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    operations: { type: 'string', default: '20000' },
    concurrency: { type: 'string', default: '64' },
    faults: { type: 'string', default: '0.3' },
    sandbox: { type: 'boolean', default: false },
    worlds: { type: 'string', default: '200' },
    steps: { type: 'string', default: '100' },
  },
})

process.exitCode = (await (values.sandbox ? soakWorlds() : soakClient())) ? 0 : 1

/** @returns Whether the client behaves as it should. */
async function soakClient(): Promise<boolean> {
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
  return result.checks.every(({ broken }) => broken.length === 0)
}

/** @returns Whether every world is as it would be without a restart. */
async function soakWorlds(): Promise<boolean> {
  const options = { seed: wholeNumber('seed'), worlds: wholeNumber('worlds'), steps: wholeNumber('steps') }
  console.log(`${options.worlds} worlds from seed ${options.seed}, ${options.steps} steps each`)
  const tally = await soakSandbox({
    ...options,
    onProgress: (tally) => {
      if (tally.worlds % Math.ceil(options.worlds / 20) === 0) console.log(worldsLine(tally))
    },
  })
  console.log(`\n${worldsTable(tally, options)}`)
  return tally.differences.length === 0
}

function wholeNumber(name: 'seed' | 'operations' | 'concurrency' | 'worlds' | 'steps'): number {
  const number = Number(values[name])
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`--${name} must be a whole number from 1, got ${values[name]}.`)
  return number
}
