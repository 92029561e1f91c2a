import { median } from '../median.js'
import type { LoopbackTimes } from '../programs/loopback.js'
import { type Row, us } from '../row.js'
import { runProgram } from '../run-program.js'

const goals = {
  sequential: { ours: { atLeast: 0.97 }, 'ours, pooled': { atLeast: 1.5 } },
  '64 at once': { ours: { atLeast: 0.97 }, 'ours, pooled': { atLeast: 3 } },
}

/** Calls per second against a server on this machine, next to those of the raw global `fetch`. */
export async function loopback(): Promise<Row[]> {
  const times = await runProgram<LoopbackTimes>('loopback', ['--expose-gc'])
  return (['sequential', '64 at once'] as const).flatMap((what) => rowsOf(what, times[what]))
}

function rowsOf(what: keyof LoopbackTimes, times: Record<string, number[]>): Row[] {
  const { 'raw fetch': raw = [] } = times
  return Object.entries(times).map(([name, rounds]): Row => {
    const goal = name === 'ours' || name === 'ours, pooled' ? { goal: goals[what][name] } : {}
    const value = median(rounds.map((time, round) => (raw[round] ?? Number.NaN) / time))
    return { measure: 'loopback', what, who: name.replace('ours', us), value, unit: '× raw fetch', ...goal }
  })
}
