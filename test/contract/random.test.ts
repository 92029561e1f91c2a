import fc from 'fast-check'
import { afterAll, expect, inject, it, vi } from 'vitest'
import { operations } from '../../generated/operations.js'
import { pooledFetch } from '../../src/node/index.js'
import { encodePath } from '../../src/operation/encode-url.js'
import type { Operation } from '../../src/operation/operation.js'
import { randomCases } from '../lib/random.js'
import { contract } from './calls.js'
import { type KnownValues, type RandomContent, RandomRequests } from './requests.js'
import { proxyTarget } from './targets.js'
import { worldOf } from './world.js'

/** A random request of an operation. */
interface RandomRequest extends RandomContent {
  operation: Operation
  path: Record<string, unknown>
}

const cases = randomCases(200)
vi.setConfig({ testTimeout: 180_000 + 100 * cases.numRuns })
const target = await proxyTarget()
// It is faster than the global fetch, and there are many requests.
const send = pooledFetch({ connections: 2 })
afterAll(() => send.close())
const world = worldOf('')
const usernames = (world.users ?? []).map(({ username }) => username)

/** Values that exist in the world, so that not every response is a 404 or 422. */
const known: KnownValues = {
  username: usernames,
  from: usernames,
  owner: usernames,
  role: ['Owner', 'Participant', 'Keeper', 'King'],
  channelId: ['101437428530810880', '1'],
  messageId: ['101437428530810881', '2'],
  fileName: ['hello.txt', 'none.txt'],
  roleId: [1, 2, 7, 99],
  uri: ['of_the_examples', 'another_uri'],
  members: [usernames, usernames.map((username) => ({ username })), []],
  filter: [['type:eq:public'], ['subject:contains:x', 'created_at:gte:2020'], ['nonsense']],
}

const random = new RandomRequests(known, 1)
const requests: fc.Arbitrary<RandomRequest> = fc
  .constantFrom(...operations)
  .chain((operation) =>
    fc
      .record({ path: random.path(operation), content: random.content(operation) })
      .map(({ path, content }) => ({ operation, path, ...content })),
  )

it(`${cases.numRuns} random requests, valid and invalid: Prism finds every response as documented, and the sandbox rejects every request that Prism rejects`, async () => {
  const statuses = new Map<number, number>()
  let violations = 0
  await fc.assert(
    fc.asyncProperty(requests, async ({ operation, path, query, headers, body }) => {
      target.sandbox.reset()
      target.sandbox.seed(world)
      const place = `${encodePath(operation.path, path)}${query && `?${query}`}`
      const init = { method: operation.method, headers, ...(body !== undefined && { body }) }
      const [response, prismResponse] = await Promise.all([
        send(target.baseUrl + place, init),
        send(inject('mockUrl') + place, init),
      ])
      await prismResponse.body?.cancel()
      const differences = await contract.differences(contract.endpointOf(operation.method, response.url), response)
      violations += differences.length
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      expect(differences).toEqual([])
      expect(response.status).not.toBe(500)
      // Prism accepts any key and keeps no state, but it validates the request itself.
      if ([400, 401, 415, 422].includes(prismResponse.status))
        expect(response.status, `Prism: ${prismResponse.status}`).toBeGreaterThanOrEqual(400)
    }),
    cases,
  )
  console.log(
    `${cases.numRuns} requests through Prism to the sandbox, ${violations} violations; responses: ${[...statuses]
      .sort()
      .map(([status, count]) => `${status} × ${count}`)
      .join(', ')}`,
  )
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 204, 400, 401, 403, 404, 409, 415, 422]))
})
