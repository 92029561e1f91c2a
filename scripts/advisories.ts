/**
 * `npm run advisories`: looks up the known vulnerabilities of every lock file, and fails on any in what users install, on high
 * and critical ones in what developers do, and if they cannot be looked up.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Audit, findAdvisories } from './lib/advisories.js'
import { run } from './lib/run.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const locks = (await run('git', ['ls-files', '*package-lock.json'], { cwd: root })).trim().split('\n')

function report(title: string, { advisories, problem }: Audit, failing: RegExp): void {
  console.log(`${title}: ${problem ?? (advisories.length === 0 ? 'none' : advisories.length)}`)
  for (const { text } of advisories) console.log(`  ${text}`)
  if (problem !== undefined || advisories.some(({ severity }) => failing.test(severity))) process.exitCode = 1
}

report('what users install', await findAdvisories(root, ['--omit', 'dev']), /./)
for (const lock of locks) report(lock, await findAdvisories(join(root, dirname(lock))), /^(high|critical)$/)
