import { Refusal } from '../lib/refusal.js'
import { run } from '../lib/run.js'
import type { Prepared } from './prepare.js'

/**
 * Commits a release, and tags it. If one of them fails, both are undone.
 *
 * @throws Refusal if the checkout has changed since the release was prepared, or git fails.
 */
export async function commitRelease(
  root: string,
  version: string,
  { base, patch }: Pick<Prepared, 'base' | 'patch'>,
): Promise<void> {
  const git = (parameters: string[], input = '') => run('git', parameters, { cwd: root, input })
  const head = (await git(['rev-parse', 'HEAD'])).trim()
  if (head !== base || (await git(['status', '--porcelain'])) !== '')
    throw new Refusal('This folder has changed since the release was prepared. Run the command again.')
  await git(['apply', '--index', '--whitespace=nowarn', '-'], patch)
  try {
    await git(['commit', '--quiet', '--message', `Release ${version}`])
    // Only an annotated tag is pushed by --follow-tags.
    await git(['tag', '--annotate', `v${version}`, '--message', version])
  } catch (error) {
    // Keeps what the author has changed meanwhile, unlike --hard.
    await git(['reset', '--quiet', '--soft', base])
    await git(['apply', '--index', '--reverse', '--whitespace=nowarn', '-'], patch)
    throw error
  }
}
