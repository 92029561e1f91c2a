import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { documentFile, endpointsOf, readDocument } from '../document.js'
import { redocly } from '../lint/redocly.js'
import { linkToClient } from './link-to-client.js'
import { showProvenance } from './show-provenance.js'

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
  const colors = new Set(
    endpointsOf(document).flatMap(({ operation }) => operation['x-badges']?.map(({ color }) => color) ?? []),
  )
  linkToClient(document)
  const style = [
    // Redoc supports named colors of badges only, and puts dark letters on others.
    ...[...colors].map(
      (color) =>
        `#redoc [class~='tag-${color}'] { --tag-color: #fff; --tag-bg-color: ${color}; --tag-border-color: ${color} }`,
    ),
    `#redoc .menu-content [class*='tag-default tag-variant'] { --tag-color: #fff }`,
    `#redoc pre[data-testid='source-code'] { white-space: pre-wrap; overflow-wrap: anywhere }`,
    '#redoc blockquote { margin: 8px 0 4px; color: inherit; opacity: 0.75; font-size: 13px }',
    '#redoc blockquote p { margin: 0 }',
    '#redoc td code { white-space: nowrap }',
  ].join('\n    ')
  await render(showProvenance(JSON.stringify(document)), target)
  await copyFile(documentFile, join(dirname(target), 'openapi.json'))
  const page = (await readFile(target, 'utf8'))
    .replace('<head>', `<head>\n  <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
    .replace('</head>', `  <style>\n    ${style}\n  </style>\n</head>`)
    .replace(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g, `data:image/svg+xml,${logo}`)
    // Links are prerendered for a web server, but a page opened from disk is routed by its hash.
    .replaceAll(' href="/', ' href="#/')
  await writeFile(target, page)
  const megabytes = Buffer.byteLength(page) / 1e6
  if (megabytes >= 3) throw new Error('The page has grown to 3 MB or more.')
  return `${target}: ${megabytes.toFixed(2)} MB`
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
