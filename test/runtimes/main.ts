/** `npm run runtimes`: runs one suite on the built package in every runtime, and prints a table. Arguments select runtimes by name. */
import { createSandbox } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'
import { reportRow } from '../consumers/lib/row.js'
import { apiKey, type Finding } from './check.js'
import { differences } from './differences.js'
import { refuse, serveHostile } from './hostile.js'
import { buildPrograms } from './programs.js'
import type { Runtime } from './runtime.js'
import { runtimes } from './runtimes.js'
import { checks } from './suite.js'
import { type Column, toText } from './table.js'
import { toVerdict } from './verdict.js'

/** The time limit of a runtime, in milliseconds. */
const limit = 60_000

const names = process.argv.slice(2)
checkNames('runtime', [...names, ...differences.flatMap(({ runtimes }) => runtimes)], runtimes)
checkNames(
  'check',
  differences.flatMap(({ checks }) => checks),
  checks,
)
const chosen = runtimes.filter(({ name }) => names.length === 0 || names.includes(name))

const programs = await buildPrograms()
const sandbox = await listen(createSandbox({ apps: chosen.map((_, index) => ({ appId: `app-${index}`, apiKey })) }))
const elsewhere = await serveHostile()
const hostile = await serveHostile(elsewhere.origin)
const refused = await refuse()

async function runIn(runtime: Runtime, index: number): Promise<Column> {
  const { name } = runtime
  const findings: Finding[] = []
  const strayLines: string[] = []
  const started = performance.now()
  const signal = AbortSignal.timeout(limit)
  let version = ''
  let problem: string | undefined
  try {
    version = await runtime.version()
    await runtime.run({
      site: {
        sandbox: sandbox.baseUrl(`app-${index}`),
        hostile: hostile.origin,
        elsewhere: elsewhere.origin,
        refused: refused.origin,
      },
      programs: programs.folder,
      report(line) {
        if (line.startsWith('{"check":')) findings.push(JSON.parse(line) as Finding)
        else strayLines.push(line)
      },
      signal,
    })
    if (strayLines.length > 0) problem = `unexpected output: ${strayLines.join('\n')}`
  } catch (error) {
    problem = signal.aborted ? `stopped after ${limit} ms` : String(error)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const resultsOf = (check: string) =>
    findings.filter((finding) => finding.check === check).map(({ received }) => received)
  const verdicts = new Map(
    checks.map((check) => [check.name, toVerdict(check, name, resultsOf(check.name), differences)]),
  )
  const failed = [...verdicts].filter(([, { kind }]) => kind === 'FAIL').map(([check]) => check)
  const reason = problem ?? (failed.length > 0 ? failed.join('; ') : undefined)
  await reportRow({
    matrix: 'runtime',
    name: `${name} (${version})`,
    note: `${findings.length} checks in ${seconds} s`,
    ...(reason !== undefined && { problem: reason }),
  })
  return { name, problem, verdicts }
}

const columns: Column[] = []
for (const [index, runtime] of chosen.entries()) columns.push(await runIn(runtime, index))

for (const { close } of [hostile, elsewhere, refused]) close()
await sandbox.close()
await programs.remove()

console.log(toText(columns))

function checkNames(what: string, names: readonly string[], known: readonly { name: string }[]): void {
  const unknown = names.filter((name) => !known.some((one) => one.name === name))
  if (unknown.length > 0)
    throw new Error(`unknown ${what} ${unknown.join(', ')}; use ${known.map(({ name }) => name).join(', ')}`)
}
