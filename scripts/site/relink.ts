import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page, SourcePage } from './page.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What `npm run docs` and `npm run generate` write, and where the site has it. */
const written: Record<string, string> = {
  'docs/index.html': 'api/index.md',
  'docs/client/index.html': 'client/index.md',
  'generated/openapi.json': 'openapi.json',
  'generated/postman-collection.json': 'postman-collection.json',
  'generated/postman-environment.json': 'postman-environment.json',
}
/** A link or an image, or code, in which nothing is a link. */
const linkOrCode =
  /(?<image>!?)\[(?<label>(?:`[^`]*`|!\[[^\]]*\]\([^)]*\)|[^[\]`])*)\]\((?<path>[^)#\s]*)(?<anchor>#[^)\s]*)?\)|^(?<fence>```+)[\s\S]*?^\k<fence>|(?<ticks>`+)[^`][\s\S]*?\k<ticks>/gm

/** Returns the pages with links to pages instead of files, and the images that they show. */
export function relink(pages: readonly SourcePage[]): { pages: Page[]; images: string[] } {
  const fileOf = new Map(pages.map(({ source, file }) => [source, file]))
  const images = new Set<string>()
  const relinked = pages.map(({ source, ...page }) => {
    const text = page.text.replace(linkOrCode, (link: string, ...rest) => {
      const { image, label, path, anchor = '' } = rest.at(-1) as Record<string, string | undefined>
      if (path === undefined || path === '' || /^[a-z]+:/.test(path)) return link
      const target = posix.join(posix.dirname(source), path).replace(/\/$/, '')
      const file = fileOf.get(target) ?? fileOf.get(`${target}/README.md`) ?? written[target]
      if (file === undefined && !existsSync(`${root}${target}`)) throw new Error(`${source}: ${target} does not exist.`)
      if (image) images.add(target)
      else if (file === undefined) return label ?? ''
      return `${image}[${label}](${relative(page.file, file ?? target)}${anchor})`
    })
    return { ...page, text }
  })
  return { pages: relinked, images: [...images] }
}

/** Returns the link from a page of the site to another. */
export function relative(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to)
}
