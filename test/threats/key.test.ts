import { describe, expect, it, onTestFinished } from 'vitest'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { createSceyt, type Fetch } from '../../src/index.js'
import { argumentsOf, endpoints, openapi } from '../contract/calls.js'
import { apiKey, transports } from '../faults/calls.js'
import { good, serveFault } from '../faults/servers.js'
import { callByName } from '../lib/call-by-name.js'
import { failure } from '../lib/fetches.js'

describe.each(transports)('over %s', (_name, open) => {
  it.each(['Platform-Api-Key', 'Authorization'])(
    'the key is sent in %s of each request, and nowhere else',
    async (apiKeyHeader) => {
      const server = await serveFault(good)
      const { fetch = globalThis.fetch, close } = open()
      onTestFinished(async () => {
        server.close()
        await close?.()
      })
      for (const observed of [false, true]) {
        const sceyt = createSceyt({ baseUrl: server.origin, apiKey, apiKeyHeader, fetch, maxRetries: 0 })
        if (observed) sceyt.raw.use({ onRequest: () => undefined })
        for (const endpoint of endpoints) {
          const input = exampleInputs(openapi, endpoint)['plain'] as ExampleInput
          const before = server.received.length
          // The result does not matter here.
          await callByName(sceyt, endpoint.operation['x-sdk-name'], argumentsOf(endpoint, input)).catch(() => {})
          expect(server.received, endpoint.operation.operationId).toHaveLength(before + 1)
        }
      }
      expect(server.received).toHaveLength(2 * endpoints.length)
      for (const { path, headers, body } of server.received) {
        expect(
          Object.entries(headers).filter(([name, value]) => name.includes(apiKey) || value.includes(apiKey)),
        ).toEqual([[apiKeyHeader.toLowerCase(), apiKey]])
        expect(path + body).not.toContain(apiKey)
      }
    },
  )
})

it.each<[string, (request: Request) => Request]>([
  ['another host', (request) => new Request(request.url.replace('127.0.0.1', 'localhost'), request)],
  ['another port', (request) => new Request('http://127.0.0.1:1/users', request)],
  ['another scheme', (request) => new Request(request.url.replace('http:', 'https:'), request)],
])('no request that a middleware directs to another origin is sent: %s', async (_what, replace) => {
  const server = await serveFault(good)
  onTestFinished(() => server.close())
  const fetched: string[] = []
  const fetch: Fetch = (url, init) => {
    fetched.push(url)
    return globalThis.fetch(url, init)
  }
  const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch })
  sceyt.raw.use({ onRequest: ({ request }) => replace(request) })
  const errors = [
    await failure(sceyt.users.create({ username: 'zoe' })),
    await failure(sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } })),
  ]
  for (const error of errors)
    expect(error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /: middleware\[0\]\.onRequest must return a Request to the same origin, .* got one to https?:/,
      ),
    })
  expect(fetched).toEqual([])
})

it('a middleware may direct a request to another path of the same origin', async () => {
  const server = await serveFault(good)
  onTestFinished(() => server.close())
  const sceyt = createSceyt({ baseUrl: server.origin, apiKey })
  sceyt.raw.use({ onRequest: ({ request }) => new Request(`${server.origin}/v2/users`, request) })
  await sceyt.users.create({ username: 'zoe' })
  expect(server.received.map(({ path }) => path)).toEqual(['/v2/users'])
})
