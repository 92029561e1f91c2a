/** Creates users with nothing but calls of one client. */
import { createSceyt } from '../../dist/src/index.js'
import { inFlight } from '../batches.js'
import { userOf } from '../bulk/rows.js'
import { report } from './report.js'

const [baseUrl = '', apiKey = '', concurrency, count] = process.argv.slice(2)
const sceyt = createSceyt({ baseUrl, apiKey })
let row = 0
await inFlight(Number(concurrency), Number(count), () => sceyt.users.create(userOf(++row)))
report(row)
process.disconnect()
