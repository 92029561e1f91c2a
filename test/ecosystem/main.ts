/** `npm test`: other tools of the ecosystem on the document. Prints a table, and fails if one of them finds something wrong. */
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { tryClient } from './client.js'
import { heyApi } from './hey-api/generate.js'
import { lint } from './lint.js'
import { oazapfts } from './oazapfts/generate.js'
import { printRows, type Row } from './row.js'
import { swaggerTypescriptApi } from './swagger-typescript-api/generate.js'
import { validate } from './validate.js'

const document = await readDocument()
const operations = endpointsOf(document).map(({ operation }) => operation.operationId)
const rows: Row[] = [await lint({ ...document }), await validate({ ...document })]
for (const tool of [heyApi, swaggerTypescriptApi, oazapfts]) rows.push(await tryClient(tool, operations))
console.log(printRows(rows))
if (rows.some(({ problems }) => problems.length > 0)) process.exitCode = 1
