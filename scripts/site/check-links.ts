import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const here = 'http://site/'

/**
 * Checks each link of each page of a built site, and its anchor.
 *
 * @returns The number of pages and their size.
 * @throws {Error} naming the links that lead nowhere, or to another host over the network without being a link.
 */
export async function checkLinks(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size))
  const html = files.filter((file) => file.endsWith('.html'))
  const pages = await Promise.all(html.map(async (file) => pageOf(file, await readFile(join(folder, file), 'utf8'))))
  const anchors = new Map(pages.map(({ file, ids }) => [file, ids]))
  const exists = new Set(files)
  const dead = pages
    .filter(({ file }) => file !== '404.html')
    .flatMap(({ file, links }) =>
      links
        .map((link) => new URL(link, here + file))
        .filter(({ href, pathname, hash }) => {
          if (!href.startsWith(here)) return false
          const target = decodeURIComponent(pathname)
            .slice(1)
            .replace(/(^|\/)$/, '$1index.html')
          return !exists.has(target) || (hash !== '' && !anchors.get(target)?.has(decodeURIComponent(hash.slice(1))))
        })
        .map(({ href }) => `${file}: ${href.slice(here.length)}`),
    )
  if (dead.length > 0) throw new Error(`These links lead nowhere:\n${[...new Set(dead)].join('\n')}`)
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6
  return `${folder}: ${pages.length} pages, ${files.length} files, ${megabytes.toFixed(1)} MB`
}

function pageOf(file: string, text: string): { file: string; links: string[]; ids: Set<string> } {
  const markup = text.replaceAll(/(<script\b[^>]*>).*?<\/script>/gs, '$1')
  const valuesOf = (name: string) =>
    [...markup.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
      value.replaceAll('&amp;', '&'),
    )
  return { file, links: [...valuesOf('href'), ...valuesOf('src')], ids: new Set(valuesOf('id')) }
}
