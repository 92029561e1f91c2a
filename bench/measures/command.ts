import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { median } from '../median.js'
import { interleave } from '../rounds.js'
import { type Row, us } from '../row.js'

const command = fileURLToPath(new URL('../../dist/src/cli/index.js', import.meta.url))

/** The time that the command line adds to the start of Node, each time in a fresh process. */
export async function commandTime(): Promise<Row[]> {
  const help =
    (...words: string[]) =>
    () =>
      time(command, ...words, '--help')
  const batches = { bare: () => time('--eval', ''), root: help(), operation: help('users', 'create') }
  const { bare, ...times } = await interleave(batches, { rounds: 15, warmUps: 1 })
  return Object.entries(times).map(([name, rounds]) => ({
    measure: 'command',
    what: name === 'root' ? '--help, over bare Node' : 'users create --help, over bare Node',
    who: us,
    value: median(rounds.map((ms, round) => ms - (bare[round] ?? Number.NaN))),
    unit: 'ms',
    goal: { atMost: 150 },
  }))
}

async function time(...parameters: string[]): Promise<number> {
  const start = performance.now()
  await promisify(execFile)(process.execPath, parameters)
  return performance.now() - start
}
