import { createSceyt, type Sceyt } from '../../src/index.js'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js'

/** A sandbox, a client, and a function for raw requests. */
export interface Opened {
  sandbox: Sandbox
  sceyt: Sceyt
  /** Sends a raw path and query with the right key, which the client would check first. */
  ask(path: string, init?: RequestInit): Promise<Asked>
}

interface Asked {
  status: number
  headers: Headers
  body: { code?: number; type?: string; message?: string; [name: string]: unknown }
}

export function open(options: SandboxOptions = {}): Opened {
  const sandbox = createSandbox(options)
  const connection = sandbox.connection()
  const sceyt = createSceyt({ ...connection, maxRetries: 0 })
  return {
    sandbox,
    sceyt,
    async ask(path, init = {}) {
      const headers = {
        'Platform-Api-Key': connection.apiKey,
        ...(typeof init.body === 'string' && { 'Content-Type': 'application/json' }),
        ...init.headers,
      }
      const response = await sandbox.fetch(`${connection.apiUrl}${sandbox.basePath()}${path}`, { ...init, headers })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) }
    },
  }
}

export function post(body: unknown, method = 'POST'): RequestInit {
  return { method, body: JSON.stringify(body) }
}

/** Users with these names. */
export function named(...usernames: string[]): { username: string }[] {
  return usernames.map((username) => ({ username }))
}
