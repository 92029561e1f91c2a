import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A server in a process of its own, which has answered once. */
export interface Started {
  baseUrl: string
  /** From the start of its process to its first answer. */
  seconds: number
  /** Megabytes in memory by then. */
  memory: number
  stop(): Promise<void>
}

/** What is started, the way its users do, and where the API is then. */
interface Program {
  parameters: readonly string[]
  basePath: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const prism = ['node_modules/@stoplight/prism-cli/dist/index.js', 'mock', 'generated/openapi.json']

/** The sandbox, with the people and talk that it comes with, and Prism's own command line, which knows nothing of a base path. */
export const programs = {
  ours: { parameters: ['dist/src/cli/index.js', 'sandbox', '--port'], basePath: '/v1/sandbox' },
  prism: { parameters: [...prism, '--port'], basePath: '' },
  // It writes lines about each request, which takes half of its time.
  silentPrism: { parameters: [...prism, '--verboseLevel', 'silent', '--port'], basePath: '' },
} satisfies Record<string, Program>

/** The sandbox's. Prism takes any. */
export const apiKey = 'sandbox-key'
const pause = 5

/** Starts a server, and waits for its first answer. */
export async function start({ parameters, basePath }: Program): Promise<Started> {
  const port = await freePort()
  const begin = performance.now()
  const child = spawn(process.execPath, [...parameters, String(port)], { cwd: root, stdio: 'ignore' })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  try {
    await untilListening(port, () => child.exitCode !== null)
    const baseUrl = `http://127.0.0.1:${port}${basePath}`
    const { status } = await fetch(`${baseUrl}/users/zoe`, { headers: { 'platform-api-key': apiKey } })
    const seconds = (performance.now() - begin) / 1000
    if (status !== 200) throw new Error(`${parameters[0]} answered with ${status}.`)
    return { baseUrl, seconds, memory: await memoryOf(child.pid), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

// Bare connections, since refused requests would take a tenth of the machine from the server that starts.
async function untilListening(port: number, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch {
      await sleep(pause)
    } finally {
      socket.destroy()
    }
  }
  throw new Error('A server ended before it listened.')
}

async function memoryOf(pid: number | undefined): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return (Number(stdout) * 1024) / 1e6
}
