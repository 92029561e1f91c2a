import { readFile, writeFile } from 'node:fs/promises'
import { chart } from './chart.js'
import type { Row } from './row.js'
import { type Table, tabulate, toMarkdown } from './table.js'

/** Writes the figures of a full run to `results.md`, `results.svg` and the guide to speed. */
export async function writeResults(rows: readonly Row[]): Promise<void> {
  const text = `<!-- Made by \`npm run bench\`. Do not edit. -->
# Results

Node ${process.version}. Calls, loopback, imports and requests to the sandbox are medians over 15 rounds; in each round, every contestant runs once, in changing order.
A ratio is taken within its round, so it carries over to other machines far better than a time.
Prism is its command line on the same document, once with its default options, and once silent, without its log line for each request.

![Ratios of call and loopback](results.svg)

${toMarkdown(tabulate(rows))}
`
  await writeFile(new URL('results.md', import.meta.url), text)
  await writeFile(new URL('results.svg', import.meta.url), await chart(rows))
  await quoteInGuide(tabulate(rows))
}

/** The guide has the rows with a goal, between two comments. */
async function quoteInGuide([headings = [], ...lines]: Table): Promise<void> {
  const guide = new URL('../guides/speed.md', import.meta.url)
  const goal = headings.indexOf('goal')
  const quoted = toMarkdown([headings, ...lines.filter((line) => line[goal])])
  const text = await readFile(guide, 'utf8')
  await writeFile(
    guide,
    text.replace(
      /(<!-- npm run bench -->\n).*?(\n<!-- -->)/s,
      (_match, start: string, end: string) => `${start}\n${quoted}\n${end}`,
    ),
  )
}
