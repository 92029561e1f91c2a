import { mkdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import { keepIn, type Store } from '../../../src/sandbox/node/index.js'
import { Difference } from './difference.js'
import { addUnfinished, copyAll, cutLog, hasUnfinished, logOf, replaceSnapshot, versionOf } from './files.js'
import { Progress } from './progress.js'
import { Random } from './random.js'
import type { Script } from './script.js'
import { type Step, stateOf, takeStep } from './step.js'
import type { WorldTally } from './tally.js'

/** The moments at which worlds are killed, with their weights. */
const killWeights = {
  'between changes': 2,
  'before the response': 4,
  'in a burst': 4,
  'in a record': 4,
  'at the end of a merge': 2,
  'in a merge': 2,
  'after the end': 2,
}
type Kill = keyof typeof killWeights
export const copyKills = Object.keys(killWeights) as Kill[]

/** The file that a restart loads, with the least and the most steps that it can contain. */
interface Restart {
  readonly file: string
  readonly acknowledged: number
  readonly started: number
}

/**
 * Takes the steps of a script in this process. To kill it, its files are copied at that moment, and the world goes on from the
 * copy.
 *
 * @throws Difference if the world is not as it would be without a restart.
 */
export async function runInCopies(script: Script, folder: string, tally: WorldTally): Promise<void> {
  const world = new CopiedWorld(script, folder, tally)
  await world.run()
}

class CopiedWorld {
  readonly #progress: Progress
  readonly #folder: string
  readonly #random: Random
  /** The most steps from one restart to the next. */
  readonly #longestRun: number
  #copies = 0
  #file: string
  #version = ''
  #sandbox!: Sandbox
  #store: Store | undefined
  #failure: Difference | undefined

  constructor(script: Script, folder: string, tally: WorldTally) {
    this.#progress = new Progress(script, tally)
    this.#folder = folder
    this.#random = new Random(script.seed + 0.5)
    this.#longestRun = script.isLong ? 60 : (this.#random.pick([3, 8, 30]) ?? 0)
    this.#file = join(this.#nextFolder(), 'state.json')
    mkdirSync(dirname(this.#file))
  }

  async run(): Promise<void> {
    try {
      await this.#run()
    } finally {
      await this.#store?.close()
    }
  }

  async #run(): Promise<void> {
    const progress = this.#progress
    await this.#start({ file: this.#file, acknowledged: 0, started: 0 })
    while (!progress.isDone) {
      const end = progress.position + this.#random.below(this.#longestRun)
      while (progress.position < end && !progress.isDone) await this.#take(progress.burst(this.#random))
      const kill = this.#random.weighted(killWeights)
      const restart = await this.#kills[kill]()
      progress.tally.kill(kill)
      await this.#start(restart)
    }
  }

  readonly #kills: Record<Kill, () => Promise<Restart>> = {
    'between changes': () => this.#abandon(this.#copy(), this.#progress.position),
    'before the response': async () => {
      const { position } = this.#progress
      const burst = this.#progress.burst(this.#random)
      let changes = this.#random.below(burst.length) + 1
      let restart: Restart | undefined
      const unsubscribe = this.#sandbox.onChange(() => {
        if (--changes === 0) restart = this.#copied(position, burst.length)
      })
      await this.#take(burst)
      unsubscribe()
      restart ??= this.#copied(this.#progress.position, 0)
      return this.#abandon(restart.file, restart.acknowledged, restart.started)
    },
    'in a burst': async () => {
      const { position } = this.#progress
      const burst = this.#progress.burst(this.#random)
      const taken = this.#take(burst)
      taken.catch(() => {})
      const turns = this.#random.below(this.#random.pick([3, 20, 200]) ?? 0)
      const wait = this.#random.chance(0.3) ? () => Promise.resolve() : () => turn()
      for (let count = 0; count < turns && !hasUnfinished(this.#file); count++) await wait()
      const restart = this.#copied(this.#progress.position, position + burst.length - this.#progress.position)
      await taken
      return this.#abandon(restart.file, restart.acknowledged, restart.started)
    },
    'in a record': async () => {
      const { position } = this.#progress
      const before = logOf(this.#file)
      await this.#take(this.#progress.burst(this.#random).slice(0, 1))
      const file = this.#copy()
      if (logOf(this.#file).id === before.id) cutLog(file, before.size, this.#random)
      return this.#abandon(file, position, this.#progress.position)
    },
    'at the end of a merge': async () => {
      const file = this.#copy()
      await this.#store?.close()
      replaceSnapshot(file, this.#file)
      return this.#abandon(file, this.#progress.position)
    },
    'in a merge': async () => {
      const file = this.#copy()
      await this.#store?.close()
      addUnfinished(file, this.#file, this.#random)
      return this.#abandon(file, this.#progress.position)
    },
    'after the end': async () => {
      await this.#store?.close()
      return this.#abandon(this.#copy(), this.#progress.position)
    },
  }

  /** Takes steps at once, which are acknowledged in their order. */
  async #take(steps: readonly Step[]): Promise<void> {
    const progress = this.#progress
    const first = progress.position
    const ended = new Set<number>()
    await Promise.all(
      steps.map(async (step, index) => {
        progress.check(first + index, await takeStep(this.#sandbox, step))
        ended.add(first + index)
        while (ended.has(progress.position)) progress.position++
      }),
    )
    // A merge in the background goes on while the process waits.
    if (progress.script.isLong) for (let turns = this.#random.below(60); turns > 0; turns--) await turn()
    if (this.#failure) throw this.#failure
    const version = versionOf(this.#file)
    if (version !== this.#version) progress.tally.merges++
    this.#version = version
  }

  #nextFolder(): string {
    return join(this.#folder, String(this.#copies++))
  }

  #copy(): string {
    return copyAll(this.#file, this.#nextFolder())
  }

  #copied(acknowledged: number, inFlight: number): Restart {
    return { file: this.#copy(), acknowledged, started: acknowledged + inFlight }
  }

  /** Closes the sandbox whose files were copied. The world goes on from the copy. */
  async #abandon(file: string, acknowledged: number, started = acknowledged): Promise<Restart> {
    await this.#store?.close()
    await rm(dirname(this.#file), { recursive: true })
    return { file, acknowledged, started }
  }

  async #start({ file, acknowledged, started }: Restart): Promise<void> {
    this.#sandbox = createSandbox(this.#progress.script.options)
    const isUnfinished = hasUnfinished(file)
    try {
      // Throws if it is not whole.
      if (this.#copies > 1) JSON.parse(readFileSync(file, 'utf8'))
      this.#store = await keepIn(
        file,
        this.#sandbox,
        (error) => {
          this.#failure ??= new Difference(`a change could not be saved: ${error}`)
        },
        { durability: this.#progress.script.durability },
      )
    } catch (error) {
      throw new Difference(`restart after ${acknowledged} steps: ${error}`)
    }
    this.#file = file
    if (isUnfinished) this.#progress.tally.unfinished++
    this.#version = versionOf(file)
    this.#progress.resume(stateOf(this.#sandbox), acknowledged, started)
  }
}
