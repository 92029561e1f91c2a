import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { content, escapeHtml, html, type Page } from './page.js'

const types: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

/**
 * Serves the OpenAPI document, and a page that shows it with a console. The page needs `swagger-ui-dist`, and names it if it is missing.
 *
 * @param baseUrl - The base URL that the console sends requests to.
 * @param apiKey - The key that the console sends. Without it, the reader enters one.
 */
export async function docsPage(pathname: string, baseUrl: string, apiKey: string | undefined): Promise<Page> {
  const document = await readDocument()
  if (pathname === '/openapi.json') {
    return content(
      'application/json',
      JSON.stringify({ ...document, servers: [{ url: baseUrl, description: 'This sandbox' }] }),
    )
  }
  const folder = findConsole()
  if (folder === undefined)
    return html(
      page(
        '<main class="notice"><h1>The console is not installed</h1><p>It is in a separate package:</p><pre>npm install swagger-ui-dist</pre><p>Then reload this page. <a href="/openapi.json">The OpenAPI document</a> does not need it.</p></main>',
      ),
      501,
    )
  const name = pathname.slice('/docs/'.length)
  if (name === '') return html(page(consoleOf(Object.keys(document.components.securitySchemes)[0] ?? '', apiKey)))
  const type = Object.hasOwn(types, name) ? types[name] : undefined
  return type
    ? content(type, await readFile(join(folder, name)))
    : html(page('<main class="notice"><h1>Page not found</h1></main>'), 404)
}

async function readDocument(): Promise<{ components: { securitySchemes: object } }> {
  return JSON.parse(await readFile(createRequire(import.meta.url).resolve('sceyt-platform/openapi.json'), 'utf8'))
}

/** Finds the folder of the console: installed next to this package, or in the project that runs it. */
function findConsole(): string | undefined {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return join(createRequire(from).resolve('swagger-ui-dist/package.json'), '..')
    } catch {
      // Not installed there.
    }
  }
  return undefined
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sceyt Platform API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<style>body { margin: 0 } .notice { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }</style>
</head>
<body>
${body}
</body>
</html>
`
}

function consoleOf(scheme: string, apiKey: string | undefined): string {
  return `<div id="docs" data-scheme="${escapeHtml(scheme)}" data-key="${escapeHtml(apiKey ?? '')}"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script>
const { scheme, key } = document.querySelector('#docs').dataset
const ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  filter: true,
  tryItOutEnabled: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null,
  onComplete() { if (key) ui.preauthorizeApiKey(scheme, key) },
})
</script>`
}
