import { getEventListeners } from 'node:events'
import { createSceyt } from '../../dist/src/index.js'
import { message, user } from '../bodies.js'
import { report } from './report.js'

/** What all calls added, compared with before the first call; for the heap, compared with a fifth of the calls. */
export interface MemoryFigures {
  /** Megabytes. */
  growth: number
  resources: number
  listeners: number
  /** The number of calls that succeeded after a retry. */
  retried: number
}

const calls = 100_000
const headers = { 'content-type': 'application/json' }
let busy = false

async function respond(input: string | Request, init: RequestInit = {}): Promise<Response> {
  const url = typeof input === 'string' ? input : input.url
  if (url.includes('reset'))
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) })
  if (url.includes('slow')) return forever(init.signal)
  if (url.includes('busy')) {
    busy = !busy
    return busy
      ? new Response('{"message":"busy"}', { status: 503, headers: { ...headers, 'retry-after': '0' } })
      : new Response(user, { headers })
  }
  return url.includes('broken')
    ? new Response('{"message":"broken"}', { status: 500, headers })
    : new Response(message, { headers })
}

function forever(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

const options = { baseUrl: 'https://api.example.com/v1/app', apiKey: 'k', fetch: respond, maxRetries: 2 }
const sceyt = createSceyt(options)
const { signal } = new AbortController()
let retried = 0

// Busy calls are rarer than the others, since only they may have to wait for a timer.
async function make(index: number): Promise<unknown> {
  if (index % 10 === 0) {
    busy = false
    return sceyt.users.get('busy', { signal }).then(() => retried++)
  }
  if (index % 3 === 0) return sceyt.messages.send('broken', { from: 'zoe', body: 'Hello' }, { signal })
  if (index % 3 === 1) return sceyt.messages.send('reset', { from: 'zoe', body: 'Hello' }, { signal })
  const controller = new AbortController()
  setImmediate(() => controller.abort())
  return sceyt.users.get('slow', { signal: controller.signal })
}

async function heap(): Promise<number> {
  // Twice, with a pause, since finalizers may release more objects.
  for (let time = 0; time < 2; time++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return process.memoryUsage().heapUsed / 1e6
}

await heap()
const before = process.getActiveResourcesInfo().length
let early = 0
for (let index = 0; index < calls; index++) {
  if (index === calls / 5) early = await heap()
  await make(index).catch(() => {})
}
const growth = (await heap()) - early
const figures: MemoryFigures = {
  growth,
  resources: process.getActiveResourcesInfo().length - before,
  listeners: getEventListeners(signal, 'abort').length,
  retried,
}
report(figures)
