/** `npm run spec:diff`: compares the document with the released one, and fails on a breaking change that the changelog does not announce. */
import { readFile } from 'node:fs/promises'
import { readDocument, releasedFile } from './document.js'
import { unannounced } from './spec-diff/changelog.js'
import { compareDocuments } from './spec-diff/compare.js'
import { printChanges, printRefusal } from './spec-diff/print.js'

const [released, document, changelog] = await Promise.all([
  readDocument(releasedFile),
  readDocument(),
  readFile(new URL('../CHANGELOG.md', import.meta.url), 'utf8'),
])
const changes = compareDocuments(released, document)
const { version } = released.info
console.log(changes.length > 0 ? printChanges(changes) : `No changes since ${version}.`)
const missing = unannounced(changelog, changes)
if (missing.length > 0) {
  console.error(`\n${printRefusal(missing, version)}`)
  process.exitCode = 1
}
