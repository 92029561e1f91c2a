import { setupWorker } from 'msw/browser'
import { createSandbox, type Snapshot } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { handlers } from 'sceyt-platform/sandbox/msw'
import type { Connection } from './connection.ts'

/** The key of the sandbox's state in `localStorage`. */
const storageKey = 'front-end-sandbox'

/** Starts the sandbox, with the state from before a reload, or else with the demo. */
export async function startSandbox(): Promise<Connection> {
  const sandbox = createSandbox({ seed: demo })

  const write = () => {
    try {
      localStorage.setItem(storageKey, JSON.stringify(sandbox.snapshot()))
    } catch (error) {
      console.warn('The browser cannot store the state of the sandbox: it is lost when the page closes.', error)
    }
  }
  let stop = sandbox.onChange(write)
  const read = (stored: string | null) => {
    stop()
    try {
      if (stored === null) sandbox.reset()
      else sandbox.restore(JSON.parse(stored) as Snapshot)
    } catch (error) {
      console.warn('The stored state of the sandbox is damaged, and was deleted.', error)
      localStorage.removeItem(storageKey)
    }
    stop = sandbox.onChange(write)
  }

  read(localStorage.getItem(storageKey))
  await setupWorker(...handlers(sandbox, { origin: location.origin })).start({
    quiet: true,
    onUnhandledRequest: 'bypass',
  })

  const { appId, apiKey } = sandbox.connection()
  return {
    options: { apiUrl: location.origin, appId, apiKey },
    sandbox: {
      reset() {
        localStorage.removeItem(storageKey)
        read(null)
      },
      onOtherTab(listener) {
        addEventListener('storage', ({ key, newValue }) => {
          if (key !== storageKey) return
          read(newValue)
          listener()
        })
      },
    },
  }
}
