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
