import fc from 'fast-check'
import { afterAll, expect, inject, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import { pooledFetch } from '../../src/node/index.js'
import { encodePath, encodeQuery } from '../../src/operation/encode-url.js'
import type { Operation } from '../../src/operation/operation.js'
import type { Shape } from '../../src/operation/shape.js'
import { randomCases } from '../lib/random.js'
import { contract } from './calls.js'
import { proxyTarget } from './targets.js'
import { worldOf } from './world.js'

/** A random request of an operation. */
interface RandomRequest {
  operation: Operation
  path: Record<string, unknown>
  query: string
  headers: Record<string, string>
  body: string | undefined
}

const cases = randomCases(200)
const target = await proxyTarget()
// It is faster than the global fetch, and there are many requests.
const send = pooledFetch({ connections: 2 })
afterAll(() => send.close())
const world = worldOf('')
const usernames = (world.users ?? []).map(({ username }) => username)

/** Values that exist in the world, so that not every response is a 404 or 422. */
const known: Record<string, readonly unknown[]> = {
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

/** Values that a shape allows. */
function valid(name: string, shape: Shape): fc.Arbitrary<unknown> {
  const fitting = byType(name, shape)
  return known[name]
    ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known[name]) }, { weight: 1, arbitrary: fitting })
    : fitting
}

function byType(name: string, shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'integer':
      return fc.integer({ min: shape.minimum ?? -5, max: shape.maximum ?? 200 })
    case 'array':
      return fc.array(valid(name, shape.items ?? { type: 'string' }), {
        minLength: shape.minItems ?? 0,
        maxLength: shape.maxItems ?? 3,
      })
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(shape.properties ?? {}).map(([key, property]) => [key, valid(key, property)]),
        ),
        {
          requiredKeys: [...(shape.required ?? [])],
        },
      )
    default:
      return shape.pattern
        ? fc.stringMatching(/^[A-Za-z0-9_]{5,50}$/)
        : fc.string({ unit: 'grapheme', minLength: shape.minLength ?? 0, maxLength: 20 })
  }
}

/** Values that a shape allows, or any other JSON. */
const anyValue = (name: string, shape: Shape): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 5, arbitrary: valid(name, shape) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) })

function anyObject({ properties = {} }: Shape): fc.Arbitrary<unknown> {
  return fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, anyValue(key, property)])),
    { requiredKeys: [] },
  )
}

const requests: fc.Arbitrary<RandomRequest> = fc.constantFrom(...operations).chain((operation) => {
  const segment = (name: string, shape: Shape) =>
    valid(name, shape).filter((value) => !['', '.', '..'].includes(String(value)))
  const path = fc.record(
    Object.fromEntries(Object.entries(operation.pathParameters).map(([name, shape]) => [name, segment(name, shape)])),
  )
  const query = operation.query
    ? fc.oneof(valid('query', operation.query), anyObject(operation.query))
    : fc.constant({})
  const body =
    operation.body?.media === 'json'
      ? fc.oneof(valid('body', operation.body.shape), anyObject(operation.body.shape), fc.jsonValue({ maxDepth: 2 }))
      : fc.constant(undefined)
  const form = operation.body?.media === 'form'
  return fc
    .record({ path, query, body, broken: fc.nat(30), key: fc.nat(30), type: fc.nat(30) })
    .map(({ path, query, body, broken, key, type }): RandomRequest => {
      const text = form
        ? '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nHello\r\n--b--\r\n'
        : body === undefined
          ? undefined
          : JSON.stringify(body)
      const media = type === 0 ? 'text/plain' : form ? 'multipart/form-data; boundary=b' : 'application/json'
      return {
        operation,
        path,
        query: encodeQuery(textual(query as object)),
        headers: {
          ...(key > 0 && { 'Platform-Api-Key': key === 1 ? 'wrong' : 'sandbox-key' }),
          ...(text !== undefined && { 'Content-Type': media }),
        },
        body: broken === 0 ? text?.slice(0, -1) : text,
      }
    })
})

/** Converts values for a query: anything other than strings and numbers becomes JSON. */
function textual(query: object): object {
  const write = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value.map(write) : write(value)]),
  )
}

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
}, 300_000)
