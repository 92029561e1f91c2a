import { onTestFinished } from 'vitest'
import { stateOf } from '../../scripts/soak/sandbox/step.js'
import { createSceyt, type Sceyt } from '../../src/index.js'
import { persist } from '../../src/sandbox/browser/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js'

/** A page with a persisted sandbox of its own, whose state is that of all tabs. */
export interface Tab {
  sandbox: Sandbox
  sceyt: Sceyt
  /** Whether there was a state already. */
  found: boolean
  close(): Promise<void>
}

/** Opens a tab until the test ends. */
export async function openTab(options: SandboxOptions = { seed: demo }, name?: string): Promise<Tab> {
  const sandbox = createSandbox(options)
  const { found, close } = await persist(sandbox, { name })
  onTestFinished(close)
  return { sandbox, sceyt: createSceyt({ ...sandbox.connection(), maxRetries: 0 }), found, close }
}

/** Returns the state of a tab, once it has made the changes of others. */
export async function settledState({ sandbox }: Pick<Tab, 'sandbox'>) {
  const [{ appId = '', apiKey = '' } = {}] = sandbox.apps
  await createSceyt({ ...sandbox.connection(appId), apiKey }).application.get()
  return stateOf(sandbox)
}
