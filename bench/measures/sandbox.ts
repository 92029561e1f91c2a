import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipped } from '../gzipped.js'
import { median } from '../median.js'
import type { SandboxFigures } from '../programs/sandbox.js'
import type { StoreTimes } from '../programs/store.js'
import type { TrafficRates } from '../programs/traffic.js'
import { interleave } from '../rounds.js'
import { type Goal, type Row, us } from '../row.js'
import { runProgram } from '../run-program.js'
import { countLost } from '../sandbox/kills.js'
import { keptIn, programs, type Started, start } from '../sandbox/servers.js'

const names = { ours: us, kept: `${us}, with --data`, prism: 'Prism', silentPrism: 'Prism, silent' }
type Name = keyof typeof names

/** Compares the sandbox with Prism's server on the same OpenAPI document. */
export async function sandbox(): Promise<Row[]> {
  const starts = await measureStarts()
  const traffic = await measureTraffic()
  const { call, reset, pages } = await runProgram<SandboxFigures>('sandbox', ['--expose-gc'])
  const size = await gzipped("export { createSandbox } from '../dist/src/sandbox/index.js'")
  return [
    ...starts,
    ...traffic,
    ...rowsOf('call in the same process', { ours: call }, 'µs', { atMost: 60 }),
    ...rowsOf('reset to the demo', { ours: reset }, 'ms', { atMost: 1 }),
    ...rowsOf('pages of 100,000 messages', { ours: pages }, '× time', { atMost: 1.15 }),
    ...(await measureStore()),
    ...rowsOf('minified, gzipped', { ours: size }, 'kB', { atMost: 60 }),
  ]
}

function rowsOf(what: string, values: Partial<Record<Name, number>>, unit: string, ours?: Goal, kept?: Goal): Row[] {
  const goals: Partial<Record<Name, Goal | undefined>> = { ours, kept }
  return (Object.entries(values) as [Name, number][]).map(([name, value]) => {
    const goal = goals[name]
    return { measure: 'sandbox', what, who: names[name], value, unit, ...(goal && { goal }) }
  })
}

async function measureStarts(): Promise<Row[]> {
  const memory = { ours: [] as number[], prism: [] as number[] }
  const once = (name: keyof typeof memory) => async () => {
    const { seconds, memory: megabytes, stop } = await start(programs[name])
    await stop()
    memory[name].push(megabytes)
    return seconds
  }
  const seconds = await interleave({ ours: once('ours'), prism: once('prism') }, { rounds: 7, warmUps: 1 })
  return [
    ...rowsOf('start to first response', { ours: median(seconds.ours), prism: median(seconds.prism) }, 's', {
      atMost: 0.3,
    }),
    ...rowsOf('memory after it', { ours: median(memory.ours), prism: median(memory.prism) }, 'MB', { atMost: 90 }),
  ]
}

async function measureTraffic(): Promise<Row[]> {
  const servers: Started[] = []
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-bench-'))
  const { ours, prism, silentPrism } = programs
  try {
    for (const program of [ours, keptIn(join(folder, 'data.json')), prism, silentPrism])
      servers.push(await start(program))
    const addresses = servers.map(({ baseUrl }) => baseUrl)
    const rates = await runProgram<TrafficRates>('traffic', ['--expose-gc'], addresses)
    return (['GET', 'POST'] as const).flatMap((method) => compare(method, rates[method]))
  } finally {
    for (const { stop } of servers) await stop()
    await rm(folder, { recursive: true })
  }
}

/** Measures a state of 100,000 users and 500,000 messages in a file. */
async function measureStore(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-bench-'))
  const file = join(folder, 'large.json')
  const run = <Result>(...parameters: string[]) => runProgram<Result>('store', ['--expose-gc'], parameters)
  try {
    await run('write', file)
    const kept = await run<number>('memory', file)
    const memory = kept / (await run<number>('memory'))
    const { cost, stall, start, end } = await run<StoreTimes>('times', file)
    const lost = await countLost(join(folder, 'killed.json'), 20)
    return [
      ...rowsOf('500,000 messages, send', { kept: cost }, '× empty', undefined, { atMost: 1.5 }),
      ...rowsOf('500,000 messages, stall', { kept: stall }, 'ms', undefined, { atMost: 50 }),
      ...rowsOf('500,000 messages, memory', { kept: memory }, '× without', undefined, { atMost: 1.3 }),
      ...rowsOf('500,000 messages, start', { kept: start }, '× JSON.parse', undefined, { atMost: 2 }),
      ...rowsOf('500,000 messages, end', { kept: end }, 's', undefined, { atMost: 1 }),
      ...rowsOf('lost of acknowledged, 20 kills', { kept: lost }, 'writes', undefined, { atMost: 0 }),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function compare(method: string, rates: TrafficRates['GET']): Row[] {
  const ofEach = (figure: (rounds: readonly number[]) => number) => {
    return {
      ours: figure(rates.ours),
      kept: figure(rates.kept),
      prism: figure(rates.prism),
      silentPrism: figure(rates.silentPrism),
    }
  }
  const ratios = ofEach((rounds) => median(rounds.map((rate, round) => rate / (rates.prism[round] ?? Number.NaN))))
  return [
    ...rowsOf(`${method}, 10 at once`, ratios, '× Prism', { atLeast: 6 }, { atLeast: 8 }),
    ...rowsOf(`${method}, rate`, ofEach(median), 'per second'),
  ]
}
