import { readFile } from 'node:fs/promises'
import { readGuideList } from '../lib/guide-list.js'
import { cookbook, readRecipes } from '../lib/read-recipes.js'
import { linkTo, type NavigationItem, type SourcePage, titleOf } from './page.js'

const root = new URL('../../', import.meta.url)

/** The texts of the repository, and their places in the navigation. */
export interface TextPages {
  pages: SourcePage[]
  guides: NavigationItem[]
  recipes: NavigationItem[]
  project: NavigationItem[]
}

/** Reads README.md, the guides, the cookbook with its programs, and what is stated of the project. */
export async function readTextPages(): Promise<TextPages> {
  const groups = await readGuideList()
  const readme = await readText('README.md', 'introduction.md', 'Introduction')
  const list = await readText('guides/README.md', 'guides/index.md')
  const guides = await Promise.all(
    groups.flatMap(({ guides }) =>
      guides.map(async ({ title, file, description }) => ({
        ...(await readText(`guides/${file}`, `guides/${file}`, title)),
        description,
      })),
    ),
  )
  const overview = await readText(`${cookbook}/README.md`, 'cookbook/index.md')
  const recipes = [
    ...(await readRecipes()).map(({ name, source, text }) => ({
      source,
      file: `cookbook/${name.replace(/\.test$/, '')}.md`,
      title: `${name}.ts`,
      text,
    })),
    await readText('examples/front-end/README.md', 'front-end/index.md'),
  ]
  const project = await Promise.all([
    readChangelog(),
    readText('SECURITY.md', 'security.md'),
    readText('CONTRIBUTING.md', 'contributing.md'),
  ])
  const home = { ...(await readText('scripts/site/home.md', 'index.md')), layout: 'page' as const }
  return {
    pages: [home, readme, list, ...guides, overview, ...recipes, ...project],
    guides: [
      entry(readme),
      ...groups.map(({ title, guides }) => ({
        text: title,
        collapsed: false,
        items: guides.map(({ title, file }) => ({ text: title, link: linkTo(`guides/${file}`) })),
      })),
    ],
    recipes: [{ text: 'All recipes', link: linkTo(overview.file) }, ...recipes.map(entry)],
    project: project.map(entry),
  }
}

function entry({ title, file }: SourcePage): NavigationItem {
  return { text: title, link: linkTo(file) }
}

async function readText(source: string, file: string, title?: string): Promise<SourcePage> {
  const text = await readFile(new URL(source, root), 'utf8')
  return { source, file, title: title ?? titleOf(text, source), text }
}

/** Reads the changelog. Its format puts versions into brackets, where a repository may have links. */
async function readChangelog(): Promise<SourcePage> {
  const page = await readText('CHANGELOG.md', 'changelog.md')
  return { ...page, text: page.text.replaceAll(/^## \[(.+?)\]/gm, '## $1') }
}
