import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { toCommonJs } from './to-common-js.js'

/**
 * Writes each of the modules, and the modules that they import, as CommonJS beside itself.
 *
 * @param modules - Paths of ES modules that are bundled already.
 * @param bundled - The path of the CommonJS module with the parts of jose, which is an ES module.
 * @returns The modules of jose that they import.
 */
export async function writeCommonJs(modules: readonly string[], bundled: string): Promise<string[]> {
  const written = new Set<string>()
  const ofJose = new Set<string>()
  const write = async (path: string): Promise<void> => {
    if (written.has(path)) return
    written.add(path)
    const imported: string[] = []
    const code = toCommonJs(await readFile(path, 'utf8'), (specifier) => {
      if (specifier.startsWith('jose/')) {
        ofJose.add(specifier)
        return relative(dirname(path), bundled)
      }
      // What is CommonJS already is for both.
      if (!specifier.startsWith('.') || specifier.endsWith('.cjs')) return specifier
      imported.push(join(dirname(path), specifier))
      return specifier.replace(/\.js$/, '.cjs')
    })
    await writeFile(path.replace(/\.js$/, '.cjs'), code)
    for (const other of imported) await write(other)
  }
  for (const path of modules) await write(path)
  return [...ofJose].sort()
}
