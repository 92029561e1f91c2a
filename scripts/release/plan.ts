import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readDocument } from '../document.js'
import { latestVersion, notesOf } from '../lib/changelog.js'
import { Refusal } from '../lib/refusal.js'
import { run } from '../lib/run.js'
import { compareDocuments } from '../spec-diff/compare.js'
import { chooseVersion, requiredVersion } from './next-version.js'

/** What is released, and why it has this version. */
export interface Plan {
  readonly last: string
  readonly version: string
  /** The changes that require the version. */
  readonly reasons: readonly string[]
  /** The unreleased section of the changelog. */
  readonly notes: string
  /** Such as `2027-01-31`, in UTC. */
  readonly date: string
}

/**
 * Decides on the version, from the changelog and the changes of the OpenAPI document.
 *
 * @throws Refusal if nothing is unreleased, the files disagree on the last version, or the version cannot be released.
 */
export async function planRelease(root: string, requested: string | undefined): Promise<Plan> {
  const read = (file: string) => readFile(join(root, file), 'utf8')
  const [changelog, packageText, released, document] = await Promise.all([
    read('CHANGELOG.md'),
    read('package.json'),
    readDocument(pathToFileURL(join(root, 'openapi/released/openapi.json'))),
    readDocument(pathToFileURL(join(root, 'generated/openapi.json'))),
  ])
  const last = latestVersion(changelog)
  const found = {
    'package.json': (JSON.parse(packageText) as { version: string }).version,
    'generated/openapi.json': document.info.version,
    'openapi/released/openapi.json': released.info.version,
  }
  for (const [file, version] of Object.entries(found))
    if (version !== last) throw new Refusal(`${file} has the version ${version}, and CHANGELOG.md ends with ${last}.`)
  const notes = notesOf(changelog)
  const required = requiredVersion(last, notes, compareDocuments(released, document))
  const version = chooseVersion(last, required, requested)
  const tags = await run('git', ['tag', '--list', `v${version}`], { cwd: root })
  if (tags.trim()) throw new Refusal(`The tag v${version} exists: this version is released, or was about to be.`)
  return { last, version, reasons: required.reasons, notes, date: new Date().toISOString().slice(0, 10) }
}
