import { expect, test } from 'vitest'
import { faultOf, kindOf } from '../../scripts/soak/plan.js'
import { type SoakOptions, soak } from '../../scripts/soak/run.js'
import type { Fetch } from '../../src/index.js'

const options: SoakOptions = { seed: 1, operations: 300, concurrency: 64, rate: 0.3, limit: 90_000 }
// Each test starts a process, and a busy machine takes its time.
const timeout = 120_000

/** The checks that do not hold, each with its first problem. */
async function broken(changes: Partial<SoakOptions>): Promise<string[]> {
  const { checks } = await soak({ ...options, ...changes })
  return checks
    .filter(({ broken }) => broken.length > 0)
    .map(({ name, broken }) => `${name}: ${broken[0]?.replace(/\d+/g, 'N')}`)
}

const isSend = (url: string, { method }: RequestInit) => method === 'POST' && url.endsWith('/messages')

test('300 calls to a server with faults end for their callers as in the sandbox, and leave nothing open.', {
  timeout,
}, async () => {
  const { checks, tally, evidence } = await soak(options)
  expect(checks.flatMap(({ broken }) => broken)).toEqual([])
  expect(tally.done).toBe(300)
  expect(Object.values(evidence.injected).filter((times) => times > 0).length).toBeGreaterThan(8)
})

test('A POST that is sent twice is reported.', { timeout }, async () => {
  const wrap =
    (fetch: Fetch): Fetch =>
    async (url, init) => {
      if (isSend(url, init))
        await fetch(url, init)
          .then((response) => response.arrayBuffer())
          .catch(() => {})
      return fetch(url, init)
    }
  expect(await broken({ rate: 0, wrap })).toContainEqual(
    expect.stringMatching(/^nothing exists twice.*(its POST reached the sandbox|what it created exists) N times/),
  )
})

test('A call that is acknowledged, but has no effect, is reported.', { timeout }, async () => {
  const wrap =
    (fetch: Fetch): Fetch =>
    async (url, init) =>
      isSend(url, init) ? Response.json({ ...JSON.parse(String(init.body)), id: '5' }) : fetch(url, init)
  expect(await broken({ rate: 0, wrap })).toEqual(
    expect.arrayContaining([
      'every acknowledged write took effect, with the text that was sent: call N: messages.send was acknowledged, but has no effect',
      'every error reports correctly whether its POST was sent: call N: it took effect for its caller, but never reached the sandbox',
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
