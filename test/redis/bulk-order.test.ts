import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import { defineJournalCommands } from '../../src/bulk/bullmq/journal-scripts.js'
import { startRedis } from './redis-server.js'

test('a batch that is sent again does not move a job in order past batches that were not sent', async () => {
  const { port } = await startRedis()
  const redis = defineJournalCommands(new Redis(port, '127.0.0.1'))
  onTestFinished(() => redis.disconnect())
  const advance = (batch: number) => redis.sceytAdvance('sceyt:{messages}:job', batch)
  expect(await advance(0)).toBe(1)
  expect(await advance(0)).toBe(1)
  expect(await advance(1)).toBe(2)
  expect(await advance(0)).toBe(2)
  expect(await advance(2)).toBe(3)
})
