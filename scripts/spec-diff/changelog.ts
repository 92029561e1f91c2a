import { breakingEntriesIn } from '../lib/changelog.js'
import type { Change } from './changes.js'

/**
 * Lists the breaking changes that the changelog does not announce. An unreleased entry that breaks callers announces the changes
 * of the operations that it names, such as `listUsers`; those of `every operation` too.
 */
export function unannounced(changelog: string, changes: readonly Change[]): Change[] {
  const announced = breakingEntriesIn(changelog)
    .map(({ text }) => text)
    .join('\n')
  return changes.filter(({ breaking, operation }) => breaking && !announced.includes(`\`${operation}\``))
}

/** Returns the lowest version that may break callers of a released one: the next minor version below 1.0, and the next major version from 1.0 on. */
export function nextBreaking(released: string): string {
  const [major = 0, minor = 0] = released.split('.').map(Number)
  return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`
}
