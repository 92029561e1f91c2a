import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A server in its own process, after its first response. */
export interface Started {
  baseUrl: string
  /** Seconds from the start of the process to the first response. */
  seconds: number
  /** Megabytes in memory after the first response. */
  memory: number
  stop(): Promise<void>
}

/** A program that is started as its users start it, and the base path of its API. */
interface Program {
  parameters: readonly string[]
  basePath: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const prism = ['node_modules/@stoplight/prism-cli/dist/index.js', 'mock', 'generated/openapi.json']

/** The sandbox with its demo data, and Prism's own command line, which has no base path. */
export const programs = {
  ours: { parameters: ['dist/src/cli/index.js', 'sandbox', '--port'], basePath: '/v1/sandbox' },
  prism: { parameters: [...prism, '--port'], basePath: '' },
  // Without it, Prism logs each request, which takes half of its time.
  silentPrism: { parameters: [...prism, '--verboseLevel', 'silent', '--port'], basePath: '' },
} satisfies Record<string, Program>

/** Returns the sandbox with its state in a file, from the same demo data. */
export function keptIn(file: string): Program {
  return { ...programs.ours, parameters: ['dist/src/cli/index.js', 'sandbox', '--data', file, '--port'] }
}

/** The sandbox's key. Prism accepts any key. */
export const apiKey = 'sandbox-key'
const pause = 5

/** Starts a server, and waits for its first response. */
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
    if (status !== 200) throw new Error(`${parameters[0]} responded with status ${status}.`)
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

// Bare connections, since refused requests would take a tenth of the CPU time from the server that starts.
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
  throw new Error('The server exited before it listened.')
}

async function memoryOf(pid: number | undefined): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return (Number(stdout) * 1024) / 1e6
}
