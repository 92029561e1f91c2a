/** `npm run site`: builds site/: the guides, the API, the client and the cookbook as one site, which is only files. */
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentFile, postmanFiles, readDocument } from './document.js'
import { apiPages } from './site/api-pages.js'
import { bundleForDisk } from './site/bundle-for-disk.js'
import { checkLinks } from './site/check-links.js'
import { clientPages } from './site/client-pages.js'
import { linkPages } from './site/link-pages.js'
import { listPages } from './site/list-pages.js'
import { navigationOf } from './site/navigation.js'
import { readTextPages } from './site/text-pages.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const sources = join(root, 'scripts/site/pages')
const site = join(root, 'site')

const document = await readDocument()
const texts = await readTextPages()
const api = apiPages(document)
const client = await clientPages(document)
const linked = linkPages(texts.pages)
const pages = [...linked.pages, ...api.pages, ...client.pages]
const navigation = navigationOf(texts, api.navigation, client)

await rm(sources, { recursive: true, force: true })
for (const { file, text, rendered = text, layout } of pages)
  await write(join(sources, file), layout ? `---\nlayout: ${layout}\n---\n\n${rendered}` : rendered)
for (const image of linked.images) await copy(join(root, image), join(sources, image))
await write(join(sources, 'navigation.json'), JSON.stringify(navigation))

const vitepress = join(root, 'scripts/site/node_modules/vitepress/bin/vitepress.js')
const { status } = spawnSync(process.execPath, [vitepress, 'build', 'scripts/site'], { cwd: root, stdio: 'inherit' })
if (status !== 0) throw new Error('VitePress cannot build the site: see above.')

for (const { file, text } of pages) await write(join(site, file), text)
await write(join(site, 'llms.txt'), listPages(document, navigation, pages))
for (const file of [documentFile, ...postmanFiles].map((url) => fileURLToPath(url)))
  await copyFile(file, join(site, basename(file)))
await bundleForDisk(site)
console.log(await checkLinks(site))

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
}
