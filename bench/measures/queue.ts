import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { enqueue, listRows, readStatus } from '../../dist/src/bulk/bullmq/index.js'
import { Random } from '../../scripts/soak/sandbox/random.js'
import { type RedisServer, startRedisServer } from '../bulk/redis-server.js'
import { watchMemory } from '../bulk/resident.js'
import { messageOf, writeUsers } from '../bulk/rows.js'
import { commandFile, runCommand } from '../bulk/run-command.js'
import { type Address, startCommand } from '../bulk/start-command.js'
import type { Arrival } from '../programs/queue-server.js'
import type { QueueWork } from '../programs/queue-worker.js'
import { type Goal, type Row, us } from '../row.js'
import { type RunningProgram, startProgram } from '../run-program.js'

const perSecond = 200
const processes = 4
/** Seconds of the run that has a whole minute after the slow start, and of each run with a kill. */
const [long, short] = [66, 20]
const runs = 20
const takeover = 1_000
const million = 1_000_000

/** Sends rows from several processes with one rate limit, through Redis. */
export async function queue(): Promise<Row[]> {
  return [...(await measureLimit()), ...(await measurePause()), ...(await measureKills()), ...(await measureMemory())]
}

function row(what: string, value: number, unit: string, goal?: Goal): Row {
  return { measure: 'queue', what, who: us, value, unit, ...(goal && { goal }) }
}

interface Setting {
  connection: string
  server: RunningProgram<Address>
  startWorker(rate?: number): Promise<RunningProgram<unknown>>
}

/** Uses a Redis and a sandbox server in processes of their own. */
async function withServers<Result>(use: (setting: Setting) => Promise<Result>): Promise<Result> {
  const redis: RedisServer = await startRedisServer('appendonly', 'yes', 'appendfsync', 'always')
  const server = await startProgram<Address>('queue-server', [String(perSecond)])
  const workers: RunningProgram<unknown>[] = []
  const connection = `redis://127.0.0.1:${redis.port}`
  try {
    return await use({
      connection,
      server,
      async startWorker(rate = perSecond) {
        const work: QueueWork = { ...server.ready, connection, rate, takeover }
        const worker = await startProgram('queue-worker', [JSON.stringify(work)])
        workers.push(worker)
        return worker
      },
    })
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()))
    await server.stop()
    await redis[Symbol.asyncDispose]()
  }
}

async function isFinished(connection: string): Promise<boolean> {
  const { jobs } = await readStatus(connection)
  return jobs.every((job) => job.isFinished)
}

async function untilFinished(connection: string): Promise<void> {
  while (!(await isFinished(connection))) await wait(200)
}

/** Returns how much of the limit was used, from the third second to the last whole one in which rows were left for all. */
function usedOf(arrivals: readonly Arrival[], rows: number): number {
  const accepted = arrivals.filter(([, isAccepted]) => isAccepted).map(([time]) => time)
  const [first = 0] = accepted
  const from = first + 2_000
  const to = accepted[Math.floor(rows * 0.9)] ?? accepted.at(-1) ?? 0
  return (accepted.filter((time) => time >= from && time < to).length * 1000) / ((to - from) * perSecond)
}

/** Returns the most requests in any window of a length in milliseconds. */
function mostIn(arrivals: readonly Arrival[], length: number): number {
  let most = 0
  let first = 0
  for (const [index, [time]] of arrivals.entries()) {
    while ((arrivals[first]?.[0] ?? 0) <= time - length) first++
    most = Math.max(most, index - first + 1)
  }
  return most
}

async function measureLimit(): Promise<Row[]> {
  return withServers(async ({ connection, server, startWorker }) => {
    const workers = await Promise.all(Array.from({ length: processes }, () => startWorker()))
    const rows = perSecond * long
    await enqueue({ connection, job: 'limit', total: rows })
    await untilFinished(connection)
    const arrivals = await server.ask<Arrival[]>('arrivals')
    const sent = await Promise.all(workers.map((worker) => worker.ask<number>('sent')))
    const fair = rows / processes
    const limited = arrivals.filter(([, isAccepted]) => !isAccepted).length
    const what = `${processes} processes, ${perSecond} per second`
    return [
      row(`${what}, used`, usedOf(arrivals, rows), '× limit', { atLeast: 0.97 }),
      row(`${what}, rejected`, limited, '429s', { atMost: 0 }),
      row(`${what}, most in 60 s`, mostIn(arrivals, 60_000) / (perSecond * 60), '× limit', { atMost: 1.01 }),
      row(`${what}, least share`, Math.min(...sent) / fair, '× fair', { atLeast: 0.75 }),
      row(`${what}, greatest share`, Math.max(...sent) / fair, '× fair', { atMost: 1.25 }),
    ]
  })
}

