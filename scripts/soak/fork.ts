import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Evidence, ServerOptions, Started } from './server.js'

/** The other side, as seen from here. */
export interface Server extends Started {
  /** Ends the process, which tells what it knows. */
  end(): Promise<Evidence>
  /** Ends the process without a word. */
  kill(): void
}

/** Starts the sandbox and the proxy in a process of their own. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [JSON.stringify(options)], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    execArgv: ['--import', 'tsx'],
  })
  const started = (await told(child)) as Started
  return {
    ...started,
    async end() {
      const exited = once(child, 'exit')
      child.send('end')
      const evidence = (await told(child)) as Evidence
      await exited
      return evidence
    },
    kill: () => void child.kill(),
  }
}

async function told(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController()
  const exited = once(child, 'exit', { signal: gone.signal }).then(([code]) => {
    throw new Error(`The sandbox's process ended with ${code}.`)
  })
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal: gone.signal }), exited])) as unknown[]
    return message
  } finally {
    exited.catch(() => {})
    gone.abort()
  }
}
