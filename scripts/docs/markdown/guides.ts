import { readFile } from 'node:fs/promises'
import type { OpenApiDocument } from '../../document.js'
import { endpointsOfTag } from '../../lib/endpoints-of-tag.js'
import { readGuideList } from '../../lib/guide-list.js'
import { cookbook, readRecipes } from '../../lib/read-recipes.js'
import { relink, type SourceText } from '../../lib/relink.js'
import { operationFile } from './operation-file.js'
import { provenanceOf } from './provenance.js'

const root = new URL('../../../', import.meta.url)

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

/** Where docs/ has what is no guide. */
const otherPages: Record<string, string> = {
  // It lists the guides too.
  'guides/README.md': 'llms.txt',
  'generated/openapi.json': 'openapi.json',
  'generated/postman-collection.json': 'postman-collection.json',
  'generated/postman-environment.json': 'postman-environment.json',
  'docs/index.html': 'index.html',
  'docs/client/index.html': 'client/index.html',
}

/** Reads every guide, with links that work from docs/. */
export async function readGuides(document: OpenApiDocument): Promise<Guides> {
  const listed = (await readGuideList()).flatMap(({ guides }) => guides)
  const sections = await Promise.all([
    readGuide('README.md', { title: 'Introduction', file: 'guides/introduction.md' }),
    ...listed.map(({ title, file: name, description }) =>
      readGuide(`guides/${name}`, { title, file: `guides/${name}`, description: description.replace(/\.$/, '') }),
    ),
    readGuide(`${cookbook}/README.md`, { title: 'The cookbook', file: 'guides/cookbook.md' }),
  ])
  const recipes = (await readRecipes()).map(({ name, ...recipe }) => ({
    ...recipe,
    file: `guides/cookbook/${name}.md`,
  }))
  const fileOf = new Map([...sections, ...recipes].map(({ source, file }) => [source, file]))
  const toGuide = ({ source, ...guide }: SourceGuide): Guide => ({
    ...guide,
    text: relink({ source, ...guide }, (target) => fileOf.get(target) ?? otherPages[target]),
  })
  return {
    sections: [
      { title: 'The HTTP API', file: 'guides/http-api.md', text: apiGuide(document, '../operations/') },
      ...sections.map(toGuide),
    ],
    recipes: recipes.map(toGuide),
  }
}

type SourceGuide = Guide & SourceText

async function readGuide(source: string, guide: Omit<Guide, 'text'>): Promise<SourceGuide> {
  return { ...guide, source, text: await readFile(new URL(source, root), 'utf8') }
}

/**
 * Prints what is common to all operations, and lists them.
 *
 * @param folder - Path of the operations' pages from the page.
 */
export function apiGuide(document: OpenApiDocument, folder: string): string {
  const { title, version, summary, description } = document.info
  const tags = document.tags.map((tag) => {
    const operations = endpointsOfTag(document, tag).map(
      (endpoint) => `- [${endpoint.operation.summary}](${folder}${operationFile(endpoint)})`,
    )
    return [`## ${tag.name}`, tag.description.trim(), provenanceOf(tag), operations.join('\n')]
      .filter(Boolean)
      .join('\n\n')
  })
  return `${[`# ${title} ${version}`, summary, description.trim(), ...tags].join('\n\n')}\n`
}
