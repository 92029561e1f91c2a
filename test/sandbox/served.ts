import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js'
import { type ListenOptions, listen, type SandboxServer } from '../../src/sandbox/node/index.js'
import { named } from './open.js'

/** A sandbox on a port, a client, and a function for raw requests. */
export interface Served {
  sandbox: Sandbox
  server: SandboxServer
  sceyt: ReturnType<typeof createSceyt>
  get(path: string, init?: RequestInit): Promise<Response>
}

/** Serves a sandbox until the test ends. */
export async function serveSandbox(
  options: SandboxOptions = { seed: { users: named('zoe') } },
  where: ListenOptions = {},
): Promise<Served> {
  const sandbox = createSandbox(options)
  const server = await listen(sandbox, where)
  onTestFinished(() => server.close())
  const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key', maxRetries: 0 })
  return { sandbox, server, sceyt, get: (path, init) => fetch(server.origin + path, init) }
}

/** Sends text over a socket, and returns everything that the server sends until the connection closes. */
export async function sendRaw(server: SandboxServer, text: string): Promise<string> {
  const { hostname, port } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  socket.setEncoding('utf8')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
  })
  // Since Node 24, a server that does not read on may reset the connection.
  socket.on('error', () => {})
  socket.write(text)
  await new Promise((resolve) => socket.on('close', resolve))
  return received
}
