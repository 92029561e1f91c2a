import type { Site } from './check.js'

/** A runtime to run the suite in. */
export interface Runtime {
  name: string
  version(): Promise<string>
  run(suite: SuiteRun): Promise<void>
}

/** One run of the suite in one runtime. */
export interface SuiteRun {
  site: Site
  /** The folder of the built programs. */
  programs: string
  /** Receives each finding, as a line of JSON. */
  report(line: string): void
  /** Stops the runtime. */
  signal: AbortSignal
}
