/**
 * Checks whether the topmost version in the changelog may break callers of the released one.
 * A heading without a version, such as `Unreleased`, does not count.
 *
 * @param released - Version of the released document.
 */
export function announcesBreaking(changelog: string, released: string): boolean {
  const [, topmost] = /^## \[(\d+\.\d+\.\d+)/m.exec(changelog) ?? []
  if (!topmost) return false
  const [major, minor] = parse(topmost)
  const [neededMajor, neededMinor] = parse(nextBreaking(released))
  return major > neededMajor || (major === neededMajor && minor >= neededMinor)
}

/** Returns the lowest version that may break callers of a released one: the next minor version below 1.0, and the next major version from 1.0 on. */
export function nextBreaking(released: string): string {
  const [major, minor] = parse(released)
  return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`
}

function parse(version: string): [major: number, minor: number] {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return [major, minor]
}
