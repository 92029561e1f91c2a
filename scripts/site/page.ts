import type { SourceText } from '../lib/relink.js'

/** A page of the site, as Markdown. */
export interface Page {
  /** Path in the site: `guides/first-call.md`. */
  file: string
  title: string
  /** With links to other pages of the site, by their files. */
  text: string
  /** What the site renders, where that is not the text: with tabs, or HTML. */
  rendered?: string
  description?: string
  /** The layout of VitePress, where the page is not a text beside the navigation. */
  layout?: 'page'
}

/** A text of the repository that becomes a page. */
export type SourcePage = Page & SourceText

/** An entry of the navigation: a page, or a group of entries. */
export interface NavigationItem {
  text: string
  /** URL of the page, from the root of the site: `/guides/first-call`. */
  link?: string
  items?: NavigationItem[]
  collapsed?: boolean
}

/** Returns the link to a page in the navigation. */
export function linkTo(file: string): string {
  return `/${file.replace(/(?:(^|\/)index)?\.md$/, '$1')}`
}

/**
 * Marks the tables whose last column describes the others. On a small screen, the style of `fields` shows it below them.
 */
export function markFields(text: string): string {
  return text.replaceAll(
    /^\| (?:Property|Parameter|status|Class|Interface|Type Alias|Function|Variable|Module) \|.*\n(?:\|.*\n?)+/gm,
    (table) => `<div class="fields">\n\n${table.trimEnd()}\n\n</div>\n`,
  )
}

/** Returns the title of a text: its first heading. */
export function titleOf(text: string, file: string): string {
  const [, title] = /^# (.+)$/m.exec(text) ?? []
  if (!title) throw new Error(`${file} has no title: begin it with "# ".`)
  return title.replaceAll(/[`\\]/g, '')
}
