import type { NewOperation } from './new-operation.js'
import type { Repository } from './repository.js'
import { writeChangelog } from './write-changelog.js'
import { writeDocument } from './write-document.js'
import { writeHandler } from './write-handler.js'
import { writeTest } from './write-test.js'

/** Adds an operation to the sources of the document, the sandbox, its tests and the changelog. */
export function addOperation(operation: NewOperation, repository: Repository): void {
  writeDocument(operation, repository)
  writeHandler(operation, repository)
  writeTest(operation, repository)
  writeChangelog(operation, repository)
}
