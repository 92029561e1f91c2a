import { useState } from 'preact/hooks'

/** An action of a button or a form: whether it runs, and why it last failed. */
export interface Action {
  readonly isRunning: boolean
  readonly error: string | undefined
  /** Runs a function. An error becomes the text of the action. */
  run(work: () => Promise<unknown>): Promise<void>
}

/** Keeps the state of an action. */
export function useAction(): Action {
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<string>()
  const run = async (work: () => Promise<unknown>) => {
    setRunning(true)
    setError(undefined)
    try {
      await work()
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem))
    } finally {
      setRunning(false)
    }
  }
  return { isRunning, error, run }
}
