import { expect, it } from 'vitest'
import { exampleInputs } from '../../scripts/generate/samples.js'
import { createSceyt, type Sceyt } from '../../src/index.js'
import { record, replay } from '../../src/record/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { argumentsOf, endpoints, openapi } from '../contract/calls.js'
import { worldOf } from '../contract/world.js'
import { callByName } from '../lib/call-by-name.js'
import { pair } from '../token/pair.js'
import { newFile } from './recording.js'

const apiKey = 'key-of-the-real-server'
const errors = [400, 401, 403, 404, 409, 413, 422, 429, 500]

/**
 * Calls every operation with each of its examples, and with an error for each status.
 *
 * @param open - Creates a client for each call, since one waits after a 429.
 */
async function callAll(
  open: () => Sceyt,
  prepare: (id: string, status?: number) => void = () => {},
): Promise<Map<string, unknown>> {
  const results = new Map<string, unknown>()
  for (const endpoint of endpoints) {
    const { operationId, 'x-sdk-name': name } = endpoint.operation
    for (const [example, input] of Object.entries(exampleInputs(openapi, endpoint))) {
      prepare(operationId)
      results.set(`${name}: ${example}`, await outcomeOf(callByName(open(), name, argumentsOf(endpoint, input))))
      if (example !== 'plain') continue
      for (const status of errors) {
        prepare(operationId, status)
        results.set(`${name}: ${status}`, await outcomeOf(callByName(open(), name, argumentsOf(endpoint, input))))
      }
    }
  }
  return results
}

/** Returns a result as text, without the base URL in its links. */
async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  const result = await call.catch((error: unknown) => {
    const { name, message, status, code, reason, retryAfter, body } = error as Record<string, unknown>
    return { name, message, status, code, reason, retryAfter, body }
  })
  const value = result instanceof Blob ? { blob: await result.text(), type: result.type } : result
  return JSON.stringify(value)?.replaceAll(/https?:\/\/[^"]*?(?=\/(channels|users|files|roles|messages)\b)/g, '')
}

it('every operation has the same results and errors, replayed at other base URLs and with another key', async () => {
  const sandbox = createSandbox({ apps: [{ appId: 'real', apiKey, privateKey: pair.privateKey }] })
  const server = await listen(sandbox)
  const file = await newFile()
  const recorded = record(fetch, file)
  const expected = await callAll(
    () => createSceyt({ baseUrl: server.baseUrl('real'), apiKey, maxRetries: 0, fetch: recorded }),
    (id, status) => {
      sandbox.reset()
      sandbox.seed(worldOf(id))
      if (status !== undefined) sandbox.faults.add({ status, times: 1, retryAfter: 2 })
    },
  )
  await server.close()

  const failed = [...expected].filter(([name, value]) => !/: \d{3}$/.test(name) && String(value).includes('Error"'))
  expect(failed).toEqual([])
  expect(expected.size).toBeGreaterThan(endpoints.length * errors.length)
  for (const baseUrl of [
    'https://other.example/v1/elsewhere',
    'https://proxy.example/sceyt',
    'https://short.example',
  ]) {
    const replayed = replay(file)
    const open = () => createSceyt({ baseUrl, apiKey: 'another-key', maxRetries: 0, fetch: replayed })
    expect(await callAll(open), baseUrl).toEqual(expected)
  }
})
