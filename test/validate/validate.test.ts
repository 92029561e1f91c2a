import { describe, expect, it } from 'vitest'
import { type Endpoint, type JsonSchema, resolveIn } from '../../scripts/document.js'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { InputError, type Inspection, ResponseError, type SceytOptions } from '../../src/index.js'
import { createSceyt, type ValidateOptions, ValidationError } from '../../src/validate/index.js'
import { argumentsOf, endpoints, openapi } from '../contract/calls.js'
import { callByName } from '../lib/call-by-name.js'
import { apiKey, failure, json, recordingClient } from '../lib/fetches.js'

const resolve = resolveIn(openapi)
const zoe = { username: 'zoe' }
const broken = { username: 5, first_name: null, created_at: '2020-12-01' }

function respondingWith(body: unknown, options: Partial<ValidateOptions> = {}, status = 200) {
  return createSceyt({
    validate: 'throw',
    baseUrl: 'https://api.example.com',
    apiKey,
    fetch: async () => json(body, { status }),
    ...options,
  })
}

/** The schema of the JSON of a success, and an example of it. */
function successOf({ operation }: Endpoint): { schema: JsonSchema; example: unknown } | undefined {
  const content = resolve(operation.responses['200'])?.content?.['application/json']
  const [example] = Object.values(content?.examples ?? {})
  return content && example && { schema: resolve(content.schema), example: resolve(example).value }
}

interface Change {
  pointer: string
  expected: RegExp
  value: unknown
}

/** The example, each time without a field that it must have, or with one of a wrong type. */
function changesOf(schema: JsonSchema, value: unknown, pointer = ''): Change[] {
  const { type, properties = {}, required = [], items } = resolve(schema)
  if (Array.isArray(value) && items) {
    const [first, ...rest] = value
    return changesOf(items, first, `${pointer}/0`).map((change) => ({ ...change, value: [change.value, ...rest] }))
  }
  if (type !== 'object' || typeof value !== 'object' || value === null) return []
  const fields = Object.entries(properties).filter(([name]) => name in value)
  return fields.flatMap(([name, property]) => {
    const { [name]: own, ...rest } = value as Record<string, unknown>
    const at = `${pointer}/${name}`
    const kind = resolve(property).type
    const missing = required.includes(name) ? [{ pointer: at, expected: /^is required$/, value: rest }] : []
    const mistyped = kind
      ? [{ pointer: at, expected: /^must be /, value: { ...rest, [name]: kind === 'array' ? 'x' : [] } }]
      : []
    const deeper = changesOf(property, own, at).map((change) => ({
      ...change,
      value: { ...rest, [name]: change.value },
    }))
    return [...missing, ...mistyped, ...deeper]
  })
}

/** A value whose every object has an unknown field. */
function grown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grown)
  if (typeof value !== 'object' || value === null) return value
  return {
    ...Object.fromEntries(Object.entries(value).map(([name, own]) => [name, grown(own)])),
    from_the_future: { is: ['new'] },
  }
}

const withJson = endpoints.flatMap((endpoint) => {
  const success = successOf(endpoint)
  return success ? [[endpoint.operation.operationId, endpoint, success] as const] : []
})

describe('every operation that responds with JSON', () => {
  it('is among those that are tried', () => expect(withJson.length).toBeGreaterThan(20))

  it.each(withJson)('%s may grow, but not lack or change a field', async (_id, endpoint, { schema, example }) => {
    const values = argumentsOf(endpoint, exampleInputs(openapi, endpoint)['plain'] as ExampleInput)
    const call = (body: unknown) => callByName(respondingWith(body), endpoint.operation['x-sdk-name'], values)
    expect(await call(example)).toEqual(example)
    expect(await call(grown(example))).toEqual(grown(example))
    const changes = changesOf(schema, example)
    for (const { pointer, expected, value } of changes) {
      const error = await failure(call(value))
      expect(error).toBeInstanceOf(ValidationError)
      expect(error).toMatchObject({
        operationId: endpoint.operation.operationId,
        status: 200,
        accepted: endpoint.method !== 'get',
      })
      expect((error as ValidationError).violations).toContainEqual({
        pointer,
        expected: expect.stringMatching(expected),
        received: expect.any(String),
      })
    }
    // Storage is said to be an object, and no more.
    expect(changes.length).toBeGreaterThan(endpoint.operation.operationId === 'getStorageInfo' ? -1 : 0)
  })
})

