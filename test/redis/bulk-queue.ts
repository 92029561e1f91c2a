import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { runCommand } from '../lib/run-command.js'
import { channel, connect, start } from './bulk-setup.js'

const secret = 'my-secret'

/** A Redis, a sandbox, and the command on both, in a folder of its own. */
export async function setUpQueue(command: string) {
  const started = await start('requirepass', secret)
  const url = `redis://:${secret}@127.0.0.1:${started.redis.port}`
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-queue-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const baseUrl = started.server.baseUrl()
  const env = {
    SCEYT_BASE_URL: baseUrl,
    SCEYT_API_KEY: 'sandbox-key',
    SCEYT_CONFIG_DIR: folder,
    SCEYT_REDIS_URL: url,
  }
  const at = (name: string) => join(folder, name)
  return {
    ...started,
    url,
    at,
    async write(name: string, content: string | Uint8Array) {
      await writeFile(at(name), content)
      return at(name)
    },
    async run(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
      const outcome = await runCommand(command, words, { env: { ...env, ...more } })
      expect(outcome.stdout + outcome.stderr).not.toContain(secret)
      return outcome
    },
    /** Starts `worker`, which ends with the test. */
    work(more: Readonly<Record<string, string>> = {}, ...words: string[]) {
      const child = spawn(process.execPath, [command, 'worker', ...words], {
        env: { ...process.env, ...env, ...more },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const worker = { text: '', code: undefined as number | null | undefined, stop: async () => {} }
      child.stderr.setEncoding('utf8').on('data', (chunk) => (worker.text += chunk))
      child.on('close', (code) => {
        worker.code = code
      })
      worker.stop = async () => {
        if (worker.code !== undefined) return
        child.kill('SIGTERM')
        await once(child, 'close')
      }
      onTestFinished(async () => {
        if (worker.code !== undefined) return
        child.kill('SIGKILL')
        await once(child, 'close')
      })
      return worker
    },
  }
}

/** The name of the only job. */
export async function jobOf(url: string): Promise<string> {
  const [job] = await connect(url).smembers('sceyt:jobs')
  return job ?? ''
}

export const header = 'channel,from,body'
export const messageRow = (row: number) => `${channel},zoe,message ${row}`
export const bodies = (count: number) => Array.from({ length: count }, (_, row) => `message ${row}`)
