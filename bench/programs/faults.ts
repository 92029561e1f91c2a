import { cases } from '../faults/cases.js'
import { run } from '../faults/run.js'
import { axios } from '../peers/axios.js'
import { ky } from '../peers/ky.js'
import { openai } from '../peers/openai.js'
import { openapiFetch } from '../peers/openapi-fetch.js'
import { ours } from '../peers/ours.js'
import type { Peer } from '../peers/peer.js'
import { stripe } from '../peers/stripe.js'
import { report } from './report.js'

const peers: Record<string, Peer> = { ours, 'openapi-fetch': openapiFetch, stripe, openai, ky, axios }

/** Findings by fault. */
export type FaultFindings = Record<string, string>

const [name = ''] = process.argv.slice(2)
const make = peers[name]
if (!make) throw new Error(`unknown client "${name}"`)

const findings: FaultFindings = {}
let leaked = false
for (const fault of cases) {
  for (const method of fault.methods) {
    const finding = await run(make, fault, method)
    findings[`${method}: ${fault.name}`] = finding.text
    leaked ||= finding.leaks
  }
}
findings['util.inspect of its errors'] = leaked ? 'key shown' : 'no key'
report(findings)
process.disconnect()
