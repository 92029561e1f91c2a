import { createWorker, enqueue } from 'sceyt-platform/bulk/bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../bench/bulk/redis-server.js'
import { ended, messageOf, numbersOf, onWarning, rowsOf, startJournal, statusOf } from './bulk-setup.js'
import { startSentinel } from './redis-sentinel.js'

test('a job behind Sentinel goes on after a failover, and a warning says what that may lose', async () => {
  const { primary, replica, connection } = await startSentinel('appendonly', 'yes', 'appendfsync', 'always')
  const warnings: string[] = []
  const total = 2_000
  await enqueue({ connection, job: 'users', total, onWarning: (message) => warnings.push(message) })
  const sent = new Set<number>()
  const worker = await createWorker<number, void>({
    connection,
    takeover: 2_000,
    read: numbersOf,
    perform: async (row) => {
      if (sent.size === 500) await primary.kill()
      sent.add(row)
    },
    isRepeatable: () => true,
    onError: () => {},
    onWarning,
  })
  onTestFinished(() => worker.close())
  const url = `redis://127.0.0.1:${replica.port}`
  await expect.poll(() => sent.size, { timeout: 40_000, interval: 100 }).toBe(total)
  await ended(url, 'users')
  expect(await statusOf(url, 'users')).toMatchObject({ done: total, failed: 0, parked: 0 })
  expect(await rowsOf(url, 'users', 'parked')).toEqual([])
  expect(warnings).toEqual([expect.stringMatching(/^Redis may lose its last records in a failover/)])
})

test('a cluster is refused before anything is in it', async () => {
  const { url } = await startJournal('cluster-enabled', 'yes', 'cluster-port', String(await freePort()))
  const message =
    'The queue does not support Redis Cluster, which would spread its keys over several servers. Use a Redis without cluster mode, or behind Sentinel.'
  const calls = [
    enqueue({ connection: url, job: 'users', total: 5, onWarning }),
    createWorker<number, void>({ connection: url, read: numbersOf, perform: async () => {}, onWarning }),
  ]
  expect(await Promise.all(calls.map(messageOf))).toEqual([message, message])
})
