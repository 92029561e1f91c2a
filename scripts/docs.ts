/** `npm run docs`: builds docs/: the reference of the API and of the client, as pages that need no network, and both as Markdown. */
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { buildApiPage } from './docs/api.js'
import { buildClientPages } from './docs/client.js'
import { buildTextPages } from './docs/text.js'

const folder = fileURLToPath(new URL('../docs/', import.meta.url))

await rm(folder, { recursive: true, force: true })
for (const line of await Promise.all([
  buildApiPage(`${folder}index.html`),
  buildClientPages(`${folder}client`),
  buildTextPages(folder),
]))
  console.log(line)
