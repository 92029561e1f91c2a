import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { exampleInputs, samplesOf } from '../../scripts/generate/samples.js'
import { encodePath, encodeQuery } from '../../src/operation/encode-url.js'

const openapi = await readDocument()
const endpoints = endpointsOf(openapi)
const samples = samplesOf(openapi, 'Shell')

/** What a shell makes of a sample: the arguments that curl would be given. */
function argumentsOf(sample: string): string[] {
  const script = `curl() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }\n${sample}`
  const env = { SCEYT_API_URL: 'api.example.com', SCEYT_APP_ID: 'app', SCEYT_API_KEY: 'test-key' }
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1)
}

describe('the curl sample of', () => {
  it.each(endpoints.map((endpoint) => [endpoint.operation.operationId, endpoint] as const))(
    '%s says what the client sends',
    (id, endpoint) => {
      const parts = argumentsOf(samples[id] ?? '')
      const input = exampleInputs(openapi, endpoint)['plain']
      const query = encodeQuery(input?.query ?? {})
      expect(parts.slice(0, 3)).toEqual([
        '-X',
        endpoint.method.toUpperCase(),
        `https://api.example.com/v1/app${encodePath(endpoint.path, input?.path ?? {})}${query && `?${query}`}`,
      ])
      expect(parts.slice(3, 5)).toEqual(['-H', 'Platform-Api-Key: test-key'])
      const body = parts[parts.indexOf('-d') + 1]
      if (input?.media === 'application/json') expect(JSON.parse(body ?? '')).toEqual(input.body)
      else expect(parts).not.toContain('-d')
      if (input?.media === 'multipart/form-data')
        expect(parts.slice(-2)).toEqual(['-F', 'files=@hello.txt;type=text/plain'])
    },
  )
})
