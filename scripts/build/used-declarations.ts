import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A path in an import or export of a declaration file. */
const relativePath = /((?:from|import\()\s*['"])(\.[^'"]+)\.js(?=['"])/g

/** Lists the declaration files that the entries lead to. The compiler emits one for each source. */
export async function usedDeclarations(entries: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>()
  const visit = async (file: string): Promise<void> => {
    if (used.has(file)) return
    used.add(file)
    for (const [, , path] of (await readFile(file, 'utf8')).matchAll(relativePath))
      await visit(join(dirname(file), `${path}.d.ts`))
  }
  for (const entry of entries) await visit(entry)
  return used
}

/** Makes a declaration file one of CommonJS, which ES modules can import too. */
export function toCommonJsTypes(text: string): string {
  return text.replace(relativePath, '$1$2.cjs')
}
