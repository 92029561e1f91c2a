import { entriesIn, isBreaking } from '../lib/changelog.js'
import { Refusal } from '../lib/refusal.js'
import { nextBreaking } from '../spec-diff/changelog.js'
import type { Change } from '../spec-diff/changes.js'
import { onlyWords } from '../spec-diff/keywords.js'

/** The lowest version that a set of changes may have, and the changes that require it. */
export interface Required {
  readonly version: string
  readonly reasons: readonly string[]
}

/**
 * Returns the lowest version that changes may have: below 1.0, the next minor version for breaking changes, and else the next
 * patch; from 1.0 on, the next major version for breaking changes, and the next minor version for all but fixes.
 *
 * @param notes - The unreleased section of the changelog. Entries that begin with `Breaking`, or are under `Removed`, break callers.
 * @param changes - Changes of the OpenAPI document.
 */
export function requiredVersion(last: string, notes: string, changes: readonly Change[]): Required {
  const entries = entriesIn(notes)
  const breaking = [
    ...changes
      .filter(({ breaking }) => breaking)
      .map(({ operation, what }) => `OpenAPI document, breaking: ${operation}: ${what}`),
    ...entries.filter(isBreaking).map(inChangelog),
  ]
  if (breaking.length > 0) return { version: nextBreaking(last), reasons: breaking }
  const { patch, minor } = nextVersions(last)
  const additions = [
    ...changes
      .filter(({ what }) => what !== onlyWords)
      .map(({ operation, what }) => `OpenAPI document: ${operation}: ${what}`),
    ...entries.filter(({ heading }) => !/^(Fixed|Security)$/.test(heading)).map(inChangelog),
  ]
  if (additions.length > 0 && !last.startsWith('0.')) return { version: minor, reasons: additions }
  return { version: patch, reasons: [] }
}

function inChangelog({ heading, text }: { heading: string; text: string }): string {
  return `${heading}: ${text}`
}

/**
 * Returns the version to release.
 *
 * @param requested - `patch`, `minor`, `major` or a version; without it, the version is the lowest one.
 * @throws Refusal if it is not a successor of the last one, or lower than the changes require.
 */
export function chooseVersion(last: string, required: Required, requested?: string): string {
  if (requested === undefined) return required.version
  const next: Record<string, string> = nextVersions(last)
  const version = next[requested] ?? requested
  const successors = Object.values(next)
  if (!successors.includes(version))
    throw new Refusal(
      `The version after ${last} must be ${successors.slice(0, -1).join(', ')} or ${successors.at(-1)}, got ${version}.`,
    )
  if (successors.indexOf(version) < successors.indexOf(required.version)) {
    const reasons = printReasons(required.reasons)
    throw new Refusal(`These changes need ${required.version} or later, got ${version}:\n${reasons}`)
  }
  return version
}

/** Lists the first of the changes that require a version, each on one line. */
export function printReasons(reasons: readonly string[]): string {
  const lines = reasons.slice(0, 3).map((text) => `- ${text.length > 110 ? `${text.slice(0, 109)}…` : text}`)
  return [...lines, ...(reasons.length > 3 ? [`and ${reasons.length - 3} more`] : [])].join('\n')
}

function nextVersions(version: string): { patch: string; minor: string; major: string } {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return {
    patch: `${major}.${minor}.${patch + 1}`,
    minor: `${major}.${minor + 1}.0`,
    major: `${major + 1}.0.0`,
  }
}
