import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../lib/refusal.js'
import { run } from '../lib/run.js'

/**
 * Checks that a release can be made from this checkout.
 *
 * @returns Warnings: what would prevent a release, but no dry run.
 * @throws Refusal for uncommitted changes, and unless it is a dry run, for another branch than main and a missing repository.
 */
export async function checkCheckout(root: string, dryRun: boolean): Promise<string[]> {
  const changes = (await run('git', ['status', '--porcelain'], { cwd: root })).trimEnd()
  if (changes) throw new Refusal(`There are uncommitted changes. Commit or remove them first:\n${changes}`)
  const problems: string[] = []
  const branch = (await run('git', ['branch', '--show-current'], { cwd: root })).trim()
  if (branch !== 'main') problems.push(`Releases are made on the branch main, and this is ${branch || 'no branch'}.`)
  const { repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { repository?: unknown }
  if (!repository)
    problems.push(
      'package.json has no `repository`, which npm requires for provenance. See "Releasing" in CONTRIBUTING.md.',
    )
  if (problems.length > 0 && !dryRun) throw new Refusal(problems.join('\n'))
  return problems
}
