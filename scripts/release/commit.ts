import { run } from '../lib/run.js'

/**
 * Commits a release, and tags it.
 *
 * @param patch - The changes, as `git apply` reads them.
 */
export async function commitRelease(root: string, version: string, patch: string): Promise<void> {
  await run('git', ['apply', '--index', '-'], { cwd: root, input: patch })
  await run('git', ['commit', '--quiet', '--message', `Release ${version}`], { cwd: root })
  // Only an annotated tag is pushed by --follow-tags.
  await run('git', ['tag', '--annotate', `v${version}`, '--message', version], { cwd: root })
}
