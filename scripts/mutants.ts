/**
 * Breaks the sandbox on purpose, one mistake at a time, and checks that a test notices each.
 *
 * `npm run mutants`, or `npm run mutants -- --tests test/sandbox test/samples` to try another part of the tests.
 */
import { parseArgs } from 'node:util'
import { type Result, tryMutants } from './mutants/run.js'
import { mutants } from './mutants/table.js'

const usage = `Usage: npm run mutants [-- --tests <folder or file>...]

Breaks the sandbox on purpose, one mistake at a time, and checks that a test notices each.

  --tests  run these tests, such as test/sandbox, instead of those of the model
  --help   print this text`

function argumentsOf(args: string[]): { help: boolean; tests: string[] } | string {
  try {
    const options = { tests: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
    if (values.tests ? positionals.length === 0 : positionals.length > 0)
      return values.tests
        ? '--tests needs a folder or file.'
        : `Unexpected argument \`${positionals[0]}\`: write it after --tests.`
    return { help: values.help ?? false, tests: positionals }
  } catch (error) {
    return (error as Error).message
  }
}

const given = argumentsOf(process.argv.slice(2))
if (typeof given === 'string') {
  console.error(`${given}\n\n${usage}`)
  process.exit(2)
}
if (given.help) {
  console.log(usage)
  process.exit(0)
}
const started = performance.now()
const print = ({ mutant, killed, seconds }: Result) =>
  console.log(`${killed ? 'killed  ' : 'SURVIVED'} ${seconds.toFixed(1).padStart(5)} s  ${mutant.name}`)
const results = await tryMutants(mutants, given.tests, print)
const survivors = results.filter(({ killed }) => !killed)
const seconds = ((performance.now() - started) / 1000).toFixed(0)
console.log(`${results.length - survivors.length} of ${results.length} mutants killed, in ${seconds} s`)
process.exitCode = survivors.length > 0 ? 1 : 0
