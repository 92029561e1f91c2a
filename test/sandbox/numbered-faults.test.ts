import { expect, it } from 'vitest'
import { control } from './control.js'
import { named } from './open.js'
import { serveSandbox } from './served.js'

it('counts the requests that each fault has changed, and keeps those that have ended', async () => {
  const served = await serveSandbox()
  const { sceyt } = served
  await control(served, 'POST', '/faults', { operation: 'getUser', status: 503, times: 2 })
  await control(served, 'POST', '/faults', { operation: 'getUser', latency: 0 })
  await control(served, 'POST', '/faults', { operation: 'listRoles', status: 500 })
  await expect(sceyt.users.get('zoe')).rejects.toMatchObject({ status: 503 })
  await expect(sceyt.users.get('zoe')).rejects.toMatchObject({ status: 503 })
  await sceyt.users.get('zoe')
  expect((await control(served, 'GET', '/faults')).body).toEqual([
    { number: 1, hits: 2, isActive: false, operation: 'getUser', status: 503, times: 0 },
    { number: 2, hits: 3, isActive: true, operation: 'getUser', latency: 0 },
    { number: 3, hits: 0, isActive: true, operation: 'listRoles', status: 500 },
  ])
  const { body: requests } = await control(served, 'GET', '/requests')
  expect(requests.map(({ faults }: { faults: number[] }) => faults)).toEqual([[1, 2], [1, 2], [2]])
})

it('removes one fault by its number, active or ended, and never uses the number again', async () => {
  const served = await serveSandbox()
  const { sandbox, sceyt } = served
  sandbox.faults.add({ operation: 'listUsers', status: 500, times: 1 })
  sandbox.faults.add({ operation: 'getUser', status: 503 })
  await expect(sceyt.users.list()).rejects.toMatchObject({ status: 500 })
  expect((await control(served, 'DELETE', '/faults?number=2')).status).toBe(204)
  await expect(sceyt.users.get('zoe')).resolves.toBeDefined()
  expect((await control(served, 'DELETE', '/faults?number=1')).status).toBe(204)
  expect((await control(served, 'GET', '/faults')).body).toEqual([])
  const { body } = await control(served, 'POST', '/faults', { latency: 1 })
  expect(body).toMatchObject([{ number: 3 }])
  expect(sandbox.faults.list).toEqual([{ latency: 1 }])
})

it('keeps the latest 20 that have ended, in the order in which all were added', async () => {
  const served = await serveSandbox()
  const { sandbox, sceyt } = served
  sandbox.faults.add({ operation: 'listRoles', status: 500 })
  for (let number = 2; number <= 31; number++) {
    sandbox.faults.add({ operation: 'getUser', latency: 0, times: 1 })
    await sceyt.users.get('zoe')
  }
  const numbers = sandbox.faults.numbered.map(({ number, isActive }) => [number, isActive])
  expect(numbers).toEqual([[1, true], ...Array.from({ length: 20 }, (_fault, index) => [12 + index, false])])
  sandbox.faults.clear()
  expect(sandbox.faults.numbered).toEqual([])
})

it.each([
  ['/faults?number=7', 'There is no fault 7.'],
  ['/faults?number=one', 'number must be a whole number, got "one".'],
  ['/faults?number=', 'number must be a whole number'],
  ['/faults?numbr=1', 'there is no query parameter "numbr"; did you mean "number"?'],
])('rejects DELETE %s', async (path, message) => {
  const served = await serveSandbox({ seed: { users: named('zoe') }, faults: [{ latency: 1 }] })
  expect(await control(served, 'DELETE', path)).toEqual({
    status: 422,
    body: { message: expect.stringContaining(message) },
  })
  expect(served.sandbox.faults.list).toHaveLength(1)
})
