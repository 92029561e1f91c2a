import { setupWorker } from 'msw/browser'
import { createSandbox, type Snapshot } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { handlers } from 'sceyt-platform/sandbox/msw'
import type { Connection } from './connection.ts'

/** Under it the browser keeps what the sandbox holds. */
const place = 'front-end-sandbox'

/** Starts the demo world, or what was made of it before the page was reloaded. */
export async function startSandbox(): Promise<Connection> {
  const sandbox = createSandbox({ seed: demo })

  const write = () => {
    try {
      localStorage.setItem(place, JSON.stringify(sandbox.snapshot()))
    } catch (error) {
      console.warn('The browser keeps nothing: what you write is gone with the page.', error)
    }
  }
  let stop = sandbox.onChange(write)
  const read = (kept: string | null) => {
    stop()
    try {
      if (kept === null) sandbox.reset()
      else sandbox.restore(JSON.parse(kept) as Snapshot)
    } catch (error) {
      console.warn('What was kept of the sandbox is damaged, and was dropped.', error)
      localStorage.removeItem(place)
    }
    stop = sandbox.onChange(write)
  }

  read(localStorage.getItem(place))
  await setupWorker(...handlers(sandbox, { origin: location.origin })).start({
    quiet: true,
    onUnhandledRequest: 'bypass',
  })

  const { appId, apiKey } = sandbox.connection()
  return {
    options: { apiUrl: location.origin, appId, apiKey },
    sandbox: {
      reset() {
        localStorage.removeItem(place)
        read(null)
      },
      onOtherTab(listener) {
        addEventListener('storage', ({ key, newValue }) => {
          if (key !== place) return
          read(newValue)
          listener()
        })
      },
    },
  }
}
