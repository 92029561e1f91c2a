/** A process with a sandbox whose state is kept in a file. It takes steps, and acknowledges each of them to its parent. */
import { createSandbox, type SandboxOptions } from '../../../src/sandbox/index.js'
import { keepIn } from '../../../src/sandbox/node/index.js'
import { type Result, type State, type Step, stateOf, takeStep } from './step.js'

/** A message of the parent: steps to take, the second list after the first, or none to end in an orderly way. */
export interface WorkerRequest {
  readonly from: number
  readonly bursts: readonly (readonly Step[])[]
}

export type WorkerReport =
  | { readonly kind: 'started'; readonly state: State }
  | { readonly kind: 'taken'; readonly number: number; readonly result: Result }
  | { readonly kind: 'failed'; readonly reason: string }

const [file = '', options = '{}', durability] = process.argv.slice(2)
const report = (message: WorkerReport) => process.send?.(message)
const fail = (error: unknown) => report({ kind: 'failed', reason: String(error) })

const sandbox = createSandbox(JSON.parse(options) as SandboxOptions)
try {
  const store = await keepIn(file, sandbox, fail, { durability: durability === 'power' ? durability : 'process' })
  process.on('message', async ({ from, bursts }: WorkerRequest) => {
    let first = from
    for (const burst of bursts) {
      await Promise.all(
        burst.map(async (step, index) => {
          const number = first + index
          report({ kind: 'taken', number, result: await takeStep(sandbox, step) })
        }),
      )
      first += burst.length
    }
    if (bursts.length > 0) return
    await store.close()
    process.disconnect()
  })
  report({ kind: 'started', state: stateOf(sandbox) })
} catch (error) {
  fail(error)
  process.disconnect()
}
