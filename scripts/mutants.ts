/**
 * Breaks the sandbox on purpose, one mistake at a time, and checks that a test notices each.
 *
 * `npm run mutants`, or `npm run mutants -- --tests test/sandbox test/samples` to try another part of the tests.
 */
import { parseArgs } from 'node:util'
import { type Result, tryMutants } from './mutants/run.js'
import { mutants } from './mutants/table.js'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { tests: { type: 'boolean' } } })
const started = performance.now()
const print = ({ mutant, killed, seconds }: Result) =>
  console.log(`${killed ? 'killed  ' : 'SURVIVED'} ${seconds.toFixed(1).padStart(5)} s  ${mutant.name}`)
const results = await tryMutants(mutants, values.tests ? positionals : [], print)
const survivors = results.filter(({ killed }) => !killed)
const seconds = ((performance.now() - started) / 1000).toFixed(0)
console.log(`${results.length - survivors.length} of ${results.length} mutants killed, in ${seconds} s`)
process.exitCode = survivors.length > 0 ? 1 : 0
