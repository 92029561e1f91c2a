import { describe, expect, it, onTestFinished } from 'vitest'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { createSceyt } from '../../src/index.js'
import { argumentsOf, endpoints, openapi } from '../contract/calls.js'
import { apiKey, transports } from '../faults/calls.js'
import { good, serveFault } from '../faults/servers.js'
import { callByName } from '../lib/call-by-name.js'

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
