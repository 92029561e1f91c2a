import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Difference } from './difference.js'
import { hasUnfinished, versionOf } from './files.js'
import { Progress } from './progress.js'
import { Random } from './random.js'
import type { Script } from './script.js'
import type { State, Step } from './step.js'
import type { WorldTally } from './tally.js'
import type { WorkerReport, WorkerRequest } from './worker.js'

/** Milliseconds that a busy machine may need to start or to end a process. */
const patience = 30_000
const processKills = ['SIGKILL', 'orderly end of a process'] as const

/**
 * Takes the steps of a script in another process, which is killed again and again. When it is killed depends on the machine too.
 *
 * @param worker - The compiled worker.
 * @throws Difference if the world is not as it would be without a restart.
 */
export async function runInProcesses(script: Script, folder: string, tally: WorldTally, worker: string): Promise<void> {
  const progress = new Progress(script, tally)
  const random = new Random(script.seed + 0.5)
  const file = join(folder, 'state.json')
  const start = () => new WorkerProcess(worker, [file, JSON.stringify(script.options), script.durability], progress)
  let started = 0
  for (;;) {
    const process = start()
    try {
      progress.resume(await process.state(), progress.position, started)
      const version = versionOf(file)
      if (progress.isDone) break
      const isOrderly = random.chance(0.15)
      const bursts = nextBursts(progress, random)
      started = progress.position + bursts.flat().length
      process.send({ from: progress.position, bursts })
      if (isOrderly) await process.end(started)
      else await process.kill(progress.position + random.below(started - progress.position + 1), random.below(6))
      if (hasUnfinished(file)) tally.unfinished++
      tally.kill(processKills[isOrderly ? 1 : 0])
      if (!isOrderly && versionOf(file) !== version) tally.merges++
    } finally {
      process.destroy()
    }
  }
}

function nextBursts(progress: Progress, random: Random): (readonly Step[])[] {
  const bursts: (readonly Step[])[] = []
  const end = Math.min(
    progress.script.steps.length,
    progress.position + 1 + random.below(progress.script.isLong ? 80 : 30),
  )
  for (let from = progress.position; from < end; ) {
    const burst = progress.burst(random, from)
    bursts.push(burst)
    from += burst.length
  }
  return bursts
}

class WorkerProcess {
  readonly #child: ChildProcess
  readonly #progress: Progress
  readonly #ended: Promise<unknown>
  readonly #acknowledged = new Set<number>()
  #state: State | undefined
  #failure: Error | undefined
  #onReport: () => void = () => {}

  constructor(worker: string, args: string[], progress: Progress) {
    this.#progress = progress
    this.#child = fork(worker, args, { execArgv: [] })
    this.#ended = once(this.#child, 'exit')
    this.#child.once('exit', () => this.#onReport())
    this.#child.on('message', (report: WorkerReport) => {
      this.#receive(report)
      this.#onReport()
    })
  }

  /** Waits until it has started. */
  async state(): Promise<State> {
    await this.#until(() => this.#state !== undefined, 'start')
    return this.#state as State
  }

  send(request: WorkerRequest): void {
    this.#child.send(request, () => {})
  }

  /** Waits until all steps are taken, and ends it. */
  async end(started: number): Promise<void> {
    await this.#until(() => this.#progress.position >= started, 'take its steps')
    this.send({ from: started, bursts: [] })
    await this.#ended
    if (this.#failure) throw this.#failure
  }

  /** Kills it once some steps are acknowledged, and some milliseconds have passed. */
  async kill(position: number, delay: number): Promise<void> {
    await this.#until(() => this.#progress.position >= position, 'take its steps')
    setTimeout(() => this.#child.kill('SIGKILL'), delay)
    await this.#ended
    if (this.#failure) throw this.#failure
  }

  destroy(): void {
    this.#child.kill('SIGKILL')
  }

  #receive(report: WorkerReport): void {
    if (report.kind === 'started') this.#state = report.state
    else if (report.kind === 'failed') this.#failure ??= new Difference(report.reason)
    else {
      try {
        this.#progress.check(report.number, report.result)
      } catch (error) {
        this.#failure ??= error as Error
      }
      this.#acknowledged.add(report.number)
      while (this.#acknowledged.has(this.#progress.position)) this.#progress.position++
    }
  }

  async #until(isReached: () => boolean, what: string): Promise<void> {
    const timer = setTimeout(() => {
      this.#failure ??= new Difference(`the process did not ${what} within ${patience} ms`)
      this.#onReport()
    }, patience)
    while (!isReached() && !this.#failure) {
      if (this.#child.exitCode !== null) this.#failure = new Difference(`the process ended before it could ${what}`)
      else
        await new Promise<void>((resolve) => {
          this.#onReport = resolve
        })
    }
    clearTimeout(timer)
    if (this.#failure) throw this.#failure
  }
}
