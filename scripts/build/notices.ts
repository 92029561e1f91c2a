import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

/** A package of which the build contains code. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
}

const introduction = 'The files in this folder contain code of these packages, in whole or in part.\n'

/** Lists the folders of the packages of which the outputs contain code, relative to the working directory of the build. */
export function packagesIn({ outputs }: Metafile): Set<string> {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  )
  // A package may have a folder in that of another package.
  return new Set(used.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))
}

/**
 * Prints the names, versions, licences and copyrights of packages, and the terms of their licences: equal terms once.
 *
 * @param folders - Paths of the packages.
 * @throws Error if a package has no licence file, or one without a copyright.
 */
export async function printNotices(folders: Iterable<string>): Promise<string> {
  const groups = new Map<string, { terms: string; titles: Set<string> }>()
  for (const folder of folders) {
    const [title, { copyrights, terms }] = await Promise.all([titleOf(folder), licenseIn(folder)])
    const words = terms.split(/\s+/).join(' ')
    const group = groups.get(words) ?? { terms, titles: new Set() }
    // Two folders may have the same version.
    groups.set(words, { ...group, titles: group.titles.add([title, ...copyrights].join('\n  ')) })
  }
  const sections = [...groups.values()]
    .map(({ terms, titles }) => `${[...titles].sort().join('\n')}\n\n${terms}\n`)
    .sort((a, b) => (a < b ? -1 : 1))
  return [introduction, ...sections].join(`\n${'-'.repeat(80)}\n\n`)
}

/** Lists the packages that printed notices name. */
export function readNotices(notices: string): BundledPackage[] {
  return [...notices.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d+\S*) \(([^)\n]+)\)$/gm)].map(
    ([, name = '', version = '', license = '']) => ({ name, version, license }),
  )
}

async function titleOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as BundledPackage
  return `${name} ${version} (${license})`
}

/** Reads the lines with copyrights, and the terms without them and without a title. */
async function licenseIn(folder: string): Promise<{ copyrights: string[]; terms: string }> {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name))
  if (file === undefined) throw new Error(`${folder} has no licence file.`)
  const lines = (await readFile(join(folder, file), 'utf8')).split(/\r?\n/)
  // Terms can have the word in lower case at the start of a line.
  const isCopyright = (line: string) => /^\s*Copyright\b/.test(line)
  const copyrights = lines.filter(isCopyright).map((line) => line.trim())
  if (copyrights.length === 0) throw new Error(`The licence file of ${folder} has no copyright.`)
  const isTitle = (line: string) => /^\W*(The )?\w+ Licen[cs]e\W*(\(\w+\)\W*)?$/i.test(line)
  const terms = lines.filter((line) => !isCopyright(line) && !isTitle(line))
  return { copyrights, terms: terms.join('\n').trim() }
}
