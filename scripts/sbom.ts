/** `npm run sbom`: prints the software bill of materials of the package, after a build. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readNotices } from './build/notices.js'
import { makeSbom } from './release/sbom.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const notices = await readFile(`${root}dist/THIRD-PARTY-NOTICES.txt`, 'utf8')
process.stdout.write(await makeSbom(root, readNotices(notices)))
