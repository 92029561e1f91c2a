import type { ListFigures } from '../programs/list.js'
import { type Row, us } from '../row.js'
import { runProgram } from '../run-program.js'

/** Memory and time to list a million items, in a separate process. */
export async function list(): Promise<Row[]> {
  const { peak, growth } = await runProgram<ListFigures>('list')
  return [
    { measure: 'list', what: 'a million items', who: us, value: peak, unit: 'MB at most', goal: { atMost: 145 } },
    { measure: 'list', what: 'late over early pages', who: us, value: growth, unit: '× time', goal: { atMost: 1.15 } },
  ]
}
