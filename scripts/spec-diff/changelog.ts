/**
 * Whether the changelog makes ready for the next major version: its topmost version has a higher one than what was released.
 * A heading that names no version, such as `Unreleased`, does not count.
 *
 * @param released - Version of the released document.
 */
export function announcesMajor(changelog: string, released: string): boolean {
  const [, topmost] = /^## \[(\d+)\.\d+\.\d+/m.exec(changelog) ?? []
  return topmost !== undefined && Number(topmost) > majorOf(released)
}

/** The version that a breaking change asks for: `1.0.0` after `0.1.0`. */
export function nextMajor(released: string): string {
  return `${majorOf(released) + 1}.0.0`
}

function majorOf(version: string): number {
  return Number(version.split('.', 1)[0])
}
