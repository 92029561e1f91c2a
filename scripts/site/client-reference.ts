import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TypeDocOptions } from 'typedoc'
import { writeFirstPage } from '../docs/client.js'
import { createClientApplication, writeClientPages } from '../docs/client-application.js'

const plugin = fileURLToPath(new URL('node_modules/typedoc-plugin-markdown/dist/index.js', import.meta.url))

/**
 * Writes the reference of everything that the package exports as Markdown.
 *
 * @returns The texts, by their paths.
 */
export async function clientReference(): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-site-'))
  try {
    const readme = join(folder, 'client.md')
    await writeFile(readme, `# Client reference\n\n${await writeFirstPage()}`)
    const options: TypeDocOptions & Record<string, unknown> = {
      readme,
      plugin: [plugin],
      entryFileName: 'index',
      mergeReadme: true,
      hidePageHeader: true,
      hideBreadcrumbs: true,
      useCodeBlocks: true,
      indexFormat: 'table',
      parametersFormat: 'table',
      interfacePropertiesFormat: 'table',
      classPropertiesFormat: 'table',
      typeAliasPropertiesFormat: 'table',
      // A table has room for a name, its type and its description.
      tableColumnSettings: { hideInherited: true, hideModifiers: true, hideOverrides: true },
    }
    const app = await createClientApplication(options)
    const target = join(folder, 'pages')
    await writeClientPages(app, (project) => app.outputs.writeOutput({ name: 'markdown', path: target }, project))
    const files = (await readdir(target, { recursive: true })).filter((file) => file.endsWith('.md'))
    return new Map(
      await Promise.all(files.map(async (file) => [file, await readFile(join(target, file), 'utf8')] as const)),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}
