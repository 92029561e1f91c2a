import { expect, test } from 'vitest'
import { faultOf } from '../../scripts/soak/faults.js'
import { type SoakOptions, soak } from '../../scripts/soak/run.js'
import { kindOf } from '../../scripts/soak/workload.js'
import type { Fetch } from '../../src/index.js'

const options: SoakOptions = { seed: 1, operations: 300, concurrency: 64, rate: 0.3, limit: 15_000 }

/** Returns the names of the checks that fail, with one violation each. */
async function failedChecks(changes: Partial<SoakOptions>): Promise<string[]> {
  const { checks } = await soak({ ...options, ...changes })
  return checks
    .filter(({ broken }) => broken.length > 0)
    .map(({ name, broken }) => `${name}: ${broken[0]?.replace(/\d+/g, 'N')}`)
}

const isSend = (url: string, { method }: RequestInit) => method === 'POST' && url.endsWith('/messages')

test('300 calls through a failing proxy: the results that callers got match the sandbox, and nothing leaks.', async () => {
  const { checks, tally, evidence } = await soak(options)
  expect(checks.flatMap(({ broken }) => broken)).toEqual([])
  expect(tally.done).toBe(300)
  expect(Object.values(evidence.injected).filter((times) => times > 0).length).toBeGreaterThan(8)
})

test('A POST that is sent twice is detected.', async () => {
  const wrap =
    (fetch: Fetch): Fetch =>
    async (url, init) => {
      if (isSend(url, init))
        await fetch(url, init)
          .then((response) => response.arrayBuffer())
          .catch(() => {})
      return fetch(url, init)
    }
  expect(await failedChecks({ rate: 0, wrap })).toContainEqual(
    expect.stringMatching(
      /^nothing is there twice.*its POST reached the sandbox N times|what it made is there N times/,
    ),
  )
})

test('A call that is acknowledged, but was never stored, is detected.', async () => {
  const wrap =
    (fetch: Fetch): Fetch =>
    async (url, init) =>
      isSend(url, init) ? Response.json({ ...JSON.parse(String(init.body)), id: '5' }) : fetch(url, init)
  expect(await failedChecks({ rate: 0, wrap })).toEqual(
    expect.arrayContaining([
      'every acknowledged write is there, as it was sent: call N: messages.send was acknowledged, but is not there',
      'what a POST was said to have done is what it did: call N: its caller was told that it took effect, but it never reached the sandbox',
    ]),
  )
})

test('The same seed gives the same calls and faults, and another seed gives others.', () => {
  const plan = (seed: number) =>
    Array.from({ length: 300 }, (_none, operation) => [
      kindOf(seed, operation),
      faultOf(seed, 0.3, operation, 1),
      faultOf(seed, 0.3, operation, 2),
    ])
  expect(plan(1)).toEqual(plan(1))
  expect(plan(2)).not.toEqual(plan(1))
})
