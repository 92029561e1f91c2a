import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

const { resolve } = createRequire(import.meta.url)
const run = promisify(execFile)

export async function bun({ entry, folder, target, external }) {
  const isNode = target === 'node'
  const { stderr } = await run(resolve('@oven/bun-linux-x64/bin/bun'), [
    'build',
    entry,
    `--target=${isNode ? 'node' : 'browser'}`,
    ...(external ? ['--packages=external'] : []),
    '--minify',
    `--outfile=${folder}/${isNode ? 'main.mjs' : 'main.js'}`,
  ])
  return stderr ? [stderr] : []
}
