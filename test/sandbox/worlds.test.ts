import { expect, test } from 'vitest'
import { operations } from '../../generated/operations.js'
import { copyKills } from '../../scripts/soak/sandbox/copies.js'
import { worldsTable } from '../../scripts/soak/sandbox/report.js'
import { soakSandbox } from '../../scripts/soak/sandbox/run.js'
import { writeScript } from '../../scripts/soak/sandbox/script.js'
import { isThorough } from '../lib/random.js'

const controls = [
  'seed',
  'reset',
  'reset an application',
  'restore',
  'set the clock',
  'advance the clock',
  'run the clock',
]
const options = { seed: 24, worlds: isThorough ? 100 : 6, steps: 60 }

test(`${options.worlds} random worlds that are killed and started again are equal to the same steps without a restart.`, {
  timeout: 600_000,
}, async () => {
  const tally = await soakSandbox(options)
  expect(tally.differences, worldsTable(tally, options)).toEqual([])
  // Otherwise, they would prove nothing.
  const changing = operations.filter(({ method }) => method !== 'GET').map(({ id }) => id)
  expect([...changing, ...controls, 'a link'].filter((name) => !tally.succeeded.has(name))).toEqual([])
  expect([...copyKills, 'SIGKILL'].filter((kill) => !tally.kills.has(kill))).toEqual([])
  expect(tally.merges).toBeGreaterThan(0)
  expect(tally.inFlight).toBeGreaterThan(0)
  expect(tally.unfinished).toBeGreaterThan(0)
})

test('The same seed gives the same world, and another seed gives another one.', async () => {
  const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => writeScript(seed, 30)))
  expect(again).toEqual(one)
  expect(other?.steps).not.toEqual(one?.steps)
})
