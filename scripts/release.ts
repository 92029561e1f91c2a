/**
 * `npm run release`: prepares a release in a clean clone, then commits and tags it here. With `--dry-run` it changes nothing here.
 * Publishing is left to the workflow that the tag starts.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './lib/refusal.js'
import { interruptRuns } from './lib/run.js'
import { parseArguments } from './release/arguments.js'
import { checkCheckout } from './release/check-checkout.js'
import { commitRelease } from './release/commit.js'
import { printReasons } from './release/next-version.js'
import { planRelease } from './release/plan.js'
import { prepareRelease } from './release/prepare.js'
import { printRelease } from './release/print.js'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Whether the release is being committed, which is not interrupted: a part of it must not remain. */
let isCommitting = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (isCommitting) return
    process.exitCode = 128 + constants.signals[signal]
    interruptRuns(signal)
  })

async function release(): Promise<void> {
  const { version: requested, dryRun } = parseArguments(process.argv.slice(2))
  const warnings = await checkCheckout(root, dryRun)
  const plan = await planRelease(root, requested)
  const { version } = plan
  console.log(`${plan.last} -> ${version}\n${printReasons(plan.reasons)}\n`)
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-release-'))
  try {
    const prepared = await prepareRelease(root, join(folder, 'clone'), plan, (step) => console.log(step))
    console.log(`\n${printRelease(plan, prepared)}`)
    for (const warning of [...warnings, ...prepared.warnings]) console.warn(`Warning: ${warning}`)
    if (dryRun) {
      console.log('\nDry run: nothing was committed, tagged or published.')
      return
    }
    isCommitting = true
    await commitRelease(root, version, prepared)
    console.log(`\nCommitted, and tagged as v${version}. To publish it, run:\n  git push --atomic --follow-tags`)
  } finally {
    // A command that was interrupted may have children that still write.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

try {
  await release()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode ??= 1
}
