import { writeFile } from 'node:fs/promises'
import type { Row } from './row.js'
import { crossTabulate, toMarkdown } from './table.js'

/** Writes down what clients make of a server that goes wrong. */
export async function writeFaults(rows: readonly Row[]): Promise<void> {
  const text = `<!-- Made by \`npm run bench -- faults\`. Do not edit. -->
# Faults

Node ${process.version}, every client as it comes. Only where the server hangs, those with an option for a time limit are given one of 1 second,
which is all but openapi-fetch, and are watched for 6 seconds.

- An error is named by its class. \`success!\` is a success that should not be one: no user and no message came.
- \`after 3\` counts requests. \`sent 3 times\` is a POST that the server took in that often; \`under one key\` means that it could notice.
- \`hangs > 6 s, after 2\` means that the second request was waiting by then.

${toMarkdown(crossTabulate(rows))}
`
  await writeFile(new URL('faults.md', import.meta.url), text)
}
