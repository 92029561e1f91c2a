import type { Sandbox } from 'sceyt-platform/sandbox'
import { curlLine } from './curl.js'
import { escapeHtml } from './page.js'

const style = `
:root { color-scheme: light dark; --page: #fff; --line: #d8dee4; --soft: #57606a; --back: #f6f8fa; --accent: #1769aa }
@media (prefers-color-scheme: dark) { :root { --page: #12161b; --line: #373e47; --soft: #9aa4af; --back: #1c2128; --accent: #6cb6ff } }
html { background: var(--page) }
body { margin: 0 auto; max-width: 62rem; padding: 2.5rem 1.5rem 4rem; font: 1rem/1.55 system-ui, sans-serif }
h1 { font-size: 1.6rem; margin: 0 0 .25rem }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .5rem }
p { margin: .5rem 0 }
.soft { color: var(--soft) }
a { color: var(--accent) }
code, pre { font-family: ui-monospace, monospace; font-size: .875rem }
pre { background: var(--back); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; overflow-x: auto; margin: .5rem 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: 1.25rem 0 }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
ul { padding-left: 1.2rem; margin: .5rem 0 }
`

/**
 * Returns the page at `/` without the studio, for those who may not use the controls: base URLs and a first call, without a key.
 *
 * @param local - The origin at which the studio is shown, unless it is off.
 */
export function homePage(sandbox: Sandbox, origin: string, local: string | undefined): string {
  const baseUrls = sandbox.apps.map(({ appId }) => origin + sandbox.basePath(appId))
  const [baseUrl = origin] = baseUrls
  const text = escapeHtml
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sceyt Platform API: sandbox</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>Sceyt Platform API: sandbox</h1>
<p class="soft">Runs the whole API in memory. Not made by Sceyt. Its studio, with the data, the requests and the keys, is ${
    local === undefined
      ? 'off, since other machines can reach this server'
      : `shown on this machine alone, at <a href="${text(local)}">${text(local)}</a>`
  }.</p>
<dl>
${baseUrls.map((each) => `<dt>Base URL</dt><dd><code>${text(each)}</code></dd>`).join('\n')}
</dl>
<h2>Try it</h2>
<pre>${text(curlLine(baseUrl, 'your key'))}</pre>
<h2>More</h2>
<ul>
<li><a href="/docs">Documentation</a>, with a console that calls this sandbox</li>
<li><a href="/openapi.json">The OpenAPI document</a>, with this sandbox as its server</li>
</ul>
</main>
</body>
</html>
`
}
