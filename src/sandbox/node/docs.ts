import { readFile } from 'node:fs/promises'
import * as modules from 'node:module'
import { dirname, join } from 'node:path'
import { readDocument } from './document.js'
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
  if (pathname === '/openapi.json') {
    return content(
      'application/json',
      JSON.stringify({ ...readDocument(), servers: [{ url: baseUrl, description: 'This sandbox' }] }),
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
  if (name === '') return html(page(consoleOf(Object.keys(readDocument().components.securitySchemes)[0] ?? '', apiKey)))
  const type = Object.hasOwn(types, name) ? types[name] : undefined
  return type
    ? content(type, await readFile(join(folder, name)))
    : html(page('<main class="notice"><h1>Page not found</h1></main>'), 404)
}

/** Not a literal where it is resolved: webpack would warn if the package is not installed. */
const consolePackage: string = 'swagger-ui-dist'

/** Finds the folder of the console: installed next to this package, next to the program that runs, or in its project. */
function findConsole(): string | undefined {
  // By its namespace, since webpack replaces a `createRequire` that is imported by name.
  // A bundle may have no URL of its own, or the one of this module on the machine where it was built.
  for (const from of [import.meta.url, process.argv[1] ?? '', join(process.cwd(), 'package.json')]) {
    try {
      return dirname(modules.createRequire(from).resolve(`${consolePackage}/swagger-ui-bundle.js`))
    } catch {
      // Not installed there.
    }
  }
  return undefined
}

/** Fits the console on a narrow screen: long words break, and wide tables scroll in themselves. */
const style = `
:root { color-scheme: light dark }
body { margin: 0 }
nav { padding: .75rem 1.25rem; font: 1rem/1.5 system-ui, sans-serif }
nav a { color: #1769aa }
.dark-mode nav a { color: #6cb6ff }
.notice { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
.swagger-ui .info { margin: 1.5rem 0 }
.swagger-ui .renderedMarkdown table { display: block; overflow-x: auto }
.swagger-ui .renderedMarkdown code { overflow-wrap: anywhere }
@media (max-width: 640px) {
  .swagger-ui :is(.parameters, .parameters tbody, .parameters tr, .parameters td, .responses-table, .responses-table > tbody, .responses-table > tbody > tr, .responses-table > tbody > tr > td) { display: block; min-width: 0; max-width: 100%; padding-inline: 0 }
  .swagger-ui :is(.parameters thead, .responses-table > thead) { display: none }
  .swagger-ui :is(input, select, textarea) { max-width: 100%; min-width: 0 }
  .swagger-ui :is(.opblock-tag, .opblock-summary) { flex-wrap: wrap }
  .swagger-ui .opblock-tag small { flex-basis: 100%; min-width: 0; padding-inline: 0 }
  .swagger-ui .opblock-summary-path { max-width: 100% }
}
`

/** Turns on the dark mode of the console as the system does. */
const darkMode = `
const dark = matchMedia('(prefers-color-scheme: dark)')
const setMode = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', setMode)
setMode()
`

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sceyt Platform API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<style>${style}</style>
<script>${darkMode}</script>
</head>
<body>
<nav><a href="/">Sandbox</a></nav>
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
