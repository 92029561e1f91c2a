import { writeUsers } from './bulk/rows.js'
import { runCommand } from './bulk/run-command.js'
import { startProgram } from './run-program.js'
const server = await startProgram<any>('bulk-server', [JSON.stringify({ perSecond: 200 })])
await writeUsers('/tmp/zz.csv', 2000)
const r = await runCommand(['import','users','/tmp/zz.csv','--concurrency','64','--rate','200/s'], server.ready)
const counts = await server.ask<any>('counts')
console.log(r.seconds, JSON.stringify(counts)); console.log(r.output)
await server.stop()
