import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findAdvisories } from '../lib/advisories.js'
import { Refusal } from '../lib/refusal.js'
import { run } from '../lib/run.js'
import { type Tarball, writeReleaseFiles } from './files.js'
import type { Plan } from './plan.js'
import { keepDocument, writeVersion } from './write-version.js'

/** Writes changes as `git apply` reads them, whatever the configuration of the author. */
export const plainDiff = [
  '-c',
  'diff.noprefix=false',
  '-c',
  'diff.mnemonicPrefix=false',
  'diff',
  '--no-ext-diff',
  '--no-color',
]

/** A release that is ready to be committed. */
export interface Prepared {
  readonly tarball: Tarball
  /** The software bill of materials, as JSON. */
  readonly sbom: string
  /** The commit that the release was made from. */
  readonly base: string
  /** The changes to commit, as `git apply` reads them. */
  readonly patch: string
  /** The same, as a list of files. */
  readonly changes: string
  readonly warnings: readonly string[]
}

/**
 * Makes a release in a clean clone, so that nothing depends on this folder or is changed in it.
 *
 * @param clone - The path of the clone, which does not exist.
 * @param log - Called with the name of each step.
 * @throws Refusal if a step fails, such as an outdated file in `generated/`, or a runtime dependency has an advisory.
 */
export async function prepareRelease(
  root: string,
  clone: string,
  plan: Plan,
  log: (step: string) => void,
): Promise<Prepared> {
  log('clone')
  await run('git', ['clone', '--quiet', '--no-tags', root, clone], { cwd: root })
  const base = (await run('git', ['rev-parse', 'HEAD'], { cwd: clone })).trim()
  log('install (npm ci)')
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: clone })
  log('advisories (npm audit)')
  const audit = await findAdvisories(clone, ['--omit', 'dev'])
  if (audit.advisories.length > 0)
    throw new Refusal(
      `Dependencies have known vulnerabilities:\n${audit.advisories.map(({ text }) => `- ${text}`).join('\n')}`,
    )
  log('generated files are up to date (npm run generate -- --check)')
  await run('npm', ['run', '--silent', 'generate', '--', '--check'], { cwd: clone })
  log('version')
  await writeVersion(clone, plan.version, plan.date)
  log('generated files with this version (npm run generate)')
  await run('npm', ['run', '--silent', 'generate'], { cwd: clone })
  await keepDocument(clone)
  await run('git', ['add', '--all'], { cwd: clone })
  const diff = (...options: string[]) => run('git', [...plainDiff, '--cached', ...options], { cwd: clone })
  log('build, tarball and SBOM')
  const tarball = await writeReleaseFiles(clone)
  const sbom = await readFile(join(clone, 'release/sbom.cdx.json'), 'utf8')
  const warnings = audit.problem === undefined ? [] : [`Advisories could not be checked: ${audit.problem}`]
  return { tarball, sbom, base, patch: await diff('--binary'), changes: await diff('--stat'), warnings }
}
