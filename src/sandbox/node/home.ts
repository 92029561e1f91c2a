import type { Sandbox } from 'sceyt-platform/sandbox'
import { controlPath } from './control.js'
import { curlLine } from './curl.js'
import { escapeHtml } from './page.js'

const style = `
:root { color-scheme: light dark; --page: #fff; --line: #d8dee4; --soft: #57606a; --back: #f6f8fa; --accent: #1769aa; --good: #1a7f37; --bad: #b3261e }
@media (prefers-color-scheme: dark) { :root { --page: #12161b; --line: #373e47; --soft: #9aa4af; --back: #1c2128; --accent: #6cb6ff; --good: #57ab5a; --bad: #f47067 } }
html { background: var(--page) }
body { margin: 0 auto; max-width: 62rem; padding: 2.5rem 1.5rem 4rem; font: 1rem/1.55 system-ui, sans-serif }
h1 { font-size: 1.6rem; margin: 0 0 .25rem }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .5rem }
p { margin: .5rem 0 }
.soft, th { color: var(--soft) }
a { color: var(--accent) }
code, pre, td { font-family: ui-monospace, monospace; font-size: .875rem }
pre { background: var(--back); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; overflow-x: auto; margin: .5rem 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: 1.25rem 0 }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
ul { padding-left: 1.2rem; margin: .5rem 0 }
table { border-collapse: collapse; width: 100% }
th { text-align: left; font-weight: 500; font-size: .875rem }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
td.url { overflow-wrap: anywhere; width: 60% }
td.problem { color: var(--bad); overflow-wrap: anywhere }
.good { color: var(--good) }
.alert { border: 1px solid var(--bad); border-radius: .5rem; padding: .5rem 1rem; overflow-wrap: anywhere }
.bad { color: var(--bad) }
`

const failureText = 'Changes cannot be saved, so they are not made: '

/** Shows the latest requests, and further ones as they arrive. Runs in the browser. */
const script = `
const rows = document.querySelector('tbody'), empty = document.querySelector('#empty'), shown = 50
const failure = document.querySelector('#failure')
const cell = (row, text, name) => { const td = row.insertCell(); td.textContent = text; td.className = name || '' }
function add({ number, time, method, url, status, duration, problem }) {
  empty.hidden = true
  const row = rows.insertRow(0)
  cell(row, time.slice(11, 19), 'soft')
  cell(row, method)
  cell(row, decode(url), 'url')
  cell(row, status ?? 'connection broken', status && status < 400 ? 'good' : 'bad')
  cell(row, duration.toFixed(1) + ' ms', 'soft')
  if (problem) { const more = rows.insertRow(1); cell(more, ''); cell(more, ''); const td = more.insertCell(); td.colSpan = 3; td.className = 'problem'; td.textContent = problem; row.querySelectorAll('td').forEach((td) => (td.style.border = 'none')) }
  trim()
}
function addMissed({ from, to }) {
  const count = to - from + 1
  const td = rows.insertRow(0).insertCell()
  td.colSpan = 5
  td.className = 'soft'
  td.textContent = count === 1 ? '1 request was not shown' : count + ' requests were not shown'
  trim()
}
function trim() { while (rows.rows.length > shown * 2) rows.deleteRow(-1) }
function showFailure(message) { failure.hidden = message === null; failure.textContent = message === null ? '' : 'FAILURE' + message }
function decode(url) { try { return decodeURIComponent(url) } catch { return url } }
const events = new EventSource('CONTROL/events')
events.addEventListener('request', (event) => add(JSON.parse(event.data)))
events.addEventListener('missed', (event) => addMissed(JSON.parse(event.data)))
events.addEventListener('failure', (event) => showFailure(JSON.parse(event.data).message))
// An event follows if changes still cannot be saved.
events.addEventListener('open', () => showFailure(null))
`

/**
 * Returns the page at `/`: base URLs, keys, a first call and the latest requests.
 *
 * @param open - Whether to show keys and requests.
 */
export function homePage(sandbox: Sandbox, origin: string, open: boolean): string {
  const apps = sandbox.apps.map(({ appId, apiKey }) => ({
    baseUrl: origin + sandbox.basePath(appId),
    apiKey: open ? apiKey : 'your key',
  }))
  const [{ baseUrl, apiKey } = { baseUrl: origin, apiKey: '' }] = apps
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
${open ? failureBanner(sandbox.failure.message) : ''}<p class="soft">Runs the whole API in memory. A reset restores the initial state. Not made by Sceyt.</p>
${apps
  .map(
    (app) => `<dl>
<dt>Base URL</dt><dd><code>${text(app.baseUrl)}</code></dd>
<dt>API key</dt><dd><code>${text(app.apiKey)}</code></dd>
</dl>`,
  )
  .join('\n')}
<h2>Try it</h2>
<pre>${text(curlLine(baseUrl, apiKey))}</pre>
<pre>import { createSceyt } from 'sceyt-platform'

const sceyt = createSceyt({ baseUrl: '${text(baseUrl)}', apiKey: '${text(apiKey)}' })
for await (const { subject, members_count } of sceyt.channels.list()) console.log(subject, members_count)</pre>
<h2>More</h2>
<ul>
<li><a href="/docs">Documentation</a>, with a console that calls this sandbox</li>
<li><a href="/openapi.json">The OpenAPI document</a>, with this sandbox as its server</li>
${open ? `<li><a href="${controlPath}">Controls</a>: applications, reset, seed, snapshot, token, clock, faults, requests</li>` : ''}
</ul>
<h2 id="latest">Latest requests</h2>
${
  open
    ? `<p class="soft" id="empty">None yet.</p>
<table aria-labelledby="latest">
<thead><tr><th scope="col">Time</th><th scope="col">Method</th><th scope="col">Path</th><th scope="col">Status</th><th scope="col">Took</th></tr></thead>
<tbody aria-live="polite"></tbody>
</table>
<script>${script.replace('CONTROL', controlPath).replace('FAILURE', failureText)}</script>`
    : '<p class="soft">Not shown, since other machines can reach this server.</p>'
}
</main>
</body>
</html>
`
}

function failureBanner(message: string | undefined): string {
  const isHidden = message === undefined
  return `<p role="alert" id="failure" class="alert bad"${isHidden ? ' hidden' : ''}>${isHidden ? '' : escapeHtml(failureText + message)}</p>\n`
}
