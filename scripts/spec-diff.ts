/** `npm run spec:diff`: compares the document with the released one, and fails if it breaks what the changelog does not announce. */
import { readFile } from 'node:fs/promises'
import { readDocument, releasedFile } from './document.js'
import { announcesMajor } from './spec-diff/changelog.js'
import { compareDocuments } from './spec-diff/compare.js'
import { printChanges, printRefusal } from './spec-diff/print.js'

const [released, document, changelog] = await Promise.all([
  readDocument(releasedFile),
  readDocument(),
  readFile(new URL('../CHANGELOG.md', import.meta.url), 'utf8'),
])
const changes = compareDocuments(released, document)
const { version } = released.info
console.log(changes.length > 0 ? printChanges(changes) : `The document says what ${version} said.`)
if (changes.some(({ breaking }) => breaking) && !announcesMajor(changelog, version)) {
  console.error(`\n${printRefusal(changes, version)}`)
  process.exitCode = 1
}
