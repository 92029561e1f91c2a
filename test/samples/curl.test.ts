import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { exampleInputs, samplesOf } from '../../scripts/generate/samples.js'
import { shortestInput } from '../../scripts/generate/shortest-input.js'
import { encodePath, encodeQuery } from '../../src/operation/encode-url.js'

const openapi = await readDocument()
const endpoints = endpointsOf(openapi)
const cases = (['shortest', 'full'] as const).flatMap((kind) => {
  const samples = samplesOf(openapi, 'curl', kind)
  return endpoints
    .filter(({ operation }) => Object.hasOwn(samples, operation.operationId))
    .map((endpoint) => {
      const plain = exampleInputs(openapi, endpoint)['plain'] ?? { path: {}, query: {} }
      const input = kind === 'full' ? plain : shortestInput(openapi, endpoint, plain)
      const id = endpoint.operation.operationId
      return { id, kind, endpoint, input, sample: samples[id] ?? '' }
    })
})

/** What a shell makes of a sample: the arguments that curl would be given. */
function argumentsOf(sample: string): string[] {
  const script = `curl() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }\n${sample}`
  const env = { SCEYT_API_URL: 'api.example.com', SCEYT_APP_ID: 'app', SCEYT_API_KEY: 'test-key' }
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1)
}

it('there is a curl sample for every operation', () => {
  expect(Object.keys(samplesOf(openapi, 'curl', 'shortest'))).toHaveLength(endpoints.length)
})

describe('the curl sample of', () => {
  it.each(cases)('$id ($kind) says what the client sends', ({ endpoint, input, sample }) => {
    const parts = argumentsOf(sample)
    const query = encodeQuery(input.query)
    expect(parts.slice(0, 3)).toEqual([
      '-X',
      endpoint.method.toUpperCase(),
      `https://api.example.com/v1/app${encodePath(endpoint.path, input.path)}${query && `?${query}`}`,
    ])
    expect(parts.slice(3, 5)).toEqual(['-H', 'Platform-Api-Key: test-key'])
    const body = parts[parts.indexOf('-d') + 1]
    if (input.media === 'application/json') expect(JSON.parse(body ?? '')).toEqual(input.body)
    else expect(parts).not.toContain('-d')
    if (input.media === 'multipart/form-data')
      expect(parts.slice(-2)).toEqual(['-F', 'files=@hello.txt;type=text/plain'])
  })
})