describe('validate: throw', () => {
  it('has the operation, and the pointer, the expected and the received value of each difference', async () => {
    const error = (await failure(respondingWith(broken).users.get('zoe'))) as ValidationError
    expect(error).toBeInstanceOf(ResponseError)
    expect(error).toMatchObject({
      name: 'ValidationError',
      operationId: 'getUser',
      status: 200,
      attempts: 1,
      body: JSON.stringify(broken),
    })
    expect(error.message).toBe(
      'users.get: the server responded with 200, but the body does not match the OpenAPI document: /username must be a string, got 5; /first_name must be a string, got null.',
    )
    expect(error.violations).toEqual([
      { pointer: '/username', expected: 'must be a string', received: '5' },
      { pointer: '/first_name', expected: 'must be a string', received: 'null' },
    ])
  })

  it('names five of many differences in its message, and has all of them as data', async () => {
    const users = Array.from({ length: 9 }, () => ({}))
    const error = (await failure(
      respondingWith({ count: 9, total_count: 9, links: { next: null }, users }).users.list(),
    )) as ValidationError
    expect(error.message).toMatch(/\/users\/0\/username is required; .*; and 4 more\.$/)
    expect(error.violations).toHaveLength(9)
  })

  it('says of a write that it was accepted', async () => {
    expect(await failure(respondingWith({}).messages.send('1', { from: 'zoe', body: 'Hello' }))).toMatchObject({
      accepted: true,
      message: expect.stringContaining('do not retry it'),
    })
  })

  it('checks raw calls, every page, and a success of any status', async () => {
    const error = await failure(
      respondingWith({}).raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } }),
    )
    expect(error).toBeInstanceOf(ValidationError)
    expect(
      await failure(
        respondingWith({ count: 1, total_count: 1, links: { next: null }, users: [{}] })
          .users.list()
          .pages()
          .next(),
      ),
    ).toBeInstanceOf(ValidationError)
    expect(await respondingWith(zoe, {}, 201).users.create(zoe)).toEqual(zoe)
    expect(await failure(respondingWith({}, {}, 201).users.create(zoe))).toBeInstanceOf(ValidationError)
  })

  it('leaves alone what is no JSON of a success', async () => {
    const fetch = async () => new Response('{}')
    expect(
      await respondingWith(undefined, { fetch: async () => new Response(null, { status: 204 }) }).users.delete('zoe'),
    ).toBeUndefined()
    expect(await (await respondingWith(undefined, { fetch }).files.download('a.json')).text()).toBe('{}')
    const { data } = await respondingWith(undefined, { fetch }).raw.GET('/users/{username}', {
      params: { path: { username: 'zoe' } },
      parseAs: 'text',
    })
    expect(data).toBe('{}')
    expect(await failure(respondingWith({ odd: true }, {}, 404).users.get('zoe'))).toMatchObject({
      name: 'NotFoundError',
    })
  })

  it('shows no API key that the server echoes', async () => {
    const error = (await failure(
      respondingWith({
        username: [],
        created_at: 5,
        avatar: { [apiKey]: apiKey },
        presence_status: `is ${apiKey}`,
      }).users.get('zoe'),
    )) as Error
    expect(error.message).toContain('/presence_status must be an integer, got "is [redacted]"')
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain(apiKey)
  })
})

