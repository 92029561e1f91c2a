import { pathFileOf } from './api-sources.js'
import { describeOperation } from './describe.js'
import type { NewOperation } from './new-operation.js'
import type { Repository } from './repository.js'
import { testFile } from './write-test.js'

const table = 'test/document/document.test.ts'

/** Prints the files of an added operation, and the steps that are left. */
export function printSteps(operation: NewOperation, repository: Repository): string {
  const { id, sdkName, method, path } = operation
  const lines = [
    ...repository.added.map((file) => `added    ${file}`),
    ...repository.changed.map((file) => `changed  ${file}`),
    '',
    '1. Fill in:',
    ...[...repository.toFillIn(), ...toCheck(operation, repository)].map((line) => `   ${line}`),
    '2. Add the operation by hand to the table that the document is compared with:',
    `   ${table}:${repository.lineOf(table, 'const expected')}  ${[id, sdkName, method.toUpperCase(), path].join(' | ')} | its x-provenance`,
    '3. Run:',
    '   npm run generate && npm run fix && npm run typecheck',
    `   npx vitest run ${table} test/document/descriptions.test.ts ${testFile(operation, repository)}`,
    '   npx vitest run test/contract',
    '   The last one compares the sandbox with a model. Add what that cannot derive to test/contract/model/rules.ts.',
    '4. At the end: npm test',
  ]
  return lines.join('\n')
}

/** Lists the lines with words that were guessed from the names. */
function toCheck(operation: NewOperation, repository: Repository): string[] {
  const { summary, does } = describeOperation(operation)
  const line = (file: string, text: string, what: string) => `${file}:${repository.lineOf(file, text)}  ${what}`
  return [
    line(
      pathFileOf(operation.path),
      `  summary: ${summary}`,
      'check the words and x-idempotent, and add x-errors and x-permissions if it has any',
    ),
    line('CHANGELOG.md', `- \`${operation.sdkName}\` (\``, 'check the words'),
    line(testFile(operation, repository), `it('${does}', `, 'check the title of the test'),
  ]
}
