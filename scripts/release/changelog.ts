import { Refusal } from '../lib/refusal.js'

const unreleased = 'Unreleased'

/** Returns the version of the topmost heading that has one. @throws Refusal if there is none. */
export function latestVersion(changelog: string): string {
  const [, version] = /^## \[(\d+\.\d+\.\d+)\]/m.exec(changelog) ?? []
  if (version === undefined) throw new Refusal('CHANGELOG.md has no version.')
  return version
}

/** Returns the section of a version, or of what is not released, without its heading. @throws Refusal if it has no entry. */
export function notesOf(changelog: string, version = unreleased): string {
  const heading = `## [${version}]`
  const section = changelog.split(/^(?=## \[)/m).find((part) => part.startsWith(heading))
  const notes = section?.slice(section.indexOf('\n')).trim()
  if (!notes || entriesIn(notes).length === 0) throw new Refusal(`CHANGELOG.md has no entry under \`${heading}\`.`)
  return notes
}

/** Lists the entries of a section, each with its heading, such as `Added`. */
export function entriesIn(notes: string): { heading: string; text: string }[] {
  return notes.split(/^### /m).flatMap((part) => {
    const heading = part.split('\n', 1)[0]?.trim() ?? ''
    return [...part.matchAll(/^- (.*)$/gm)].map(([, text = '']) => ({ heading, text }))
  })
}

/** Moves what is not released under the heading of a version. */
export function releaseNotes(changelog: string, version: string, date: string): string {
  return changelog.replace(`## [${unreleased}]\n`, `## [${unreleased}]\n\n## [${version}] - ${date}\n`)
}