describe('validate: warn', () => {
  function warned(options: Partial<ValidateOptions> = {}) {
    const lines: unknown[][] = []
    const note = (...line: unknown[]) => void lines.push(line)
    return {
      lines,
      options: { validate: 'warn' as const, logger: { error: note, warn: note, info: note, debug: note }, ...options },
    }
  }

  it('returns the result, and logs the operation and each difference', async () => {
    const { lines, options } = warned()
    expect(await respondingWith(broken, options).users.get('zoe')).toEqual(broken)
    expect(lines).toEqual([
      [
        'sceyt-platform: the response of getUser does not match the OpenAPI document: /username must be a string, got 5; /first_name must be a string, got null.',
        {
          operationId: 'getUser',
          callId: expect.any(String),
          violations: [
            { pointer: '/username', expected: 'must be a string', received: '5' },
            { pointer: '/first_name', expected: 'must be a string', received: 'null' },
          ],
        },
      ],
    ])
  })

  it('reports each difference once, whichever item of a list has it', async () => {
    const { lines, options } = warned()
    const sceyt = respondingWith({ count: 2, total_count: 2, links: { next: null }, users: [{}, {}] }, options)
    await sceyt.users.list()
    await sceyt.users.list()
    expect(lines).toHaveLength(1)
    expect(lines[0]?.[1]).toMatchObject({ violations: [{ pointer: '/users/0/username' }] })
  })

  it('says nothing of what is as it must be, or if the log is silent', async () => {
    const { lines, options } = warned()
    await respondingWith({ ...zoe, from_the_future: 1 }, options).users.get('zoe')
    await respondingWith(broken, { ...options, logLevel: 'error' }).users.get('zoe')
    expect(lines).toEqual([])
  })
})

it('refuses any other way to validate, and a client that does not say how', () => {
  expect(() => createSceyt({ validate: 'log' as 'warn', apiKey })).toThrow(
    new InputError('validate', 'must be warn or throw, got "log".'),
  )
  expect(() => createSceyt(undefined as unknown as ValidateOptions)).toThrow('validate must be warn or throw')
})

it.each([
  [{ validat: 'throw' }, 'validat', 'there is no option "validat"; did you mean "validate"?'],
  [{ Validate: 'throw' }, 'Validate', 'there is no option "Validate"; did you mean "validate"?'],
  [{ validate: 'throw', validates: true }, 'validates', 'there is no option "validates"; did you mean "validate"?'],
  [{ validate: 'throw', timeot: 5 }, 'timeot', 'there is no option "timeot"; did you mean "timeout"?'],
  [{ timeot: 5 }, 'validate', 'validate must be warn or throw, got undefined.'],
  [{ validate: 'throw', inspect() {} }, 'inspect', 'inspect cannot be set: this client inspects responses itself.'],
])('refuses the options %j', (options, parameter, message) => {
  const all = { baseUrl: 'https://api.example.com', apiKey, ...options } as never
  expect(() => createSceyt(all)).toThrow(expect.objectContaining({ name: 'InputError', parameter, message }))
})

it('accepts unknown options without a value', () => {
  const options = { baseUrl: 'https://api.example.com', apiKey, validat: undefined, inspect: undefined }
  expect(() => createSceyt({ ...options, validate: 'warn' } as ValidateOptions)).not.toThrow()
})

describe('inspect', () => {
  const answeringZoe = (inspect: SceytOptions['inspect']) => recordingClient(async () => json(zoe), { inspect }).sceyt

  it('sees the JSON of a success, and fails the call by throwing', async () => {
    const seen: Inspection[] = []
    await answeringZoe((inspection) => void seen.push(inspection)).users.get('zoe')
    expect(seen).toMatchObject([{ operationId: 'getUser', data: zoe }])
    expect(seen[0]?.context()).toMatchObject({ status: 200, attempts: 1 })
    expect(seen[0]?.redact(`a ${apiKey}`)).toBe('a [redacted]')
    const refusing = answeringZoe(() => {
      throw new Error('not like this')
    })
    expect(await failure(refusing.users.get('zoe'))).toMatchObject({ message: 'not like this' })
  })

  it('must be a function', () => {
    expect(() => answeringZoe('x' as never)).toThrow('inspect must be a function')
  })
})
