import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { median } from '../median.js'
import { interleave } from '../rounds.js'
import { type Row, us } from '../row.js'
import { runProgram } from '../run-program.js'

const here = fileURLToPath(new URL('../', import.meta.url))
const specifiers = {
  [us]: new URL('../../dist/src/index.js', import.meta.url).href,
  'openapi-fetch': 'openapi-fetch',
  ky: 'ky',
  axios: 'axios',
  stripe: 'stripe',
  openai: 'openai',
}

/** The time that an import adds to the start of Node, each time in a fresh process. */
export async function importTime(): Promise<Row[]> {
  const programs = {
    bare: '',
    ...Object.fromEntries(Object.entries(specifiers).map(([who, specifier]) => [who, `await import('${specifier}')`])),
  }
  const batches = Object.fromEntries(Object.entries(programs).map(([who, program]) => [who, () => time(program)]))
  const { bare = [], ...times } = await interleave(batches, { rounds: 15, warmUps: 1 })
  const rows = Object.entries(times).map(([who, rounds]): Row => {
    const value = median(rounds.map((ms, round) => ms - (bare[round] ?? Number.NaN)))
    return {
      measure: 'import',
      what: 'over bare Node',
      who,
      value,
      unit: 'ms',
      ...(who === us && { goal: { atMost: 8 } }),
    }
  })
  const touched = await runProgram<string[]>('touched')
  const value = touched.join(', ') || 'untouched'
  return [...rows, { measure: 'import', what: 'globals of fetch', who: us, value, unit: '', goal: { is: 'untouched' } }]
}

async function time(program: string): Promise<number> {
  const start = performance.now()
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { cwd: here })
  return performance.now() - start
}
