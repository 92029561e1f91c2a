import { once } from 'node:events'
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js'
import { type ListenOptions, listen, type SandboxServer } from '../../src/sandbox/node/index.js'
import { named } from './open.js'

/** A sandbox on a port, and ways to call it. */
export interface Served {
  sandbox: Sandbox
  server: SandboxServer
  sceyt: ReturnType<typeof createSceyt>
  get(path: string, init?: RequestInit): Promise<Response>
}

/** Serves until the test ends. */
export async function serve(
  options: SandboxOptions = { seed: { users: named('zoe') } },
  where: ListenOptions = {},
): Promise<Served> {
  const sandbox = createSandbox(options)
  const server = await listen(sandbox, where)
  onTestFinished(() => server.close())
  const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key', maxRetries: 0 })
  return { sandbox, server, sceyt, get: (path, init) => fetch(server.origin + path, init) }
}

/** Sends bytes as they are, and gives everything that comes back until the connection ends. */
export async function sendRaw(server: SandboxServer, text: string): Promise<string> {
  const { hostname, port } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  socket.setEncoding('utf8')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  socket.on('error', () => {})
  socket.write(text)
  await once(socket, 'close')
  return answer
}
