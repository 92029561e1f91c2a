/** `npm test`: runs other OpenAPI tools on the document. Prints a table, and fails if one of them reports a problem. */
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { tryClient } from './client.js'
import { heyApi } from './hey-api/generate.js'
import { lint, linters } from './lint.js'
import { runInNewman } from './newman.js'
import { oazapfts } from './oazapfts/generate.js'
import { printRows, type Row } from './row.js'
import { swaggerTypescriptApi } from './swagger-typescript-api/generate.js'

const operations = endpointsOf(await readDocument()).map(({ operation }) => operation.operationId)
const rows: Row[] = []
for (const linter of linters) rows.push(await lint(linter))
for (const tool of [heyApi, swaggerTypescriptApi, oazapfts]) rows.push(await tryClient(tool, operations))
rows.push(await runInNewman(operations.length))
console.log(printRows(rows))
if (rows.some(({ problems }) => problems.length > 0)) process.exitCode = 1
