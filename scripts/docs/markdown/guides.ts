import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { endpointsOf, type OpenApiDocument } from '../../document.js'
import { capitalize } from '../../generate/source.js'
import { readGuideList } from '../../lib/guide-list.js'
import { operationFile } from './operation-file.js'
import { provenanceOf } from './provenance.js'

const root = new URL('../../../', import.meta.url)
const cookbook = 'examples/cookbook'

/** A page of text in docs/. */
export interface Guide {
  title: string
  /** Path of the page in docs/. */
  file: string
  text: string
  /** What it has, in a few words. */
  description?: string
}

/** The guides: that of the HTTP API, README.md, those that guides/README.md lists, and the cookbook with its programs. */
export interface Guides {
  sections: Guide[]
  recipes: Guide[]
}

/** Reads every guide, with links that work from docs/. */
export async function readGuides(document: OpenApiDocument): Promise<Guides> {
  const [readme = '', recipeList = ''] = await Promise.all(
    ['README.md', `${cookbook}/README.md`].map((path) => readFile(new URL(path, root), 'utf8')),
  )
  const recipes = await readRecipes(recipeList)
  const guides = await readListed()
  const introduction = { title: 'Introduction', file: 'guides/introduction.md', text: readme }
  const overview = { title: 'The cookbook', file: 'guides/cookbook.md', text: recipeList }
  const pages: Record<string, string> = {
    'README.md': introduction.file,
    // It lists the guides too.
    'guides/README.md': 'llms.txt',
    [cookbook]: overview.file,
    [`${cookbook}/README.md`]: overview.file,
    'generated/openapi.json': 'openapi.json',
    'generated/postman-collection.json': 'postman-collection.json',
    'generated/postman-environment.json': 'postman-environment.json',
    'docs/index.html': 'index.html',
    'docs/client/index.html': 'client/index.html',
    ...Object.fromEntries(recipes.map(({ file, source }) => [source, file])),
    // Each has the same path there.
    ...Object.fromEntries(guides.map(({ file }) => [file, file])),
  }
  return {
    sections: [
      { title: 'The HTTP API', file: 'guides/http-api.md', text: apiGuide(document, '../operations/') },
      relink(introduction, '.', pages),
      ...guides.map((guide) => relink(guide, 'guides', pages)),
      relink(overview, cookbook, pages),
    ],
    recipes: recipes.map(({ source: _source, ...guide }) => guide),
  }
}

/** Reads the guides, in the order of their list. */
async function readListed(): Promise<Guide[]> {
  const listed = (await readGuideList()).flatMap(({ guides }) => guides)
  return Promise.all(
    listed.map(async ({ title, file: name, description }) => {
      const file = `guides/${name}`
      const text = await readFile(new URL(file, root), 'utf8')
      return { title, file, description: description.replace(/\.$/, ''), text }
    }),
  )
}

/** Reads the programs that the table of the cookbook lists. */
async function readRecipes(text: string): Promise<(Guide & { source: string })[]> {
  const rows = [...text.matchAll(/^\| (.+?) +\| \[.+?\]\((.+?)\.ts\)/gm)]
  if (rows.length === 0) throw new Error('The cookbook lists no program.')
  return Promise.all(
    rows.map(async ([, wish = '', name = '']) => {
      const source = `${cookbook}/${name}.ts`
      const title = capitalize(wish.replace(/^to /, ''))
      const code = await readFile(new URL(source, root), 'utf8')
      return {
        title,
        file: `guides/cookbook/${name}.md`,
        source,
        text: `# ${title}\n\nOne of the programs of [the cookbook](../cookbook.md), which states how to run it.\n\n\`\`\`ts\n${code.trim()}\n\`\`\`\n`,
      }
    }),
  )
}

/**
 * Prints what is common to all operations, and lists them.
 *
 * @param folder - Path of the operations' pages from the page.
 */
export function apiGuide(document: OpenApiDocument, folder: string): string {
  const { title, version, summary, description } = document.info
  const tags = document.tags.map((tag) => {
    const operations = endpointsOf(document)
      .filter(({ operation }) => operation.tags.includes(tag.name))
      .map((endpoint) => `- [${endpoint.operation.summary}](${folder}${operationFile(endpoint)})`)
    return [`## ${tag.name}`, tag.description.trim(), provenanceOf(tag), operations.join('\n')]
      .filter(Boolean)
      .join('\n\n')
  })
  return `${[`# ${title} ${version}`, summary, description.trim(), ...tags].join('\n\n')}\n`
}

/** Turns the links of a text of the repository into links between the pages of docs/. What is not in docs/ is not linked. */
function relink(guide: Guide, folder: string, pages: Record<string, string>): Guide {
  const from = posix.dirname(guide.file)
  const relinked = (text: string) =>
    text.replace(
      /!?\[([^\]]*)\]\((?!https?:)([^)#\s]+)(#[^)\s]*)?\)/g,
      (_link, label: string, path: string, anchor = '') => {
        const page = pages[posix.join(folder, path).replace(/\/$/, '')]
        return page === undefined ? label : `[${label}](${posix.relative(from, page)}${anchor})`
      },
    )
  // Code stays as it is.
  const parts = guide.text.split(/(^ *```.*?^ *```$)/ms)
  return { ...guide, text: parts.map((part, index) => (index % 2 === 0 ? relinked(part) : part)).join('') }
}
