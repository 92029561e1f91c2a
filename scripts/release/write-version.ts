import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { releaseNotes } from '../lib/changelog.js'
import { run } from '../lib/run.js'

interface Lock {
  name: string
  version: string
  packages: Record<string, { name?: string; version: string }>
}

/** Writes a version into every source that states it: the package, the changelog, the OpenAPI document, the mark of errors. */
export async function writeVersion(folder: string, version: string, date: string): Promise<void> {
  const edit = async (file: string, change: (text: string) => string) => {
    const before = await readFile(join(folder, file), 'utf8')
    const after = change(before)
    if (after === before) throw new Error(`${file} does not state the version where it is expected.`)
    await writeFile(join(folder, file), after)
  }
  await edit('package.json', (text) => text.replace(/^ {2}"version": ".*"/m, `  "version": "${version}"`))
  await edit('openapi/openapi.yaml', (text) => text.replace(/^ {2}version: .*/m, `  version: ${version}`))
  await edit('CHANGELOG.md', (text) => releaseNotes(text, version, date))
  for (const file of await locksWith(folder, 'sceyt-platform'))
    await edit(file, (text) => {
      const lock = JSON.parse(text) as Lock
      if (lock.name === 'sceyt-platform') lock.version = version
      for (const entry of Object.values(lock.packages)) if (entry.name === 'sceyt-platform') entry.version = version
      return `${JSON.stringify(lock, null, 2)}\n`
    })
  const file = 'src/errors/name-errors.ts'
  // A patch has the same mark as the version before it.
  const mark = /(?<=Symbol\.for\('sceyt-platform\/)[\d.]+(?='\))/
  const text = await readFile(join(folder, file), 'utf8')
  if (!mark.test(text)) throw new Error(`${file} has no mark.`)
  await writeFile(join(folder, file), text.replace(mark, compatibleWith(version)))
}

/** Makes the generated document that of the last release, with which later changes are compared. */
export async function keepDocument(folder: string): Promise<void> {
  await copyFile(join(folder, 'generated/openapi.json'), join(folder, 'openapi/released/openapi.json'))
}

/** Lists the lock files that have a package with this name, by itself or as a link. */
async function locksWith(folder: string, name: string): Promise<string[]> {
  const pattern = `^      "name": "${name}"`
  const files = await run('git', ['grep', '--files-with-matches', '-e', pattern, '--', '*package-lock.json'], {
    cwd: folder,
  })
  return files.trim().split('\n')
}

/** Returns what the mark of errors has: the major version, or before 1.0 the minor one too. */
function compatibleWith(version: string): string {
  return /^(0\.)?\d+/.exec(version)?.[0] ?? version
}
