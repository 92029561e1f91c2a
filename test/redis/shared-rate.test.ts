import { describe, expect, it } from 'vitest'
import { startRedis } from './redis-server.js'
import { type Arrival, mostInASecond, startWorkers, type Workers } from './workers.js'

const rateLimit = { requests: 200, window: 1000 }
/** Of the limit, on a machine that is so busy that many slots come too late. On an idle one it is 0.98. */
const leastUsed = 0.6
const figures = (values: object) => console.info(JSON.stringify(values))

/** The requests of three seconds, after the slow start. */
async function threeSeconds(group: Workers): Promise<Arrival[]> {
  const { arrivals, until } = group
  await until(() => arrivals.length > 0)
  const start = (arrivals[0]?.time ?? 0) + 1100
  await until(() => (arrivals.at(-1)?.time ?? 0) > start + 3100)
  return arrivals.filter(({ time }) => time >= start && time < start + 3000)
}

const shareOf = (worker: number, arrivals: readonly Arrival[]) =>
  arrivals.filter((arrival) => arrival.worker === worker).length / arrivals.length

describe('four processes with one limit', () => {
  it('use it in equal shares, and exceed it never', async () => {
    await using redis = await startRedis()
    await using group = await startWorkers({ rateLimit, workers: [{}, {}, {}, {}], port: redis.port })
    const arrivals = await threeSeconds(group)
    const used = arrivals.length / 600
    const shares = [1, 2, 3, 4].map((worker) => shareOf(worker, arrivals) * 4)
    figures({ used, most: mostInASecond(group.arrivals), shares })
    expect(group.arrivals.filter(({ status }) => status !== 200)).toEqual([])
    expect(group.errors).toEqual([])
    expect(used).toBeGreaterThan(leastUsed)
    expect(Math.min(...shares)).toBeGreaterThan(0.8)
    expect(Math.max(...shares)).toBeLessThan(1.2)
  })

  it('start at half the rate', async () => {
    await using redis = await startRedis()
    await using group = await startWorkers({ rateLimit, workers: [{}, {}], port: redis.port })
    const { arrivals } = group
    await threeSeconds(group)
    const first = arrivals.filter(({ time }) => time < (arrivals[0]?.time ?? 0) + 900).length
    figures({ first })
    expect(first).toBeGreaterThan(50)
    expect(first).toBeLessThan(110)
  })

  it('share it whatever their clocks say, and with uneven numbers of calls', async () => {
    await using redis = await startRedis()
    const workers = [{ skew: -3_600_000 }, { skew: 0, calls: 64 }, { skew: 3_600_000 }, { skew: 86_400_000 }]
    await using group = await startWorkers({ rateLimit, workers, port: redis.port })
    const arrivals = await threeSeconds(group)
    const used = arrivals.length / 600
    const shares = [1, 2, 3, 4].map((worker) => shareOf(worker, arrivals) * 4)
    figures({ used, most: mostInASecond(group.arrivals), shares })
    expect(group.arrivals.filter(({ status }) => status !== 200)).toEqual([])
    expect(used).toBeGreaterThan(leastUsed)
    expect(Math.min(...shares)).toBeGreaterThan(0.8)
    expect(Math.max(...shares)).toBeLessThan(1.2)
  })

  it('leave all of it to the one that has calls', async () => {
    await using redis = await startRedis()
    await using group = await startWorkers({ rateLimit, workers: [{}, { calls: 0 }], port: redis.port })
    const used = (await threeSeconds(group)).length / 600
    figures({ used, most: mostInASecond(group.arrivals) })
    expect(group.arrivals.filter(({ status }) => status !== 200)).toEqual([])
    expect(used).toBeGreaterThan(leastUsed)
  })

  it('all pause after a 429 in one of them', async () => {
    await using redis = await startRedis()
    await using group = await startWorkers({ workers: [{}, {}, {}, {}], port: redis.port })
    const { arrivals, sandbox, until } = group
    await until(() => new Set(arrivals.map(({ worker }) => worker)).size === 4 && arrivals.length > 100)
    sandbox.faults.add({ status: 429, times: 1, headers: { 'Retry-After': '2' } })
    await until(() => arrivals.some(({ status }) => status === 429))
    const limited = arrivals.find(({ status }) => status === 429)?.time ?? 0
    await until(
      () => new Set(arrivals.filter(({ time }) => time > limited + 1900).map(({ worker }) => worker)).size === 4,
    )
    const after = arrivals.map(({ time }) => time - limited).filter((time) => time > 0 && time < 1900)
    figures({ last: Math.max(0, ...after), sent: after.length })
    expect(Math.max(0, ...after)).toBeLessThan(300)
  })
})