/** Measures how long requests arrive after the first 429 of processes whose rate is above the limit. */
async function measurePause(): Promise<Row[]> {
  return withServers(async ({ connection, server, startWorker }) => {
    await Promise.all(Array.from({ length: processes }, () => startWorker(2 * perSecond)))
    const rows = perSecond * 5
    await enqueue({ connection, job: 'pause', total: rows })
    await untilFinished(connection)
    const arrivals = await server.ask<Arrival[]>('arrivals')
    const [rejected = 0] = arrivals.find(([, isAccepted]) => !isAccepted) ?? []
    // The server asks for a wait until its next second begins.
    const during = arrivals.map(([time]) => time).filter((time) => time >= rejected && time < rejected + 500)
    const last = Math.max(...during) - rejected
    return [row(`${processes} processes, last request after the first 429`, last, 'ms', { atMost: 50 })]
  })
}

async function measureKills(): Promise<Row[]> {
  const seed = Math.floor(Math.random() * 2 ** 32)
  console.error(`kills of workers with the seed ${seed}`)
  const random = new Random(seed)
  const found = { lost: 0, doubled: 0, unreported: 0, parked: 0 }
  const used: Record<string, number[]> = {}
  for (let number = 0; number < runs; number++) {
    const count = number % 2 === 0 ? 1 : processes
    const result = await killRun(count, random)
    for (const name of Object.keys(found) as (keyof typeof found)[]) found[name] += result[name]
    const rates = used[count] ?? []
    rates.push(result.used)
    used[count] = rates
  }
  const mean = (values: readonly number[] = []) => values.reduce((sum, value) => sum + value, 0) / values.length
  const what = `${runs} runs with killed workers`
  const none = { atMost: 0 }
  return [
    row(`${what}, lost`, found.lost, 'rows', none),
    row(`${what}, doubled`, found.doubled, 'rows', none),
    row(`${what}, unknown and not named`, found.unreported, 'rows', none),
    row(`${what}, unknown and named`, found.parked, 'rows'),
    row(`${what}, 1 process, used`, mean(used[1]), '× limit', { atLeast: 0.94 }),
    row(`${what}, ${processes} processes, used`, mean(used[processes]), '× limit', { atLeast: 0.94 }),
  ]
}

/** Kills a worker at a random moment, starts another one, and compares the world with the rows. */
async function killRun(count: number, random: Random) {
  return withServers(async ({ connection, server, startWorker }) => {
    const workers = await Promise.all(Array.from({ length: count }, () => startWorker()))
    const rows = perSecond * short
    await enqueue({ connection, job: 'kills', total: rows })
    await wait(2_000 + random.below((short - 5) * 1_000))
    // As a supervisor does, which has another one ready.
    const [killed] = workers
    await Promise.all([killed?.stop(), startWorker()])
    await untilFinished(connection)
    const arrivals = await server.ask<Arrival[]>('arrivals')
    const counts = new Map<string, number>()
    for (const body of await server.ask<string[]>('bodies')) counts.set(body, (counts.get(body) ?? 0) + 1)
    const parked = new Set<number>()
    for await (const ended of listRows({ connection, job: 'kills' }, 'parked')) parked.add(ended.row)
    const result = { lost: 0, doubled: 0, unreported: 0, parked: parked.size, used: usedOf(arrivals, rows) }
    const { jobs } = await readStatus(connection)
    const done = jobs[0]?.done ?? 0
    for (let index = 0; index < rows; index++) {
      const times = counts.get(messageOf(index + 1).body) ?? 0
      if (times > 1) result.doubled++
      if (times === 0 && !parked.has(index)) result.lost++
    }
    // Every row that is not done is named.
    result.unreported = rows - done - parked.size
    return result
  })
}

/** Measures the queue of a million users, and two workers that send them to a server that accepts each at once. */
async function measureMemory(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-bench-'))
  const redis = await startRedisServer()
  const server = await startProgram<number>('server')
  const connection = `redis://127.0.0.1:${redis.port}`
  const client = new Redis(connection)
  const bytes = async () => Number(/^used_memory:(\d+)/m.exec(await client.info('memory'))?.[1])
  try {
    const file = join(folder, 'million.csv')
    await writeUsers(file, million)
    const address = { baseUrl: `http://127.0.0.1:${server.ready}/v1/app`, apiKey: 'k' }
    const before = await bytes()
    const added = await runCommand(['import', 'users', file, '--queue', '--redis', connection], address)
    const queued = await bytes()
    const workers = [1, 2].map(() => {
      const { child, ended } = startCommand(commandFile, ['worker', '--redis', connection], address)
      return { child, ended, memory: watchMemory(child) }
    })
    await untilFinished(connection)
    const peak = Math.max(...workers.map(({ memory }) => memory().peak))
    for (const { child } of workers) child.kill('SIGTERM')
    await Promise.all(workers.map(({ ended }) => ended))
    const after = await bytes()
    return [
      row('import --queue of 1,000,000 users, memory', added.peak, 'MB at most', { atMost: 150 }),
      row('worker of 1,000,000 users, memory', peak, 'MB at most', { atMost: 150 }),
      row('Redis with 1,000,000 rows, enqueued', (queued - before) / million, 'bytes a row', { atMost: 50 }),
      row('Redis with 1,000,000 rows, done', (after - before) / million, 'bytes a row', { atMost: 50 }),
    ]
  } finally {
    client.disconnect()
    await server.stop()
    await redis[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  }
}
