import { Redis } from 'ioredis'
import { listRows, readStatus } from 'sceyt-platform/bulk/bullmq'
import { createSandbox, type Sandbox } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'
import { expect, onTestFinished } from 'vitest'
import { startRedis } from './redis-server.js'

export const channel = '101437428530810880'
const seed = { users: [{ username: 'zoe' }], channels: [{ type: 'private' as const, id: channel, owner: 'zoe' }] }
export const onWarning = () => {}

/** Starts a Redis that keeps what it has answered, and returns its URL. */
export async function startJournal(...settings: string[]) {
  const redis = await startRedis('appendonly', 'yes', 'appendfsync', 'always', ...settings)
  return { redis, url: `redis://127.0.0.1:${redis.port}` }
}

/** Starts a Redis and a sandbox with a channel. */
export async function start(...settings: string[]) {
  const sandbox = createSandbox({ seed })
  const server = await listen(sandbox)
  onTestFinished(() => server.close())
  return { ...(await startJournal(...settings)), sandbox, server }
}

/** Connects to a Redis until the test ends. */
export function connect(url: string): Redis {
  const redis = new Redis(url)
  redis.on('error', () => {})
  onTestFinished(() => redis.disconnect())
  return redis
}

export async function statusOf(url: string, job: string) {
  const { jobs } = await readStatus(url)
  return jobs.find((status) => status.job === job)
}

export async function toArray<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** The numbers of the rows in a state. */
export async function rowsOf(url: string, job: string, state: 'parked' | 'failed' | 'done'): Promise<number[]> {
  const rows = await toArray(listRows({ connection: url, job }, state))
  return rows.map(({ row }) => row).sort((one, other) => one - other)
}

/** Waits until a job has ended. */
export const ended = (url: string, job: string, timeout = 50_000) =>
  expect.poll(async () => (await statusOf(url, job))?.isFinished, { timeout, interval: 100 }).toBe(true)

export function bodiesOf(sandbox: Sandbox): string[] {
  const [found] = sandbox.snapshot().apps['sandbox']?.channels ?? []
  return (found?.messages ?? []).map(({ body }) => body ?? '')
}

/** The numbers of a batch's rows. */
export const numbersOf = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: to - from }, (_, index) => from + index)

export const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

/** Rows of the job of messages. */
export const total = 1_500

/** Checks that no message was sent twice, and that each one that is missing is parked. Returns the number of parked rows. */
export async function checkMessages(url: string, sandbox: Sandbox): Promise<number> {
  const bodies = bodiesOf(sandbox)
  const sent = new Set(bodies)
  expect(sent.size).toBe(bodies.length)
  const parked = await rowsOf(url, 'messages', 'parked')
  const missing = Array.from({ length: total }, (_, row) => row).filter((row) => !sent.has(`message ${row}`))
  expect(parked).toEqual(expect.arrayContaining(missing))
  expect(await statusOf(url, 'messages')).toMatchObject({
    failed: 0,
    parked: parked.length,
    done: total - parked.length,
  })
  return parked.length
}

/** Waits for a time to pass. */
export const pass = (milliseconds: number) => {
  const end = performance.now() + milliseconds
  return expect.poll(() => performance.now() > end, { timeout: milliseconds + 5_000 }).toBe(true)
}
