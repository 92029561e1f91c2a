import type { BootApp } from '../boot-data.js'
import { apiKeyHeader } from '../openapi-document.js'

/** The environment variables that the client reads. */
export function environmentOf({ baseUrl, apiKey }: BootApp): string {
  return `SCEYT_BASE_URL=${baseUrl}\nSCEYT_API_KEY=${apiKey}`
}

/** A first request, as a command for a shell. */
export function curlOf({ baseUrl, apiKey }: BootApp, path: string): string {
  return `curl -H ${quoteForShell(`${apiKeyHeader()}: ${apiKey}`)} ${quoteForShell(baseUrl + path)}`
}

/** Quotes a text for a shell, if it has to be. */
export function quoteForShell(text: string): string {
  return /^[\w./:=@%,+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/** A program for a server. */
export function nodeProgramOf(): string {
  return `import { createSceyt } from 'sceyt-platform'

const sceyt = createSceyt()
for await (const user of sceyt.users.list()) console.log(user.username)`
}

/** A program for a page. */
export function pageProgramOf({ baseUrl, apiKey }: BootApp): string {
  return `import { createSceyt } from 'sceyt-platform'

const sceyt = createSceyt({
  baseUrl: ${JSON.stringify(baseUrl)},
  apiKey: ${JSON.stringify(apiKey)},
  // The key of a sandbox is not a secret. A page never gets that of a server.
  allowBrowser: true,
})
for await (const user of sceyt.users.list()) console.log(user.username)`
}
