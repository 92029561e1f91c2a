import { setupWorker } from 'msw/browser'
import { createSandbox } from 'sceyt-platform/sandbox'
import { persist } from 'sceyt-platform/sandbox/browser'
import { demo } from 'sceyt-platform/sandbox/demo'
import { handlers } from 'sceyt-platform/sandbox/msw'
import type { Connection } from './connection.ts'

/** Starts the sandbox, with the state that the browser has stored, or else with the demo. */
export async function startSandbox(): Promise<Connection> {
  const sandbox = createSandbox({ seed: demo })
  await persist(sandbox, { name: 'front-end' })
  const worker = setupWorker(...handlers(sandbox, { origin: location.origin }))
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
  const { appId, apiKey } = sandbox.connection()
  return { options: { apiUrl: location.origin, appId, apiKey }, sandbox }
}
