import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from '../../dist/src/sandbox/index.js'
import { listen } from '../../dist/src/sandbox/node/index.js'
import { killRuns } from '../bulk/kill-runs.js'
import { killSeed } from '../bulk/kill-target.js'
import { writeUsers } from '../bulk/rows.js'
import { commandFile, runCommand } from '../bulk/run-command.js'
import type { Address } from '../bulk/start-command.js'
import { median } from '../median.js'
import type { BulkWorld, ResponseCounts } from '../programs/bulk-server.js'
import { interleave } from '../rounds.js'
import { type Goal, type Row, us } from '../row.js'
import { type RunningProgram, runProgram, startProgram } from '../run-program.js'

const rounds = 3
const rowsPerRound = 33_333
const concurrency = 64
/** A rate limit, in requests per second, and the seconds for which it is used. */
const [perSecond, seconds] = [200, 20]
const kills = 20
const million = 1_000_000
const channels = 10

/** Imports and exports through the command, each in a fresh process. */
export async function bulk(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-bench-'))
  try {
    return [
      ...(await measureSpeed(folder)),
      ...(await measureLimit(folder)),
      ...(await measureKills(folder)),
      ...(await measureMemory(folder)),
      ...(await measureExport(folder)),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function row(what: string, value: number, unit: string, goal?: Goal, who = us): Row {
  return { measure: 'bulk', what, who, value, unit, ...(goal && { goal }) }
}

/** Uses a sandbox server in a fresh process. */
async function withServer<Result>(
  world: BulkWorld,
  use: (address: Address, server: RunningProgram<Address>) => Promise<Result>,
): Promise<Result> {
  const server = await startProgram<Address>('bulk-server', [JSON.stringify(world)])
  try {
    return await use(server.ready, server)
  } finally {
    await server.stop()
  }
}

/** Imports a file of users for the first time: a journal of an earlier import would end it at once. */
async function importUsers(file: string, address: Address, ...flags: string[]) {
  await rm(`${file}.journal.ndjson`, { force: true })
  return runCommand(['import', 'users', file, '--concurrency', String(concurrency), ...flags], address)
}

async function measureSpeed(folder: string): Promise<Row[]> {
  const file = join(folder, 'users.csv')
  await writeUsers(file, rowsPerRound)
  // Both times are those of a whole process, from its start to its end.
  const importing = () => withServer({}, async (address) => rowsPerRound / (await importUsers(file, address)).seconds)
  const calling = () =>
    withServer({}, async ({ baseUrl, apiKey }) => {
      const begin = performance.now()
      await runProgram('bare-creates', [], [baseUrl, apiKey, String(concurrency), String(rowsPerRound)])
      return (rowsPerRound * 1000) / (performance.now() - begin)
    })
  const rates = await interleave({ importing, calling }, { rounds, warmUps: 0 })
  const ratios = rates.importing.map((rate, round) => rate / (rates.calling[round] ?? Number.NaN))
  const what = 'import of users, 64 at once'
  return [
    row(what, median(ratios), '× bare calls', { atLeast: 0.9 }),
    row(`${what}, rate`, median(rates.importing), 'per second'),
    row(`${what}, rate`, median(rates.calling), 'per second', undefined, 'bare calls'),
  ]
}

async function measureLimit(folder: string): Promise<Row[]> {
  const file = join(folder, 'limited.csv')
  await writeUsers(file, perSecond * seconds)
  const counts = await withServer({ perSecond }, async (address, server) => {
    await importUsers(file, address, '--rate', `${perSecond}/s`)
    return server.ask<ResponseCounts>('counts')
  })
  // Whole seconds: an import may begin with a burst, and its last second has the rest.
  const whole = counts.slice(1, -1)
  const used = whole.reduce((sum, { accepted }) => sum + accepted, 0) / (whole.length * perSecond)
  const limited = counts.slice(1).reduce((sum, second) => sum + second.limited, 0)
  return [
    row(`limit of ${perSecond} per second, used`, used, '× limit', { atLeast: 0.97 }),
    row(`limit of ${perSecond} per second, after a second`, limited, '429s', { atMost: 0 }),
  ]
}

async function measureKills(folder: string): Promise<Row[]> {
  const seed = Math.floor(Math.random() * 2 ** 32)
  const { lost, doubled, unreported, parked, problems } = await killRuns({
    command: commandFile,
    async open() {
      const sandbox = createSandbox({ seed: killSeed })
      const server = await listen(sandbox)
      return { sandbox, ...server.connection(), close: () => server.close() }
    },
    folder,
    runs: kills,
    seed,
  })
  console.error(`kills with the seed ${seed}`)
  for (const problem of problems) console.error(problem)
  const none = { atMost: 0 }
  return [
    row(`${kills} killed imports, lost`, lost, 'rows', none),
    row(`${kills} killed imports, doubled`, doubled, 'rows', none),
    row(`${kills} killed imports, unknown and not named`, unreported, 'rows', none),
    row(`${kills} killed imports, unknown and named`, parked, 'rows'),
  ]
}

/** Measures an import of a million users into a server that accepts each at once. */
async function measureMemory(folder: string): Promise<Row[]> {
  const file = join(folder, 'million.csv')
  await writeUsers(file, million)
  const server = await startProgram<number>('server')
  try {
    const address = { baseUrl: `http://127.0.0.1:${server.ready}/v1/app`, apiKey: 'k' }
    const { peak, samples } = await importUsers(file, address)
    const third = samples.length / 3
    const highest = (from: number, to?: number) => Math.max(...samples.slice(from, to))
    const growth = highest(2 * third) / highest(third, 2 * third)
    return [
      row('import of 1,000,000 users, memory', peak, 'MB at most', { atMost: 150 }),
      row('import of 1,000,000 users, last third', growth, '× middle third', { atMost: 1.1 }),
    ]
  } finally {
    await server.stop()
    await rm(file)
    await rm(`${file}.journal.ndjson`, { force: true })
  }
}

/** Measures what reading ahead is worth, and what the export as it is by default is worth over a network. */
async function measureExport(folder: string): Promise<Row[]> {
  const exporting = async (address: Address, ...flags: string[]) => {
    const target = join(folder, 'export')
    const result = await runCommand(['export', target, ...flags], address)
    await rm(target, { recursive: true })
    return result
  }
  /** Exports with flags and with other ones, in an order in which a server that becomes faster or slower is no advantage for either. */
  const compare = (world: BulkWorld, flags: readonly string[], others: readonly string[]) =>
    withServer({ channels, ...world }, async (address) => {
      const runs: { seconds: number; peak: number }[] = []
      for (const each of [others, flags, flags, others]) runs.push(await exporting(address, ...each))
      const [first, second, third, last] = runs.map(({ seconds }) => seconds) as [number, number, number, number]
      return { faster: (first + last) / (second + third), peak: Math.max(...runs.map(({ peak }) => peak)) }
    })
  // One list at a time: several overlap their requests without read-ahead, too.
  const one = ['--concurrency', '1']
  const ahead = await compare({ messages: million / channels }, one, [...one, '--read-ahead', '0'])
  const far = { messages: million / channels / 10, latency: 3 }
  const whole = await compare(far, [], [...one, '--read-ahead', '0'])
  return [
    row('export of 1,000,000 messages', ahead.faster, '× as fast as without read-ahead', { atLeast: 1.6 }),
    row('export of 1,000,000 messages, memory', ahead.peak, 'MB at most'),
    row('export of 100,000 messages, 3 ms a response', whole.faster, '× as fast as one list at a time', {
      atLeast: 1.6,
    }),
  ]
}
