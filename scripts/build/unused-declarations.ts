import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Lists the declaration files that no entry leads to, of which the compiler emits one for each source. */
export async function unusedDeclarations(all: readonly string[], entries: readonly string[]): Promise<string[]> {
  const used = new Set<string>()
  const visit = async (file: string): Promise<void> => {
    if (used.has(file)) return
    used.add(file)
    const text = await readFile(file, 'utf8')
    for (const [, path] of text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.js['"]/g))
      await visit(join(dirname(file), `${path}.d.ts`))
  }
  for (const entry of entries) await visit(entry)
  return all.filter((file) => !used.has(file))
}
