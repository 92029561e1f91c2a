import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** The texts of a folder, by their paths in it. */
export type Output = Readonly<Record<string, string>>

/** Returns the stale files of a folder, sorted: changed, missing and extra ones. */
export async function findStale(folder: string, output: Output): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const present = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const stale = present.filter((file) => !(file in output))
  for (const [file, content] of Object.entries(output)) {
    if (!present.includes(file) || (await readFile(join(folder, file), 'utf8')) !== content) stale.push(file)
  }
  return stale.sort()
}

/** Repairs a stale file, and returns what was done to it. */
export async function repair(folder: string, output: Output, file: string): Promise<'wrote' | 'removed'> {
  const path = join(folder, file)
  const content = output[file]
  if (content === undefined) {
    await rm(path)
    return 'removed'
  }
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return 'wrote'
}
