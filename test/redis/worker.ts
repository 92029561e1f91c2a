/** Sends requests through a shared limiter until its standard input ends. Prints a line for each one that has ended. */
import { Redis } from 'ioredis'
import { createSceyt } from 'sceyt-platform'
import { sharedLimiter } from 'sceyt-platform/redis'
import type { Line, Work } from './work.js'

const { port, name, rate, baseUrl, calls, skew, maxWait, limit }: Work = JSON.parse(process.argv[2] ?? '')

if (skew) {
  const now = Date.now
  Date.now = () => now() + skew
}

const redis = new Redis({ port, host: '127.0.0.1' })
redis.on('error', () => {})
const limiter = sharedLimiter({ redis, name, rate, maxWait })
const sceyt = createSceyt({ baseUrl, apiKey: 'sandbox-key', maxConcurrent: Math.max(1, calls), limiter })
const print = (line: Line) => process.stdout.write(`${JSON.stringify(line)}\n`)

let isEnding = false
process.stdin.on('end', () => {
  isEnding = true
})
// The process is ready: all begin at the same time.
process.stdout.write('\n')
await new Promise((resolve) => process.stdin.once('data', resolve))
process.stdin.resume()

async function call(): Promise<void> {
  while (!isEnding) {
    try {
      await sceyt.users.list({ limit })
    } catch (error) {
      print({ error: error instanceof Error ? error.message : String(error) })
    }
  }
}
await Promise.all(Array.from({ length: calls }, call))
limiter.close()
redis.disconnect()
