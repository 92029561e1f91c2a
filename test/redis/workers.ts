import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createSandbox, type Sandbox, type SandboxRateLimit } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'
import type { Line, Work } from './work.js'

const program = fileURLToPath(new URL('worker.ts', import.meta.url))

/** A request that the server has received. Its worker is a number from 1. */
export interface Arrival {
  time: number
  status: number | null
  worker: number
}

export interface Workers {
  sandbox: Sandbox
  /** In the order in which they came. */
  arrivals: readonly Arrival[]
  errors: readonly string[]
  until(condition: () => boolean): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

interface Options {
  rateLimit?: SandboxRateLimit
  /** What each worker does; by default a rate of 200, and 16 calls. */
  workers: readonly Partial<Work>[]
  port: number
}

/** Starts processes that send requests to a sandbox, all at the same time. */
export async function startWorkers({ rateLimit, workers, port }: Options): Promise<Workers> {
  const sandbox = createSandbox({ rateLimit })
  const server = await listen(sandbox)
  const arrivals: Arrival[] = []
  const errors: string[] = []
  sandbox.journal.listen(({ time, status, url }) => {
    const worker = Number(/limit=(\d+)/.exec(url)?.[1])
    arrivals.push({ time: Date.parse(time), status, worker })
  })
  const children = await Promise.all(
    workers.map(async (given, index) => {
      const work: Work = {
        port,
        name: 'test',
        rate: 200,
        baseUrl: server.baseUrl(),
        calls: 16,
        limit: index + 1,
        ...given,
      }
      const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(work)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const lines = createInterface({ input: child.stdout })
      const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit')])
      if (line !== '') throw new Error(`a worker ended: ${line}`)
      lines.on('line', (line) => errors.push((JSON.parse(line) as Line).error))
      return child
    }),
  )
  for (const child of children) child.stdin.write('\n')
  return {
    sandbox,
    arrivals,
    errors,
    until: (condition) => until(condition),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(
        children.map(async (child) => {
          if (child.exitCode !== null) return
          child.stdin.end()
          await once(child, 'exit')
        }),
      )
      await server.close()
    },
  }
}

/** Waits for a condition, or fails after 30 s. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 30_000
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not within 30 s: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The most requests in any second. */
export function mostInASecond(arrivals: readonly Arrival[]): number {
  const times = arrivals.map(({ time }) => time).sort((a, b) => a - b)
  return Math.max(...times.map((first, index) => times.slice(index).filter((time) => time < first + 1000).length))
}
