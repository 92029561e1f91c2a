import { fork } from 'node:child_process'
import { getEventListeners, once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createSceyt, type Fetch } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { type Check, compare } from './compare.js'
import { Lane } from './lane.js'
import { Ledger } from './ledger.js'
import { heapUsed, leftovers, openResources } from './leftovers.js'
import type { Evidence, ServerOptions, Started } from './server.js'
import { Tally } from './tally.js'

/** The options of a soak. */
export interface SoakOptions {
  seed: number
  /** Number of calls. */
  operations: number
  /** Maximum number of calls in flight. */
  concurrency: number
  /** Share of requests with a fault, from 0 to 1. */
  rate: number
  /** Milliseconds after which the calls that are still in flight are aborted. */
  limit: number
  /** Called about twenty times. */
  onProgress?: ((tally: Tally) => void) | undefined
  /** Wraps the `fetch` of every client, so that a test can falsify responses. */
  wrap?: ((fetch: Fetch) => Fetch) | undefined
}

/** The result of a soak. */
export interface SoakResult {
  tally: Tally
  evidence: Evidence
  checks: Check[]
  /** Bytes by which the heap grew after the first quarter. */
  growth: number
}

/** Bytes by which the heap may grow: what Node itself compiles and caches later on. */
const allowedGrowth = 4_000_000
/** Number of clients that share the calls: each pauses as a whole after a 429. */
const clients = 8
/** Milliseconds that one attempt may take, and so the cost of a stall. */
const timeout = 1_000
/** Milliseconds that a busy machine may need to close connections. */
const patience = 15_000

/** Makes many calls to a server with faults, and then compares how they ended with the state of the sandbox. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { seed, operations, concurrency, rate, limit, onProgress, wrap = (fetch) => fetch } = options
  const warnings: string[] = []
  const onWarning = ({ name, message }: Error) => warnings.push(`${name}: ${message}`)
  process.on('warning', onWarning)
  const server = await startServer({ seed, rate, lanes: concurrency })
  const before = openResources()
  const tally = new Tally(operations, onProgress)
  const ledger = new Ledger(operations)
  const controller = new AbortController()
  const { signal } = controller
  const timer = setTimeout(() => controller.abort(new Error(`The soak took longer than ${limit} ms.`)), limit)
  try {
    const pooled = pooledFetch({ connections: 32 })
    const fetches = [wrap((url, init) => fetch(url, init)), wrap(pooled)]
    const sceyts = Array.from({ length: clients }, (_none, number) =>
      createSceyt({
        ...server.started,
        timeout,
        hooks: { onRetry: () => tally.retries++ },
        fetch: fetches[number % 2],
      }),
    )
    const lanes = Array.from({ length: concurrency }, (_none, number) => {
      const sceyt = sceyts[number % clients] as (typeof sceyts)[number]
      return new Lane({ number, seed, sceyt, signal, ledger, onEnd: (kind, error) => tally.count(kind, error) })
    })
    const run = (from: number, to: number) =>
      Promise.all(
        lanes.map(async (lane, number) => {
          for (let call = number; call < to; call += lanes.length)
            if (call >= from && !signal.aborted) await lane.run(call)
        }),
      )
    const quarter = Math.ceil(operations / 4)
    await run(0, quarter)
    const early = await heapUsed()
    await run(quarter, operations)
    const growth = (await heapUsed()) - early
    const listeners = getEventListeners(signal, 'abort').length
    await pooled.close()
    await closeGlobalAgent()
    clearTimeout(timer)
    // While the server still runs, since its end would close what the client keeps open.
    const left = await leftovers(before, patience)
    const evidence = await server.end()
    if (evidence.connections > 0) left.push(`${evidence.connections} connections, as seen by the server`)
    if (listeners > 0) left.push(`${listeners} listeners on the signal that all calls shared`)
    const grown = `it grew by ${megabytes(growth)} after the first quarter`
    const checks: Check[] = [
      ...compare(seed, ledger, evidence),
      { name: 'no timer, socket or listener is left, and no warning was printed', broken: [...left, ...warnings] },
      { name: 'the heap does not grow', broken: growth > allowedGrowth ? [grown] : [] },
      { name: 'it ended in time', broken: signal.aborted ? [String(signal.reason)] : [] },
    ]
    return { tally, evidence, growth, checks }
  } finally {
    clearTimeout(timer)
    process.off('warning', onWarning)
    server.kill()
  }
}

/** Starts the sandbox in a process of its own. */
async function startServer(options: ServerOptions) {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [JSON.stringify(options)], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    execArgv: ['--import', 'tsx'],
  })
  const failure = new AbortController()
  child.once('exit', (code) => failure.abort(new Error(`The server process ended with ${code}.`)))
  const nextMessage = async () => ((await once(child, 'message', { signal: failure.signal })) as unknown[])[0]
  return {
    started: (await nextMessage()) as Started,
    /** Ends the process, which reports what it saw. */
    async end(): Promise<Evidence> {
      child.send(patience)
      return (await nextMessage()) as Evidence
    },
    kill: () => void child.kill(),
  }
}

/** Closes the connections of Node's own `fetch`, which has no option for it. */
async function closeGlobalAgent(): Promise<void> {
  interface Agent {
    close(): Promise<void>
    constructor: new () => Agent
  }
  const place = globalThis as { [key: symbol]: Agent | undefined }
  const agents = new Set<Agent>()
  for (const version of [1, 2]) {
    const key = Symbol.for(`undici.globalDispatcher.${version}`)
    const agent = place[key]
    // Node 26 has a wrapper under the first key, for earlier versions of undici.
    if (agent?.constructor.name !== 'Agent') continue
    agents.add(agent)
    // A closed agent accepts no more calls, and the process may go on to make some.
    place[key] = new agent.constructor()
  }
  for (const agent of agents) await agent.close()
}

/** Formats bytes as MB. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`
}
