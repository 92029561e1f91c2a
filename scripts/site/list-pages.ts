import type { OpenApiDocument } from '../document.js'
import type { Navigation } from './navigation.js'
import { linkTo, type NavigationItem, type Page } from './page.js'

/** Prints the list of the pages as Markdown, in the order of the navigation and the format of llmstxt.org. */
export function listPages(document: OpenApiDocument, navigation: Navigation, pages: readonly Page[]): string {
  const pageAt = new Map(pages.map((page) => [linkTo(page.file), page]))
  const linesOf = ({ text, link, items = [] }: NavigationItem): string[] => {
    const page = pageAt.get(link ?? '')
    const line = page ? [`- [${text}](${page.file})${page.description ? `: ${page.description}` : ''}`] : []
    return [...line, ...items.flatMap(linesOf)]
  }
  const groups = (navigation['/'] ?? []).map((group) => `## ${group.text}\n\n${linesOf(group).join('\n')}`)
  return `${[`# ${document.info.title}`, `> ${document.info.summary}`, ...groups].join('\n\n')}\n`
}
