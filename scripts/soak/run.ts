import { getEventListeners } from 'node:events'
import type { Fetch } from '../../src/index.js'
import { type Check, compare } from './checks.js'
import { createClients } from './clients.js'
import { startServer } from './fork.js'
import { heapUsed } from './heap.js'
import { Lane } from './lane.js'
import { Ledger } from './ledger.js'
import { busy, leftovers } from './leftovers.js'
import type { Evidence } from './server.js'
import { Tally } from './tally.js'

/** What a soak is like. */
export interface SoakOptions {
  seed: number
  /** How many calls are made. */
  operations: number
  /** How many of them are under way at once. */
  concurrency: number
  /** Share of requests with a fault, from 0 to 1. */
  rate: number
  /** Milliseconds after which whatever is still under way is broken off. */
  limit: number
  /** Told now and then how far it is. */
  progress?: ((tally: Tally) => void) | undefined
  /** Wraps the `fetch` of every client, so that a test can have it lie. */
  wrap?: ((fetch: Fetch) => Fetch) | undefined
}

/** What came of a soak. */
export interface SoakResult {
  tally: Tally
  evidence: Evidence
  checks: Check[]
  /** Bytes by which the heap grew after the first quarter. */
  growth: number
}

/** Bytes by which the heap may grow: what Node itself compiles and caches later on. */
const allowedGrowth = 4_000_000

/** Makes many calls through a proxy that fails, and then compares what the callers were told with what the sandbox has. */
export async function soak({
  seed,
  operations,
  concurrency,
  rate,
  limit,
  progress,
  wrap,
}: SoakOptions): Promise<SoakResult> {
  const warnings: string[] = []
  const warn = ({ name, message }: Error) => warnings.push(`${name}: ${message}`)
  process.on('warning', warn)
  const server = await startServer({ seed, rate, lanes: concurrency })
  const before = busy()
  const tally = new Tally(operations, progress)
  const ledger = new Ledger(operations)
  const end = new AbortController()
  const { signal } = end
  const hardLimit = setTimeout(() => end.abort(new Error(`The soak took longer than ${limit} ms.`)), limit)
  try {
    const clients = createClients({ ...server, wrap, hooks: { onRetry: () => tally.retries++ } })
    const lanes = Array.from({ length: concurrency }, (_none, number) => {
      const sceyt = clients.all[number % clients.all.length]
      if (!sceyt) throw new RangeError('There is no client.')
      return new Lane({ number, seed, sceyt, signal, ledger, watch: (kind, error) => tally.count(kind, error) })
    })
    const run = (from: number, to: number) =>
      Promise.all(
        lanes.map(async (lane, number) => {
          for (let operation = number; operation < to; operation += lanes.length)
            if (operation >= from && !signal.aborted) await lane.run(operation)
        }),
      )
    const quarter = Math.ceil(operations / 4)
    await run(0, quarter)
    const early = await heapUsed()
    await run(quarter, operations)
    const growth = (await heapUsed()) - early
    const listeners = getEventListeners(signal, 'abort').length
    await clients.close()
    clearTimeout(hardLimit)
    // While the other side still runs, since its end would close what the client keeps open.
    const left = await leftovers(before)
    const evidence = await server.end()
    if (evidence.connections > 0) left.push(`${evidence.connections} connections, as the proxy sees it`)
    if (listeners > 0) left.push(`${listeners} listeners on the signal that all calls shared`)
    return {
      tally,
      evidence,
      growth,
      checks: [
        ...compare(seed, ledger, evidence),
        { name: 'no timer, socket or listener is left, and nothing was warned of', broken: [...left, ...warnings] },
        {
          name: 'the heap does not grow',
          broken: growth > allowedGrowth ? [`it grew by ${megabytes(growth)} after the first quarter`] : [],
        },
        { name: 'it ended in time', broken: signal.aborted ? [String(signal.reason)] : [] },
      ],
    }
  } finally {
    clearTimeout(hardLimit)
    process.off('warning', warn)
    server.kill()
  }
}

/** Bytes, for people. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`
}
