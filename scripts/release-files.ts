/** `npm run release:files -- v1.2.3`: writes what the workflow publishes into `release/`: tarball, SBOM and notes of the tagged version. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Refusal } from './lib/refusal.js'
import { writeReleaseFiles } from './release/files.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const [tag] = process.argv.slice(2)

try {
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as { version: string }
  if (tag !== `v${version}`) throw new Refusal(`The tag must be v${version}, the version in package.json, got ${tag}.`)
  const { filename } = await writeReleaseFiles(root)
  console.log(['release/notes.md', 'release/sbom.cdx.json', `release/${filename}`].join('\n'))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
