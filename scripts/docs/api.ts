import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { marked } from 'marked'
import { documentFile, endpointsOf, postmanFiles, readDocument } from '../document.js'
import { endpointsOfTag } from '../lib/endpoints-of-tag.js'
import { showProvenance } from '../lib/show-provenance.js'
import { redocly } from '../lint/redocly.js'
import { completeSamples } from './complete-samples.js'
import { linkToClient } from './link-to-client.js'
import { wholeText } from './markdown/whole.js'

/** The extensions that the page shows. Without the others, it is smaller. */
const shown = ['x-badges', 'x-codeSamples', 'x-provenance-note', 'x-observed-in']
const policy = `default-src data: blob: 'unsafe-inline' 'unsafe-eval'`
const logo = encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="46" height="14"><text y="11" font-family="sans-serif" font-size="12" fill="gray">Redocly</text></svg>`,
)

/**
 * Renders the document as one file with everything that it needs.
 *
 * @returns The path and the size of the page.
 */
export async function buildApiPage(target: string): Promise<string> {
  const document = await readDocument()
  const [style, script] = await Promise.all(
    ['css', 'js'].map((type) => readFile(new URL(`api-page.${type}`, import.meta.url), 'utf8')),
  )
  const colors = new Set(
    endpointsOf(document).flatMap(({ operation }) => operation['x-badges']?.map(({ color }) => color) ?? []),
  )
  // Redoc supports named colors of badges only, and puts dark letters on others.
  const badges = [...colors].map(
    (color) =>
      `#redoc [class~='tag-${color}'] { --tag-color: #fff; --tag-bg-color: ${color}; --tag-border-color: ${color} }`,
  )
  const whole = await marked(wholeText(document))
  linkToClient(document)
  completeSamples(document)
  // Redoc lists the operations of a tag by path.
  const paths = new Set(document.tags.flatMap((tag) => endpointsOfTag(document, tag).map(({ path }) => path)))
  document.paths = Object.fromEntries([...paths].map((path) => [path, document.paths[path] ?? {}]))
  const visible = JSON.stringify(document, (key, value: unknown) =>
    key.startsWith('x-') && !shown.includes(key) ? undefined : value,
  )
  await render(showProvenance(visible), target)
  for (const file of [documentFile, ...postmanFiles])
    await copyFile(file, join(dirname(target), basename(fileURLToPath(file))))
  const page = replaceOnce(await readFile(target, 'utf8'), {
    '<head>': `<head>\n  <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '</head>': `  <style>\n${badges.join('\n')}\n${style}</style>\n</head>`,
    '<div id="redoc">': `<script>\n${script}</script>\n<div id="redoc">`,
  })
    .replace(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g, `data:image/svg+xml,${logo}`)
    // Links are prerendered for a web server, but a page opened from disk is routed by its hash.
    .replaceAll(' href="/', ' href="#/')
    .replace(/<\/body>\s*<\/html>\s*$/, () => `<div id="whole">${whole}</div>\n</body>\n</html>\n`)
  await writeFile(target, page)
  const megabytes = Buffer.byteLength(page) / 1e6
  if (megabytes >= 3) throw new Error('The page has grown to 3 MB or more.')
  return `${target}: ${megabytes.toFixed(2)} MB`
}

/** Replaces the first place of each text, which must exist: a new version of Redoc may not have it. */
function replaceOnce(page: string, replacements: Record<string, string>): string {
  return Object.entries(replacements).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The page of Redoc has no ${from}.`)
    return text.replace(from, () => to)
  }, page)
}

async function render(document: string, target: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-docs-'))
  try {
    const file = join(folder, 'openapi.json')
    await writeFile(file, document)
    await redocly('build-docs', file, '--output', target, '--inlineBundle', '--title', 'Sceyt Platform API')
  } finally {
    await rm(folder, { recursive: true })
  }
}
