import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  Application,
  type Context,
  Converter,
  type DeclarationReflection,
  JSX,
  PageEvent,
  ReflectionKind,
} from 'typedoc'
import { endpointsOf, readDocument } from '../document.js'
import { operationAnchor } from './operation-anchor.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
// Thousands of lines that are for the compiler only.
const unreadable = ['paths', 'components']

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
async function writeFirstPage(): Promise<string> {
  const [page, readme] = await Promise.all([
    readFile(new URL('client.md', import.meta.url), 'utf8'),
    readFile(`${root}README.md`, 'utf8'),
  ])
  const [example] = /```ts\n.*?```/s.exec(readme) ?? []
  if (!example) throw new Error('README.md has no example in TypeScript.')
  return page.replace('EXAMPLE', () => example)
}

async function build(target: string, firstPage: string): Promise<string> {
  const app = await Application.bootstrapWithPlugins({
    name: 'sceyt-platform',
    tsconfig: `${root}tsconfig.json`,
    // The compiler has its own step.
    skipErrorChecking: true,
    // Its links lead to classes that it does not list.
    includeHierarchySummary: false,
    entryPoints: await entries(),
    basePath: `${root}src`,
    readme: firstPage,
    customCss: fileURLToPath(new URL('client-pages.css', import.meta.url)),
    // The repository has no public address yet.
    disableSources: true,
    githubPages: false,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    navigation: { includeCategories: false, includeGroups: false },
    validation: {
      notExported: true,
      invalidLink: true,
      invalidPath: true,
      notDocumented: true,
      rewrittenLink: true,
      unusedMergeModuleWith: true,
    },
    // Parts of exported types that users do not need to name.
    intentionallyNotExported: ['Grammar', 'ErrorContext', 'ResponseContext'],
    // Parts of types that the test runners define.
    intentionallyNotDocumented: [
      'sceyt-platform/sandbox/playwright.PlaywrightFixtures.sandbox.__type.scope',
      'sceyt-platform/sandbox/playwright.PlaywrightFixtures.resetSandbox.__type.scope',
      'sceyt-platform/sandbox/playwright.PlaywrightFixtures.resetSandbox.__type.auto',
      'sceyt-platform/sandbox/vitest.VitestFixtures.sandbox.__type.task',
      'sceyt-platform/sandbox/vitest.VitestFixtures.sceyt.__type.sandbox',
    ],
    treatWarningsAsErrors: true,
    treatValidationWarningsAsErrors: true,
    logLevel: 'Warn',
  })
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context: Context) => {
    // Named as in an import.
    for (const entry of context.project.getReflectionsByKind(ReflectionKind.Module))
      entry.name = `sceyt-platform/${entry.name}`.replace(/\/index$/, '')
    for (const reflection of context.project.getReflectionsByKind(ReflectionKind.Interface) as DeclarationReflection[])
      if (unreadable.includes(reflection.name))
        for (const child of [...(reflection.children ?? [])]) context.project.removeReflection(child)
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
  const project = await app.convert()
  if (project) {
    app.validate(project)
    if (!app.logger.hasErrors() && !app.logger.hasWarnings()) await app.generateDocs(project, target)
  }
  if (!project || app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error('The reference of the client cannot be built: see above.')
  return `${target}/index.html: ${project.getReflectionsByKind(ReflectionKind.SomeExport).length} exports`
}

/** Returns the anchor of each operation in the API page, by its id. */
async function operationAnchors(): Promise<Map<string, string>> {
  const endpoints = endpointsOf(await readDocument())
  return new Map(endpoints.map(({ operation }) => [operation.operationId, operationAnchor(operation)]))
}

/** Returns the sources of the package's entries. */
async function entries(): Promise<string[]> {
  const { exports } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {
    exports: Record<string, string | { import: { default: string } }>
  }
  return Object.values(exports).flatMap((target) =>
    typeof target === 'string'
      ? []
      : [target.import.default.replace(/^\.\/dist\/(.*)\.js$/, (_path, name: string) => `${root}${name}.ts`)],
  )
}
