import { describe, expect, it } from 'vitest'
import { type Endpoint, resolveIn } from '../../scripts/document.js'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { ApiError, type ErrorReason } from '../../src/index.js'
import { callByName } from '../lib/call-by-name.js'
import { argumentsOf, callRaw, endpoints, openapi } from './calls.js'
import type { Target } from './targets.js'

const resolve = resolveIn(openapi)
const classes: Record<string, string> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  415: 'ApiError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
  500: 'ServerError',
}

const inUse = 40901

/** The code of an error that has only a status, and its reason. */
const codes: Record<string, [code: number, reason: ErrorReason]> = {
  400: [40000, 'invalid'],
  401: [40104, 'unauthenticated'],
  403: [40105, 'not-allowed'],
  404: [40400, 'not-found'],
  409: [40900, 'already-exists'],
  413: [40001, 'too-large'],
  415: [40000, 'invalid'],
  422: [40003, 'invalid'],
  429: [42900, 'rate-limited'],
  500: [50001, 'unavailable'],
}

/** Tests every operation of a target against the OpenAPI document. */
export function testOperations(target: Target): void {
  describe(target.name, () => {
    it('has operations', () => expect(endpoints.length).toBeGreaterThan(0))
    describe.each(endpoints.map((endpoint) => [endpoint.operation.operationId, endpoint] as const))(
      '%s',
      (_id, endpoint) => testOperation(target, endpoint),
    )
  })
}

function testOperation(target: Target, endpoint: Endpoint): void {
  const { operation, method, path: template } = endpoint
  const name = operation['x-sdk-name']
  const inputs = exampleInputs(openapi, endpoint)
  const responses = resolve(operation.responses['200'])?.content
  const [media, content] = Object.entries(responses ?? {})[0] ?? []

  it.each(Object.entries(inputs))(
    'sends its example "%s" and returns a result as documented',
    async (example, input) => {
      const { sceyt, calls, choose } = await target.open(operation.operationId)
      const chosen = content?.examples?.[example] ? choose(example) : {}
      const result = await callByName(sceyt, name, [...argumentsOf(endpoint, input), chosen])
      const [call] = calls
      expect(calls.flatMap(({ differences }) => differences)).toEqual([])
      expect(calls.map(({ method, url, status }) => `${method} ${url.pathname}: ${status}`)).toHaveLength(1)
      expect(call?.method).toBe(method.toUpperCase())
      expect(decodePath(call?.url.pathname ?? '', template)).toEqual(Object.values(input.path).map(String))
      expect(queryOf(call?.url)).toEqual(input.query)
      await expectResult(result, example, input)
      await expectBody(call?.body, input)
    },
  )

  const errors = Object.keys(operation.responses).filter((status) => Number(status) >= 400)
  it.each(errors)('throws the error class for %s', async (status) => {
    const { sceyt, calls, force } = await target.open(operation.operationId)
    const error = await callByName(sceyt, name, [
      ...argumentsOf(endpoint, inputs['plain'] as ExampleInput),
      force(Number(status)),
    ]).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    // Any other error is shown as it is, with its cause.
    if (!(error instanceof ApiError)) throw error ?? new Error('The call succeeded.')
    const { examples = {} } = resolve(operation.responses[status])?.content?.['application/json'] ?? {}
    const firstCode = (Object.values(examples)[0]?.value as { code?: number } | undefined)?.code
    expect(error).toMatchObject({
      name: classes[status],
      status: Number(status),
      operationId: operation.operationId,
      code: target.returnsExamples ? firstCode : codes[status]?.[0],
      reason: firstCode === inUse && target.returnsExamples ? 'in-use' : codes[status]?.[1],
    })
    expect(calls.map(({ differences }) => differences)).toEqual([[]])
    if (status === '429') expect(error).toMatchObject({ retryAfter: 2000 })
  })

  it('returns the same through the raw client, error included', async () => {
    const { sceyt, calls, force } = await target.open(operation.operationId)
    const input = inputs['plain'] as ExampleInput
    const { data, error } = await callRaw(sceyt, endpoint, input)
    expect(error).toBeUndefined()
    await expectResult(data, 'plain', input)
    const failed = await callRaw(sceyt, endpoint, input, force(401))
    expect(failed.data).toBeUndefined()
    expect(failed.error).toMatchObject({ code: 40104, type: 'Authentication' })
    expect(failed.response.status).toBe(401)
    expect(calls.flatMap(({ differences }) => differences)).toEqual([])
  })

  async function expectResult(result: unknown, example: string, { body }: ExampleInput): Promise<void> {
    const expected = exampleValue(example)
    if (media === 'application/octet-stream') expect(await (result as Blob).text()).toBe(expected)
    else if (target.returnsExamples || !content) expect(result).toEqual(content ? expected : undefined)
    // The sandbox's items differ from the example's, but there are some.
    else if (Array.isArray(expected)) expect(result).toEqual(expect.arrayContaining([expect.anything()]))
    else expect(result).toMatchObject(echoOf(body, result as object))
  }

  /** Returns the value of an example of the success, or of the first one. */
  function exampleValue(example: string): unknown {
    const examples = content?.examples ?? {}
    const chosen = examples[example] ?? Object.values(examples)[0]
    return chosen && resolve(chosen).value
  }
}

/** The fields of the body that the result repeats, except users: an owner is returned in full, and an editor is not always the author. */
function echoOf(body: unknown, result: object): object {
  return Object.fromEntries(
    Object.entries(body ?? {}).filter(([name]) => name in result && name !== 'owner' && name !== 'from'),
  )
}

/** Decodes the parameters in a path, as a server does. */
function decodePath(pathname: string, template: string): string[] {
  const pattern = new RegExp(`${template.replace(/\{[^}]+\}/g, '([^/]+)')}$`)
  return (pattern.exec(pathname) ?? []).slice(1).map(decodeURIComponent)
}

function queryOf(url: URL | undefined): Record<string, unknown> {
  const query: Record<string, unknown> = {}
  for (const [name, value] of url?.searchParams ?? []) {
    if (name === 'filter') query[name] = [...((query[name] as string[] | undefined) ?? []), value]
    else query[name] = /^\d+$/.test(value) ? Number(value) : value
  }
  return query
}

async function expectBody(body: unknown, input: ExampleInput): Promise<void> {
  if (!(body instanceof Uint8Array)) {
    expect(body).toEqual(input.body)
    return
  }
  const [, boundary] = /^--(\S+)/.exec(new TextDecoder().decode(body)) ?? []
  const type = `multipart/form-data; boundary=${boundary}`
  const form = await new Response(Uint8Array.from(body), { headers: { 'Content-Type': type } }).formData()
  for (const [field, value] of Object.entries(input.body as object))
    expect(await (form.get(field) as File).text()).toBe(value)
}
