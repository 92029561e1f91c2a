import { expect, it } from 'vitest'
import { createdAt } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'

it.each([
  ['101437428530810880', '2020-12-24T07:55:11.689Z'],
  ['101437428530810881', '2020-12-24T07:55:11.689Z'],
  ['0', '2020-03-19T09:59:04.111Z'],
  ['4194303', '2020-03-19T09:59:04.111Z'],
  ['4194304', '2020-03-19T09:59:04.112Z'],
  ['9007199254740993', '2020-04-13T06:30:27.759Z'],
  ['1056199939639006461952', '9999-12-31T23:59:59.999Z'],
])('%s was made at %s', (id, time) => {
  expect(createdAt(id).toISOString()).toBe(time)
})

it.each([
  101437428530810880n,
  5,
  null,
  undefined,
  '',
  ' 1',
  '1 ',
  '-1',
  '1.5',
  '0x10',
  '1e3',
  '00005',
  'zoe',
  '１',
  '9'.repeat(24),
  '9'.repeat(100_000),
  {},
  ['1'],
])('refuses %o, which is no id', (id) => {
  const error = (() => {
    try {
      return createdAt(id as string)
    } catch (reason) {
      return reason as Error
    }
  })()
  expect(error).toMatchObject({ name: 'InputError', parameter: 'id' })
  expect((error as Error).message.length).toBeLessThan(200)
})

it.each([
  '2020-03-19T09:59:04.111Z',
  '2026-11-27T12:00:00.000Z',
  '2100-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
])('reads the time of an id that the sandbox made at %s, and the sandbox reads its own snapshot', async (time) => {
  const sandbox = createSandbox()
  sandbox.clock.set(time)
  const { fetch, apiUrl, appId, apiKey } = sandbox.connection()
  const response = await fetch(`${apiUrl}/v1/${appId}/public-channels`, {
    method: 'POST',
    headers: { 'Platform-Api-Key': apiKey, 'Content-Type': 'application/json' },
    body: '{}',
  })
  const { id } = (await response.json()) as { id: string }
  expect(Math.abs(createdAt(id).getTime() - Date.parse(time))).toBeLessThanOrEqual(1)
  const other = createSandbox()
  other.restore(JSON.parse(JSON.stringify(sandbox.snapshot())))
  expect(other.snapshot()).toEqual(sandbox.snapshot())
})
