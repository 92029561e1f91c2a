import { writeFile } from 'node:fs/promises'
import { chart } from './chart.js'
import type { Row } from './row.js'
import { tabulate, toMarkdown } from './table.js'

/** Writes down what a full run came to. */
export async function writeResults(rows: readonly Row[]): Promise<void> {
  const text = `<!-- Made by \`npm run bench\`. Do not edit. -->
# Results

Node ${process.version}. Calls, loopback and imports are medians over 15 rounds, in which every contestant runs once, in changing order.
A ratio is taken within its round, so it carries over to other machines; times do not.

![Ratios of call and loopback](results.svg)

${toMarkdown(tabulate(rows))}
`
  await writeFile(new URL('results.md', import.meta.url), text)
  await writeFile(new URL('results.svg', import.meta.url), await chart(rows))
}
