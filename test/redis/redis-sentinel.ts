import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Redis } from 'ioredis'
import { expect, onTestFinished } from 'vitest'
import { freePort } from '../../bench/bulk/redis-server.js'
import { type RedisServer, startRedis } from './redis-server.js'

const host = '127.0.0.1'
const waiting = { timeout: 30_000, interval: 50 }

/** A primary and its replica, and what a client needs to find the primary. */
export interface RedisSentinel {
  readonly primary: RedisServer
  readonly replica: RedisServer
  readonly connection: { name: string; sentinels: { host: string; port: number }[] }
}

/** Starts a primary, a replica and a Sentinel that watches them. They end with the test. */
export async function startSentinel(...settings: string[]): Promise<RedisSentinel> {
  const primary = await startRedis(...settings)
  const replica = await startRedis('replicaof', `${host} ${primary.port}`, ...settings)
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-sentinel-'))
  const file = join(folder, 'sentinel.conf')
  await writeFile(
    file,
    `port ${port}
bind ${host}
dir ${folder}
sentinel monitor main ${host} ${primary.port} 1
sentinel down-after-milliseconds main 500
sentinel failover-timeout main 3000
`,
  )
  const child = spawn('redis-server', [file, '--sentinel'], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  })
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) if (line.includes('+monitor')) break
  child.stdout.resume()
  const sentinel = new Redis({ port, host })
  sentinel.on('error', () => {})
  onTestFinished(() => sentinel.disconnect())
  // It can take over once the Sentinel has found it, and it has synchronized.
  await expect
    .poll(async () => {
      const [found = []] = (await sentinel.call('sentinel', 'replicas', 'main')) as string[][]
      return found[found.indexOf('master-link-status') + 1]
    }, waiting)
    .toBe('ok')
  return { primary, replica, connection: { name: 'main', sentinels: [{ host, port }] } }
}
