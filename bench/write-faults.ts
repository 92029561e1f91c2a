import { writeFile } from 'node:fs/promises'
import type { Row } from './row.js'
import { crossTabulate, toMarkdown } from './table.js'

/** Writes how clients handle a server that fails to `faults.md`. */
export async function writeFaults(rows: readonly Row[]): Promise<void> {
  const text = `<!-- Made by \`npm run bench -- faults\`. Do not edit. -->
# Faults

Node ${process.version}, every client with its default options, with one exception: where the server hangs, every client with a timeout option
(all but openapi-fetch) gets a timeout of 1 second. A call is watched for 6 seconds.

- Errors are listed by class. \`success!\` is a call that succeeded and should not have: it returned neither a user nor a message.
- \`after 3\` is the number of requests. \`sent 3 times\` is a POST that the server received that many times; \`under one key\` means that they had the same idempotency key.
- \`hangs > 6 s, after 2\` means that the second request was still waiting after 6 seconds.

${toMarkdown(crossTabulate(rows))}
`
  await writeFile(new URL('faults.md', import.meta.url), text)
}
