import { Difference, firstDifference, plain } from './difference.js'
import type { Random } from './random.js'
import type { Script } from './script.js'
import { keepsOrder, nameOf, type Result, type State, type Step } from './step.js'
import type { WorldTally } from './tally.js'

const longestBurst = 8

/** How far a world has come in its script. */
export class Progress {
  readonly script: Script
  readonly tally: WorldTally
  readonly #states = new Map<number, State>()
  /** The number of steps that have been taken. */
  position = 0

  constructor(script: Script, tally: WorldTally) {
    this.script = script
    this.tally = tally
  }

  get isDone(): boolean {
    return this.position >= this.script.steps.length
  }

  /** Returns the next steps that may be started together. */
  burst(random: Random, from = this.position): readonly Step[] {
    const { steps } = this.script
    const limit = from + 1 + random.below(longestBurst)
    let end = from + 1
    if (steps[from] && keepsOrder(steps[from]))
      while (end < limit && steps[end] && keepsOrder(steps[end] as Step)) end++
    return steps.slice(from, end)
  }

  /** @throws Difference if the result of a step is not that of the script. */
  check(number: number, result: Result): void {
    const step = this.script.steps[number] as Step
    this.tally.step(nameOf(step), result.status)
    const difference = firstDifference(plain(this.script.results[number]), plain(result))
    if (difference) throw new Difference(`step ${number}, ${nameOf(step)}: ${difference}`)
  }

  /**
   * Continues after a restart, from the step that follows from the state.
   *
   * @param acknowledged - The number of steps that ended before the restart.
   * @param started - The number of steps that were started.
   * @throws Difference if the state is not that after the acknowledged steps, and any of those in flight.
   */
  resume(state: State, acknowledged: number, started: number): void {
    const received = plain(state)
    const isAfter = (number: number) => firstDifference(this.#state(number), received) === undefined
    this.tally.inFlight += started - acknowledged
    for (this.position = acknowledged; this.position <= started; this.position++) if (isAfter(this.position)) return
    let last = acknowledged - 1
    while (last >= 0 && !isAfter(last)) last--
    if (last >= 0) this.tally.lost += acknowledged - last
    const at = started > acknowledged ? `${acknowledged} to ${started}` : `${acknowledged}`
    const found = last >= 0 ? `the state is that after ${last}` : firstDifference(this.#state(acknowledged), received)
    throw new Difference(`restart after ${at} steps, the last of them ${this.#names(acknowledged, started)}: ${found}`)
  }

  /** Returns the state after a number of steps. */
  #state(number: number): State {
    const state = this.#states.get(number) ?? plain(this.script.states[number] as State)
    this.#states.set(number, state)
    return state
  }

  #names(acknowledged: number, started: number): string {
    return this.script.steps
      .slice(Math.max(0, acknowledged - 1), started)
      .map(nameOf)
      .join(', ')
  }
}
