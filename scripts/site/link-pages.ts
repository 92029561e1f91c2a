import { relink } from '../lib/relink.js'
import type { Page, SourcePage } from './page.js'

/** What `npm run docs` and `npm run generate` write, and where the site has it. */
const written: Record<string, string> = {
  'docs/index.html': 'api/index.md',
  'docs/client/index.html': 'client/index.md',
  'generated/openapi.json': 'openapi.json',
  'generated/postman-collection.json': 'postman-collection.json',
  'generated/postman-environment.json': 'postman-environment.json',
}

/** Returns the pages with links to each other, and the images that they show. */
export function linkPages(pages: readonly SourcePage[]): { pages: Page[]; images: string[] } {
  const fileOf = new Map(pages.map(({ source, file }) => [source, file]))
  const images = new Set<string>()
  const pageOf = (target: string, isImage: boolean) => {
    if (!isImage) return fileOf.get(target) ?? written[target]
    images.add(target)
    return target
  }
  const linked = pages.map(({ source, ...page }) => ({ ...page, text: relink({ source, ...page }, pageOf) }))
  return { pages: linked, images: [...images] }
}
