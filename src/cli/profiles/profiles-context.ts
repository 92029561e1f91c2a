import type { Ask } from '../ask.js'

/** What a command about profiles works with. */
export interface ProfilesContext {
  environment: NodeJS.ProcessEnv
  ask: Ask
  /** Prints data, to stdout. */
  print(text: string): Promise<void>
  /** Prints what is no data, to stderr. */
  note(text: string): void
}
