/** `npm run bench`: compares the client with others. Arguments select measures by name; `faults` runs only when named. */
import { bulk } from './measures/bulk.js'
import { bundle } from './measures/bundle.js'
import { call } from './measures/call.js'
import { commandTime } from './measures/command.js'
import { faults } from './measures/faults.js'
import { importTime } from './measures/import.js'
import { install } from './measures/install.js'
import { list } from './measures/list.js'
import { loopback } from './measures/loopback.js'
import { memory } from './measures/memory.js'
import { queue } from './measures/queue.js'
import { sandbox } from './measures/sandbox.js'
import { types } from './measures/types.js'
import type { Row } from './row.js'
import { crossTabulate, tabulate, toText } from './table.js'
import { writeFaults } from './write-faults.js'
import { writeResults } from './write-results.js'

const measures = new Map([
  ['call', call],
  ['loopback', loopback],
  ['import', importTime],
  ['command', commandTime],
  ['bundle', bundle],
  ['install', install],
  ['types', types],
  ['list', list],
  ['memory', memory],
  ['sandbox', sandbox],
  ['bulk', bulk],
  ['queue', queue],
])

const names = process.argv.slice(2)
const known = [...measures.keys(), 'faults']
const unknown = names.filter((name) => !known.includes(name))
if (unknown.length > 0) throw new Error(`unknown measure ${unknown.join(', ')}; use ${known.join(', ')}`)

const rows: Row[] = []
for (const [name, measure] of measures) {
  if (names.length > 0 && !names.includes(name)) continue
  console.error(`${name} …`)
  rows.push(...(await measure()))
}
if (rows.length > 0) console.log(toText(tabulate(rows)))
if (names.length === 0) await writeResults(rows)

if (names.includes('faults')) {
  console.error('faults …')
  const findings = await faults()
  console.log(toText(crossTabulate(findings)))
  await writeFaults(findings)
}
