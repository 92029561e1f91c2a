import { createSandbox } from '../dist/src/sandbox/index.js'
import { listen } from '../dist/src/sandbox/node/index.js'
import { runCommand } from './bulk/run-command.js'
const sandbox = createSandbox({ rateLimit: { requests: 200, window: 1000 } })
const server = await listen(sandbox)
const ev: [number, number][] = []
sandbox.journal.listen(({ time, status }) => ev.push([Date.parse(time), status ?? 0]))
const r = await runCommand(['import','users','/tmp/zz.csv','--concurrency','64','--rate','200/s'], server.connection())
await server.close()
const t0 = ev[0]![0]
ev.sort((a,b)=>a[0]-b[0])
let w = -1e9, n = 0
const out: string[] = []
let gaps = ''
for (const [i, [t, s]] of ev.entries()) { if (t >= w + 1000) { out.push(`w@${w - t0} n=${n} gaps ${gaps}`); w = t; n = 0; gaps = '' } n++; if (n <= 8) gaps += ` ${t - w}`; if (s === 429) out.push(`429@${t - t0} n=${n}`) }
console.log(r.seconds); console.log(out.slice(0, 40).join('\n'))
