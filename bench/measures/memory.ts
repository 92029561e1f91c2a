import type { MemoryFigures } from '../programs/memory.js'
import { type Row, us } from '../row.js'
import { runProgram } from '../run-program.js'

/** What a hundred thousand failing calls leave in memory, in a separate process. */
export async function memory(): Promise<Row[]> {
  const { growth, resources, listeners, retried } = await runProgram<MemoryFigures>('memory', ['--expose-gc'])
  const row = (what: string, value: number, unit: string, atMost: number): Row => ({
    measure: 'memory',
    what,
    who: us,
    value,
    unit,
    goal: { atMost },
  })
  return [
    row('growth of the heap', growth, 'MB', 2),
    row('timers and handles left', resources, '', 0),
    row('listeners left', listeners, '', 0),
    { measure: 'memory', what: 'calls saved by a retry', who: us, value: retried, unit: 'calls' },
  ]
}
