import type { ListFigures } from '../programs/list.js'
import { type Row, us } from '../row.js'
import { runProgram } from '../run-program.js'

/** What listing a million items takes, in a process of its own. */
export async function list(): Promise<Row[]> {
  const { peak, growth } = await runProgram<ListFigures>('list')
  return [
    { measure: 'list', what: 'a million items', who: us, value: peak, unit: 'MB at most', goal: { atMost: 145 } },
    { measure: 'list', what: 'late over early pages', who: us, value: growth, unit: '× time', goal: { atMost: 1.15 } },
  ]
}
