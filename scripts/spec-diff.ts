/** `npm run spec:diff`: compares the document with the released one, and fails on a breaking change if the changelog announces no version that may break. */
import { readFile } from 'node:fs/promises'
import { readDocument, releasedFile } from './document.js'
import { announcesBreaking } from './spec-diff/changelog.js'
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
if (changes.some(({ breaking }) => breaking) && !announcesBreaking(changelog, version)) {
  console.error(`\n${printRefusal(changes, version)}`)
  process.exitCode = 1
}
