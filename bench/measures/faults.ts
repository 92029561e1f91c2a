import type { FaultFindings } from '../programs/faults.js'
import { type Row, us } from '../row.js'
import { runProgram } from '../run-program.js'

/** How clients handle a server that fails, each client in its own process. */
export async function faults(): Promise<Row[]> {
  const clients = ['ours', 'openapi-fetch', 'stripe', 'openai', 'ky', 'axios']
  const rows = await Promise.all(
    clients.map(async (client) => {
      const findings = await runProgram<FaultFindings>('faults', [], [client])
      return Object.entries(findings).map(
        ([what, value]): Row => ({ measure: 'faults', what, who: client.replace('ours', us), value, unit: '' }),
      )
    }),
  )
  return rows.flat()
}
