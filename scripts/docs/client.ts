import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { JSX, PageEvent, ReflectionKind } from 'typedoc'
import { endpointsOf, readDocument } from '../document.js'
import { createClientApplication, writeClientPages } from './client-application.js'
import { operationAnchor } from './operation-anchor.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds the reference of everything that the package exports. An export without a comment is an error, and so is a broken link.
 *
 * @returns The path of the first page, and the number of exports.
 */
export async function buildClientPages(target: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-docs-'))
  try {
    const firstPage = join(folder, 'client.md')
    await writeFile(firstPage, await writeFirstPage())
    return await build(target, firstPage)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Returns the first page as Markdown: what there is, with the first example of README.md. */
export async function writeFirstPage(): Promise<string> {
  const [page, readme] = await Promise.all([
    readFile(new URL('client.md', import.meta.url), 'utf8'),
    readFile(`${root}README.md`, 'utf8'),
  ])
  const [example] = /```ts\n.*?```/s.exec(readme) ?? []
  if (!example) throw new Error('README.md has no example in TypeScript.')
  return page.replace('EXAMPLE', () => example)
}

async function build(target: string, firstPage: string): Promise<string> {
  const app = await createClientApplication({
    // Its links lead to classes that it does not list.
    includeHierarchySummary: false,
    readme: firstPage,
    customCss: fileURLToPath(new URL('client-pages.css', import.meta.url)),
    githubPages: false,
    navigation: { includeCategories: false, includeGroups: false },
  })
  app.renderer.hooks.on('pageSidebar.begin', (context) =>
    JSX.createElement(
      'p',
      null,
      JSX.createElement('a', { href: context.relativeURL('../index.html') }, 'The HTTP API'),
    ),
  )
  const operations = await operationAnchors()
  app.renderer.on(PageEvent.END, (page: PageEvent) => {
    const apiPage = `${'../'.repeat(page.url.split('/').length)}index.html`
    page.contents = (page.contents ?? '')
      // A page opened from disk must not read another file. Each page contains the icons once its scripts ran.
      .replaceAll(/(?:\.\.\/)*assets\/icons\.svg#/g, '#')
      .replaceAll('<div class="col-content">', '<div class="col-content" role="main">')
      .replaceAll(/<code>(\w+)<\/code>/g, (code, id: string) =>
        operations.has(id) ? `<a href="${apiPage}#${operations.get(id)}">${code}</a>` : code,
      )
  })
  const project = await writeClientPages(app, (project) => app.generateDocs(project, target))
  return `${target}/index.html: ${project.getReflectionsByKind(ReflectionKind.SomeExport).length} exports`
}

/** Returns the anchor of each operation in the API page, by its id. */
async function operationAnchors(): Promise<Map<string, string>> {
  const endpoints = endpointsOf(await readDocument())
  return new Map(endpoints.map(({ operation }) => [operation.operationId, operationAnchor(operation)]))
}
