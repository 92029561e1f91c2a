import { Refusal } from './refusal.js'

const unreleased = 'Unreleased'

interface Entry {
  /** Such as `Added`. */
  readonly heading: string
  /** The first line. */
  readonly text: string
}

/** Returns the version of the topmost heading that has one. @throws Refusal if there is none. */
export function latestVersion(changelog: string): string {
  const [, version] = /^## \[(\d+\.\d+\.\d+)\]/m.exec(changelog) ?? []
  if (version === undefined) throw new Refusal('CHANGELOG.md has no version.')
  return version
}

/** Returns the section of a version, or of what is not released, without its heading. @throws Refusal if it has no entry. */
export function notesOf(changelog: string, version = unreleased): string {
  const heading = `## [${version}]`
  const notes = sectionOf(changelog, heading)
  if (entriesIn(notes).length === 0) throw new Refusal(`CHANGELOG.md has no entry under \`${heading}\`.`)
  return notes
}

function sectionOf(changelog: string, heading: string): string {
  const section = changelog.split(/^(?=## \[)/m).find((part) => part.startsWith(heading)) ?? ''
  const [, ...lines] = section.split('\n')
  return lines.join('\n').trim()
}

/** Lists the unreleased entries that break callers: those that begin with `Breaking`, in any case and emphasis, and those under `Removed`. */
export function breakingEntriesIn(changelog: string): Entry[] {
  return entriesIn(sectionOf(changelog, `## [${unreleased}]`)).filter(isBreaking)
}

export function isBreaking({ heading, text }: Entry): boolean {
  return /^removed$/i.test(heading) || /^\W*breaking\b/i.test(text)
}

/** Lists the entries of a section, each with its heading, such as `Added`. */
export function entriesIn(notes: string): Entry[] {
  return notes.split(/^### /m).flatMap((part) => {
    const heading = part.split('\n', 1)[0]?.trim() ?? ''
    return [...part.matchAll(/^[-*+] (.*)$/gm)].map(([, text = '']) => ({ heading, text }))
  })
}

/** Moves what is not released under the heading of a version. */
export function releaseNotes(changelog: string, version: string, date: string): string {
  return changelog.replace(`## [${unreleased}]\n`, `## [${unreleased}]\n\n## [${version}] - ${date}\n`)
}
