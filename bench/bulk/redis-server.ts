import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A Redis server on loopback. */
export interface RedisServer {
  readonly port: number
  start(): Promise<void>
  kill(): Promise<void>
  /** Stops the process where it is, as a machine that hangs. Its connections stay open. */
  freeze(): void
  thaw(): void
  [Symbol.asyncDispose](): Promise<void>
}

/** Finds a port that no process uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port is free')
  return address.port
}

/**
 * Starts a Redis server in a folder of its own.
 *
 * @param settings - Names of `redis.conf`, without dashes, and values.
 */
export async function startRedisServer(...settings: string[]): Promise<RedisServer> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-redis-'))
  const options = [
    'port',
    String(port),
    'bind',
    '127.0.0.1',
    'dir',
    folder,
    'save',
    '',
    'appendonly',
    'no',
    ...settings,
  ]
  let child: ChildProcess

  const start = async () => {
    child = spawn('redis-server', ['-'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines: string[] = []
    for (let index = 0; index < options.length; index += 2)
      lines.push(`${options[index]} ${options[index + 1] || '""'}`)
    child.stdin?.end(lines.join('\n'))
    const log: string[] = []
    if (!child.stdout) throw new Error('redis-server has no output')
    for await (const line of createInterface({ input: child.stdout })) {
      log.push(line)
      if (line.includes('Ready to accept connections')) {
        child.stdout.resume()
        return
      }
    }
    throw new Error(`redis-server did not start: ${log.join('\n')}`)
  }
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const dispose = async () => {
    await kill()
    await rm(folder, { recursive: true, force: true })
  }
  await start()
  return {
    port,
    start,
    kill,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    [Symbol.asyncDispose]: dispose,
  }
}
