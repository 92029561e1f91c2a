import { endpointsOf, type OpenApiDocument } from '../document.js'
import { relative } from '../lib/relink.js'
import { fileOf } from './api-pages.js'
import { clientReference } from './client-reference.js'
import { linkTo, markFields, type NavigationItem, type Page } from './page.js'

const folder = 'client/'
/** The folders of an entry, in the order of the navigation. */
const kinds: Record<string, string> = {
  functions: 'Functions',
  classes: 'Classes',
  interfaces: 'Interfaces',
  'type-aliases': 'Types',
  variables: 'Variables',
}

/** The reference of the client, and its entries in the navigation: by import, with everything that each of them exports. */
export interface ClientPages {
  pages: Page[]
  entries: { text: string; link: string; exports: NavigationItem[] }[]
}

/** Writes a page for each export of the package, with links to the operations that it calls. */
export async function clientPages(document: OpenApiDocument): Promise<ClientPages> {
  const operations = new Map(
    endpointsOf(document).map((endpoint) => [endpoint.operation.operationId, fileOf(endpoint)] as const),
  )
  const reference = await clientReference()
  const errors = new Map(
    [...reference.keys()].flatMap((path) => {
      const [, name] = /classes\/(\w+Error)\.md$/.exec(path) ?? []
      return name ? [[name, `${folder}${path}`] as const] : []
    }),
  )
  const pages = [...reference].map(([path, text]) => pageOf(`${folder}${path}`, text, { operations, errors }))
  const entries = pages
    .filter(({ file }) => /^client\/.+\/index\.md$/.test(file))
    .map(({ file, title }) => ({ text: title, link: linkTo(file), exports: exportsOf(file, pages) }))
  return { pages, entries: entries.sort((one, other) => one.text.localeCompare(other.text)) }
}

/** The files of pages, by what texts name. */
interface NamedPages {
  operations: ReadonlyMap<string, string>
  errors: ReadonlyMap<string, string>
}

function pageOf(file: string, markdown: string, { operations, errors }: NamedPages): Page {
  const [, kind, heading = ''] = /^# (?:(\w[\w ]*): )?(.+)$/m.exec(markdown) ?? []
  const title = heading.replaceAll(/\\|<.*|\(\)$/g, '')
  const [, entry, path] =
    /^client\/(.+?)(?:\/(?:functions|classes|interfaces|type-aliases|variables))?\/([^/]+)$/.exec(file) ?? []
  const place = kind && path ? `${kind} of [${entry}](../index.md)\n\n` : ''
  const text = markdown
    .replace(/^# .+\n+/m, () => `# ${title}\n\n${place}`)
    .replaceAll(/^\*\*\*\n+/gm, '')
    .replaceAll(/(^#+ Throws\n\n[^#]+)(?:^#+ Throws\n\n[^#]+)+/gm, listThrows)
    .replaceAll(/^#+ Throws\n\n[^#]+/gm, (section) =>
      section
        .replaceAll(/(?<![\w[`])[A-Z]\w*Error\b/g, (name) => {
          const page = errors.get(name)
          return page ? `[${name}](${relative(file, page)})` : name
        })
        .replaceAll(/(?<=\(\d{3}\))(?= [A-Z])/g, ':'),
    )
    // A part of a method is no section of its own, neither in the outline nor in the search.
    .replaceAll(/^#{4,} (.+)$/gm, '**$1**')
    .replaceAll(/^Operation `(\w+)`/gm, (line, id: string) => {
      const operation = operations.get(id)
      return operation ? `Operation [\`${id}\`](${relative(file, operation)})` : line
    })
  return { file, title, text, rendered: markFields(text) }
}

/** Makes one list of errors of the sections, of which each has one. */
function listThrows(sections: string): string {
  const [heading] = /^#+ Throws\n\n/.exec(sections) ?? []
  const errors = sections.split(/^#+ Throws\n+/m).flatMap((section) => section.trim() || [])
  return `${heading}${errors.map((error) => `- ${error.replaceAll('\n', '\n  ')}`).join('\n')}\n\n`
}

function exportsOf(index: string, pages: readonly Page[]): NavigationItem[] {
  const entry = index.replace(/index\.md$/, '')
  return Object.entries(kinds).flatMap(([kind, text]) => {
    const items = pages
      .filter(({ file }) => file.startsWith(`${entry}${kind}/`))
      .map(({ file, title }) => ({ text: title, link: linkTo(file) }))
      .sort((one, other) => one.text.localeCompare(other.text))
    return items.length > 0 ? [{ text, items }] : []
  })
}
