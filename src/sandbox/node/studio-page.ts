import type { Sandbox } from 'sceyt-platform/sandbox'
import { apiKeyHeader, listUsers } from '../../../generated/operations.js'
import { content, escapeHtml, type Page, strictHtml } from './page.js'
import { readStudioFiles } from './studio-files.js'

/** The paths of the files of the studio. No path of the API is one of them. */
const [scriptPath, stylePath] = ['/studio.js', '/studio.css']

/** Returns the page of the studio, with the addresses and keys of all applications. */
export function studioPage(sandbox: Sandbox, origin: string): Page {
  const apps = sandbox.apps.map(({ appId, apiKey }) => ({ appId, baseUrl: origin + sandbox.basePath(appId), apiKey }))
  return strictHtml(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sceyt sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylePath}">
<script type="application/json" id="boot">${JSON.stringify({ apps, keyHeader: apiKeyHeader, firstPath: listUsers.path }).replaceAll('<', '\\u003c')}</script>
<script type="module" src="${scriptPath}"></script>
</head>
<body>
<div id="studio"><header class="shell-header"><span class="brand">Sceyt sandbox</span></header></div>
<noscript>
<h1>Sceyt sandbox</h1>
<p>Its studio needs JavaScript. <a href="/docs">Documentation</a>, <a href="/openapi.json">OpenAPI document</a></p>
${apps.map(({ baseUrl, apiKey }) => `<p>Base URL: ${escapeHtml(baseUrl)}, key: ${escapeHtml(apiKey)}</p>`).join('\n')}
</noscript>
</body>
</html>
`)
}

/** Returns whether a path is that of a file of the studio. */
export function isStudioFile(pathname: string): boolean {
  return pathname === scriptPath || pathname === stylePath
}

/** Returns a file of the studio. */
export async function studioFile(pathname: string): Promise<Page> {
  const { js, css } = await readStudioFiles()
  return pathname === scriptPath
    ? content('text/javascript; charset=utf-8', js)
    : content('text/css; charset=utf-8', css)
}
