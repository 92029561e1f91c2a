/** Counts the steps and restarts of the worlds of a soak. */
export class WorldTally {
  worlds = 0
  steps = 0
  /** Steps that were started and not acknowledged before a restart, so that they may have been taken or not. */
  inFlight = 0
  /** How often the snapshot was replaced while the sandbox was in use. */
  merges = 0
  /** Restarts that found a file that was being written. */
  unfinished = 0
  /** Acknowledged changes that were missing after a restart. */
  lost = 0
  readonly kills = new Map<string, number>()
  /** How often each step succeeded, by its name. */
  readonly succeeded = new Map<string, number>()
  /** How each world that failed differs, with its seed. */
  readonly differences: string[] = []

  kill(kind: string): void {
    this.kills.set(kind, (this.kills.get(kind) ?? 0) + 1)
  }

  step(name: string, status: number): void {
    this.steps++
    if (status < 300) this.succeeded.set(name, (this.succeeded.get(name) ?? 0) + 1)
  }

  get restarts(): number {
    return [...this.kills.values()].reduce((sum, count) => sum + count, 0)
  }
}
