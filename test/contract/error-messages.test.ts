import { describe, expect, it } from 'vitest'
import { type Endpoint, type ErrorExample, resolveIn } from '../../scripts/document.js'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { encodePath, encodeQuery } from '../../src/operation/encode-url.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { endpoints, openapi } from './calls.js'
import { worldOf } from './world.js'

const resolve = resolveIn(openapi)

interface BadRequest {
  path?: Record<string, unknown>
  query?: Record<string, unknown>
  headers?: Record<string, string | undefined>
  body?: string
  /** Whether the resources in the path exist. */
  isEmpty?: boolean
}

/** Requests that have an error, by its name. */
const requests: Record<string, (endpoint: Endpoint, input: ExampleInput) => BadRequest> = {
  unknownKey: () => ({ headers: { 'Platform-Api-Key': 'wrong' } }),
  missingKey: () => ({ headers: { 'Platform-Api-Key': undefined } }),
  malformed: () => ({ body: '{' }),
  malformedForm: () => ({ body: '--' }),
  otherMediaType: () => ({ headers: { 'Content-Type': 'text/plain' } }),
  channelNotFound: () => ({ isEmpty: true }),
  userNotFound: () => ({ isEmpty: true }),
  roleNotFound: () => ({ isEmpty: true }),
  fileNotFound: () => ({ isEmpty: true }),
  channelTypeNotFound: () => ({ isEmpty: true }),
  invalid: ({ parameters, operation }, { query, body }) => {
    const limited = parameters.find(({ schema }) => schema.maximum !== undefined)
    if (limited) return { query: { ...query, [limited.name]: (limited.schema.maximum ?? 0) + 1 } }
    if (parameters.some(({ in: place, required }) => place === 'query' && required)) return { query: {} }
    const [content] = Object.values(operation.requestBody?.content ?? {})
    const { required = [], properties = {} } = resolve(content?.schema) ?? {}
    const [missing] = required
    const { [missing ?? '']: _, ...rest } = body as Record<string, unknown>
    const [[name, field] = ['', {}]] = Object.entries(properties)
    return { body: JSON.stringify(missing ? rest : { ...rest, [name]: field.type === 'string' ? 5 : '5' }) }
  },
}

function errorsOf({ operation }: Endpoint): [name: string, error: ErrorExample][] {
  return Object.values(operation.responses).flatMap((response) => {
    const { examples = {} } = resolve(response).content?.['application/json'] ?? {}
    return Object.entries(examples).filter(([name]) => name in requests) as [string, ErrorExample][]
  })
}

describe.each(endpoints.map((endpoint) => [endpoint.operation.operationId, endpoint] as const))(
  '%s',
  (id, endpoint) => {
    const input = exampleInputs(openapi, endpoint)['plain'] as ExampleInput
    const isForm = input.media === 'multipart/form-data'
    const errors = errorsOf(endpoint).filter(([name]) => !(isForm && name === 'invalid'))

    it.each(errors)('has the error %s in the sandbox as the document shows it', async (name, { value }) => {
      const { isEmpty, ...bad } = requests[name]?.(endpoint, input) ?? {}
      const sandbox = createSandbox({ seed: isEmpty ? {} : worldOf(id) })
      const base = `http://sandbox.test${sandbox.basePath().replace(/\/$/, '')}`
      const { path, query, headers, body } = { path: input.path, query: input.query, headers: {}, ...bad }
      const search = encodeQuery(query)
      const media = isForm ? 'multipart/form-data; boundary=b' : input.media
      const all = Object.entries({ 'Platform-Api-Key': 'sandbox-key', 'Content-Type': media, ...headers })
      const text = body ?? (input.body === undefined ? undefined : JSON.stringify(input.body))
      const response = await sandbox.fetch(`${base}${encodePath(endpoint.path, path)}${search && `?${search}`}`, {
        method: endpoint.method.toUpperCase(),
        headers: all.filter((pair): pair is [string, string] => pair[1] !== undefined),
        ...(text !== undefined && { body: text }),
      })
      expect(await response.json()).toEqual(value)
    })
  },
)
