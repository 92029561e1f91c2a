import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Endpoint, endpointsOf, readDocument } from '../../scripts/document.js'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { shortestInput } from '../../scripts/generate/shortest-input.js'
import { encodePath, encodeQuery } from '../../src/operation/encode-url.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { randomCases } from '../lib/random.js'

const document = await readDocument()
const endpoints = endpointsOf(document).map((endpoint) => ({ ...endpoint, id: endpoint.operation.operationId }))

const plainOf = (endpoint: Endpoint) => exampleInputs(document, endpoint)['plain'] as ExampleInput

/** Sends an example of an operation: by default the plain one, as the console at `/docs` fills it in. */
async function send(sandbox: Sandbox, endpoint: Endpoint, input = plainOf(endpoint)): Promise<Response> {
  const { path, query, body, media } = input
  const url = new URL(sandbox.basePath() + encodePath(endpoint.path, path), 'https://sandbox.invalid')
  url.search = encodeQuery(query)
  const { apiKey } = sandbox.connection()
  return sandbox.fetch(url.href, {
    method: endpoint.method.toUpperCase(),
    headers: { 'Platform-Api-Key': apiKey, ...(media === 'application/json' && { 'Content-Type': media }) },
    body: media === 'multipart/form-data' ? formOf(body as object) : ((body && JSON.stringify(body)) as string),
  })
}

function formOf(fields: object): FormData {
  const form = new FormData()
  for (const [name, content] of Object.entries(fields)) form.append(name, new Blob([content]), 'hello.txt')
  return form
}

describe('the examples of the OpenAPI document succeed on the demo world', () => {
  it.each(endpoints)('$id', async (endpoint) => {
    const response = await send(createSandbox({ seed: demo }), endpoint)
    expect(response.ok, await response.text()).toBe(true)
  })

  it.each(endpoints)('$id with what is required alone', async (endpoint) => {
    const input = shortestInput(document, endpoint, plainOf(endpoint))
    const response = await send(createSandbox({ seed: demo }), endpoint, input)
    expect(response.ok, await response.text()).toBe(true)
  })

  it('all of them, in any order', async () => {
    const orders = fc.shuffledSubarray(endpoints, { minLength: endpoints.length })
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const sandbox = createSandbox({ seed: demo })
        for (const endpoint of order) {
          const response = await send(sandbox, endpoint)
          expect(response.ok, `${endpoint.id}: ${await response.text()}`).toBe(true)
        }
      }),
      randomCases(10),
    )
  })
})
