/** `npm run new`: adds an endpoint to the sources, the sandbox, its tests and the changelog, and lists what is left to fill in. */
import { fileURLToPath } from 'node:url'
import { addOperation } from './new/add-operation.js'
import { pathFileOf } from './new/api-sources.js'
import { parseArguments } from './new/arguments.js'
import { type NewOperation, newOperation } from './new/new-operation.js'
import { Refusal } from './new/refusal.js'
import { Repository } from './new/repository.js'
import { testFile } from './new/write-test.js'

const table = 'test/document/document.test.ts'

try {
  const given = parseArguments(process.argv.slice(2))
  const repository = await Repository.read(fileURLToPath(new URL('../', import.meta.url)))
  const operation = newOperation(given, repository)
  addOperation(operation, repository)
  if (given.dryRun) console.log(repository.printChanges())
  else {
    await repository.write()
    printSteps(operation, repository)
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function printSteps(operation: NewOperation, repository: Repository): void {
  const { id, sdkName, method, path } = operation
  const lines = [
    ...repository.added.map((file) => `added    ${file}`),
    ...repository.changed.map((file) => `changed  ${file}`),
    '',
    '1. Fill in:',
    ...repository.toFillIn().map((line) => `   ${line}`),
    `   ${pathFileOf(operation.path)}: check the words and x-idempotent, and add x-errors and x-permissions if it has any`,
    '2. Add the operation by hand to the table that the document is compared with:',
    `   ${table}:${repository.lineOf(table, 'const expected')}  ${[id, sdkName, method.toUpperCase(), path].join(' | ')} | its x-provenance`,
    '3. Run:',
    '   npm run generate && npm run fix && npm run typecheck',
    `   npx vitest run ${table} ${testFile(operation, repository)}`,
    '   npx vitest run test/contract',
    '   The last one compares the sandbox with a model. Add what that cannot derive to test/contract/model/rules.ts.',
    '4. At the end: npm test',
  ]
  console.log(lines.join('\n'))
}
