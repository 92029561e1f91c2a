import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { endpointsOf, type OpenApiDocument } from '../../document.js'
import { capitalize } from '../../generate/source.js'
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
}

/** The guides: that of the HTTP API, the sections of README.md, and the cookbook with its programs. */
export interface Guides {
  sections: Guide[]
  recipes: Guide[]
}

/** Reads every guide, with links that work from docs/. */
export async function readGuides(document: OpenApiDocument): Promise<Guides> {
  const [readme, recipeList] = await Promise.all(
    ['README.md', `${cookbook}/README.md`].map((path) => readFile(new URL(path, root), 'utf8')),
  )
  const recipes = await readRecipes(recipeList ?? '')
  const sections = sectionsOf(readme ?? '')
  const overview = { title: 'The cookbook', file: 'guides/cookbook.md', text: recipeList ?? '' }
  const pages: Record<string, string> = {
    'README.md': 'guides/introduction.md',
    [cookbook]: overview.file,
    [`${cookbook}/README.md`]: overview.file,
    'generated/openapi.json': 'openapi.json',
    'docs/index.html': 'index.html',
    'docs/client/index.html': 'client/index.html',
    ...Object.fromEntries(recipes.map(({ file, source }) => [source, file])),
    ...Object.fromEntries(sections.flatMap((guide) => anchorsOf(guide).map((at) => [`README.md${at}`, guide.file]))),
  }
  return {
    sections: [
      { title: 'The HTTP API', file: 'guides/http-api.md', text: apiGuide(document, '../operations/') },
      ...sections.map((guide) => relink(guide, '.', sections, pages)),
      relink(overview, cookbook, [overview], pages),
    ],
    recipes: recipes.map(({ source: _source, ...guide }) => guide),
  }
}

/** Splits a text at its second headings. What is above the first one is the introduction. */
function sectionsOf(text: string): Guide[] {
  const [introduction = '', ...sections] = text.split(/^## /m)
  return [
    { title: 'Introduction', file: 'guides/introduction.md', text: introduction.replace(/^# .*\n/, '') },
    ...sections.map((section) => {
      const [title = '', ...lines] = section.split('\n')
      return { title, file: `guides/${slugOf(title)}.md`, text: lines.join('\n') }
    }),
  ].map((guide) => ({ ...guide, text: `# ${guide.title}\n\n${guide.text.trim()}\n` }))
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
function relink(guide: Guide, folder: string, siblings: readonly Guide[], pages: Record<string, string>): Guide {
  const from = posix.dirname(guide.file)
  const text = guide.text.replace(
    /!?\[([^\]]*)\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)/g,
    (_link, label: string, path: string, anchor = '') => {
      if (path === '') {
        const page = siblings.find((sibling) => anchorsOf(sibling).includes(anchor))
        if (!page) throw new Error(`${guide.file}: no guide has a heading for ${anchor}.`)
        return `[${label}](${page === guide ? '' : posix.relative(from, page.file)}${anchor})`
      }
      const target = posix.join(folder, path).replace(/\/$/, '')
      const page = pages[target + anchor] ?? pages[target]
      return page === undefined ? label : `[${label}](${posix.relative(from, page)}${anchor})`
    },
  )
  return { ...guide, text }
}

function anchorsOf({ text }: Guide): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => `#${slugOf(title)}`)
}

/** Returns the anchor of a heading, as GitHub makes it. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')
}
