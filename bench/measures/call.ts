import { median } from '../median.js'
import type { CallTimes } from '../programs/call.js'
import { type Row, us } from '../row.js'
import { runProgram } from '../run-program.js'

const goals = { GET: { atMost: 0.65 }, POST: { atMost: 0.45 } }

/** The time that a client adds to a call, with a `fetch` that responds at once. */
export async function call(): Promise<Row[]> {
  const times = await runProgram<CallTimes>('call', ['--expose-gc'])
  return (['GET', 'POST'] as const).flatMap((method) => rowsOf(method, times[method]))
}

function rowsOf(method: 'GET' | 'POST', times: CallTimes['GET']): Row[] {
  const { direct, ...clients } = times
  const added = (client: number, round: number) => client - at(direct, round)
  const goal = { goal: goals[method] }
  return [
    ...Object.entries(clients).flatMap(([name, rounds]): Row[] => {
      const who = name.replace('ours', us)
      const share = median(
        rounds.map((time, round) => added(time, round) / added(at(clients['openapi-fetch'], round), round)),
      )
      const ratio = median(rounds.map((time, round) => time / at(direct, round)))
      return [
        {
          measure: 'call',
          what: `${method}, added`,
          who,
          value: share,
          unit: '× openapi-fetch',
          ...(who === us && goal),
        },
        { measure: 'call', what: `${method}, whole`, who, value: ratio, unit: '× direct' },
      ]
    }),
    ...Object.entries(times).map(([name, rounds]): Row => {
      return {
        measure: 'call',
        what: `${method}, time`,
        who: name.replace('ours', us),
        value: median(rounds),
        unit: 'µs',
      }
    }),
  ]
}

function at(rounds: readonly number[], round: number): number {
  return rounds[round] ?? Number.NaN
}
