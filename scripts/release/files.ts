import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readNotices } from '../build/notices.js'
import { notesOf } from '../lib/changelog.js'
import { run } from '../lib/run.js'
import { makeSbom } from './sbom.js'

/** What `npm pack --json` reports. */
export interface Tarball {
  readonly filename: string
  /** In bytes. */
  readonly size: number
  /** In bytes. */
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

/**
 * Builds the package, and writes what a release consists of into the folder `release`: the tarball, its software bill of
 * materials, and the notes.
 *
 * @param folder - The repository, with its packages installed.
 */
export async function writeReleaseFiles(folder: string): Promise<Tarball> {
  const target = join(folder, 'release')
  await rm(target, { recursive: true, force: true })
  await mkdir(target)
  await run('npm', ['run', '--silent', 'build'], { cwd: folder })
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', target]
  const [tarball] = JSON.parse(await run('npm', pack, { cwd: folder })) as Tarball[]
  if (!tarball) throw new Error('npm pack reports no tarball.')
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const notices = await readFile(join(folder, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')
  const changelog = await readFile(join(folder, 'CHANGELOG.md'), 'utf8')
  await writeFile(join(target, 'sbom.cdx.json'), await makeSbom(folder, readNotices(notices)))
  await writeFile(join(target, 'notes.md'), `${notesOf(changelog, version)}\n`)
  return tarball
}
