import { describe, expect, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import { createSceyt, InputError, type Sceyt, type SceytOptions } from '../../src/index.js'
import type { Operation } from '../../src/operation/operation.js'
import { callByName } from '../lib/call-by-name.js'
import { failure, json, recordingClient } from '../lib/fetches.js'
import { validOf } from '../lib/valid-of.js'

/** A proxy every use of which throws. */
const hostile = () =>
  new Proxy(
    {},
    new Proxy(
      {},
      {
        get: () => () => {
          throw new Error('hostile')
        },
      },
    ),
  )

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable([], {})
  revoke()
  return proxy
}

class Getters {
  get username() {
    return 'zoe'
  }
  get limit() {
    return 5
  }
}

/** Values that are valid nowhere. Each is made anew, so that no test spoils another. */
const bad: Record<string, () => unknown> = {
  null: () => null,
  'a number': () => 5.5,
  'a function': () => () => 'zoe',
  'a symbol': () => Symbol('zoe'),
  'a proxy that throws': hostile,
  'a revoked proxy': revoked,
  'a Map': () => new Map([['limit', 5]]),
  'a class of getters': () => new Getters(),
  'a boxed string': () => new String('zoe'),
  'a promise': () => Promise.resolve({}),
}
const badOptions: Record<string, () => unknown> = {
  ...bad,
  'a string': () => 'abc',
  'an array': () => [],
  'an unknown name': () => ({ timeot: 5 }),
  'a getter that throws': () => ({
    get timeout() {
      throw new Error('hostile')
    },
  }),
  ...Object.fromEntries(
    Object.entries<() => unknown>({
      ...bad,
      'a string': () => 'abc',
      'an array of numbers': () => [5],
      triples: () => [['a', 'b', 'c']],
      'a symbol as a value': () => ({ 'X-A': Symbol('a') }),
      'a symbol as a name': () => ({ [Symbol('a')]: '1' }),
      'a symbol in pairs': () => [[Symbol('a'), '1']],
      'a nested list': () => ({ 'X-A': [['1']] }),
      'an object as a value': () => ({ 'X-A': { toString: () => '1' } }),
      'a bigint': () => ({ 'X-A': 1n }),
    }).map(([what, make]) => [`headers: ${what}`, () => ({ headers: make() })]),
  ),
  ...Object.fromEntries(
    Object.entries<() => unknown>({
      ...bad,
      'an object': () => ({}),
      'an event target': () => new EventTarget(),
      'a string': () => 'a',
      '0': () => 0,
    })
      .filter(([what]) => what !== 'null')
      .map(([what, make]) => [`signal: ${what}`, () => ({ signal: make() })]),
  ),
  ...Object.fromEntries(
    ['timeout', 'totalTimeout', 'maxRetries'].flatMap((name) =>
      Object.entries(bad).map(([what, make]) => [`${name}: ${what}`, () => ({ [name]: make() })]),
    ),
  ),
}
// A Map has pairs.
delete badOptions['headers: a Map']
// 5.5 ms is a time.
delete badOptions['timeout: a number']
delete badOptions['totalTimeout: a number']

/** The arguments of the method of an operation. */
function argumentsOf({ pathParameters, body, query }: Operation): unknown[] {
  const file = Object.entries(body?.shape.properties ?? {}).find(([, { type }]) => type === 'file')
  return [
    ...Object.values(pathParameters).map(validOf),
    ...(body ? [validOf(file ? file[1] : body.shape)] : []),
    ...(query ? [validOf(query)] : []),
  ]
}

const composed = [
  { name: 'users.upsert', values: [{ username: 'zoe' }] },
  { name: 'channels.getOrCreateDirect', values: [['zoe', 'omar']] },
]
const methods = [...operations.map((one) => ({ name: one.name, values: argumentsOf(one) })), ...composed]

async function outcomes(name: string, argumentLists: Record<string, unknown[]>): Promise<Record<string, unknown>> {
  const { sceyt, sent } = recordingClient(() => json({}))
  const found: Record<string, unknown> = {}
  for (const [what, values] of Object.entries(argumentLists)) {
    let error: unknown
    try {
      error = await failure(callByName(sceyt, name, values))
    } catch (thrown) {
      error = thrown
    }
    if (!(error instanceof InputError) || sent.length > 0) found[what] = error
    sent.length = 0
  }
  return found
}

describe('an InputError, and no request', () => {
  it.each(methods)('$name rejects with for bad arguments, in every position', async ({ name, values }) => {
    const lists = values.flatMap((_value, index) =>
      Object.entries(bad).map(([what, make]) => [`${what} at ${index}`, values.with(index, make())]),
    )
    expect(await outcomes(name, Object.fromEntries(lists))).toEqual({})
  })

  it.each(methods)('$name rejects with for bad options', async ({ name, values }) => {
    const lists = Object.entries(badOptions).map(([what, make]) => [what, [...values, make()]])
    expect(await outcomes(name, Object.fromEntries(lists))).toEqual({})
  })

  it.each(Object.entries(badOptions))('raw calls reject with for options: %s', async (what, make) => {
    // In raw calls, null removes headers, as in openapi-fetch.
    if (what === 'headers: null') return
    const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
    const options = make()
    const isMergeable = typeof options === 'object' && options !== null && /:|name|getter that/.test(what)
    const init = isMergeable
      ? Object.defineProperties({ params: { path: { username: 'zoe' } } }, Object.getOwnPropertyDescriptors(options))
      : options
    expect(await failure(sceyt.raw.GET('/users/{username}', init as never))).toMatchObject({ name: 'InputError' })
    expect(sent).toEqual([])
  })

  const badRaw: Record<string, object> = {
    ...Object.fromEntries(Object.entries(bad).map(([what, make]) => [`params: ${what}`, { params: make() }])),
    ...Object.fromEntries(Object.entries(bad).map(([what, make]) => [`path: ${what}`, { params: { path: make() } }])),
    ...Object.fromEntries(Object.entries(bad).map(([what, make]) => [`query: ${what}`, { params: { query: make() } }])),
    ...Object.fromEntries(Object.entries(bad).map(([what, make]) => [`parseAs: ${what}`, { parseAs: make() }])),
    ...Object.fromEntries(
      Object.entries(bad)
        .filter(([what]) => what !== 'a Map')
        .map(([what, make]) => [`header: ${what}`, { params: { header: make() } }]),
    ),
    'a query outside of params': { query: { limit: 5 } },
    'an unknown kind of parameters': { params: { querry: {} } },
    'a middleware that is none': { middleware: 5 },
    'another method': { method: 'DELETE' },
    redirects: { redirect: 'follow' },
    'a query serializer that throws': {
      querySerializer: () => {
        throw new Error('hostile')
      },
    },
    'a query serializer that returns a number': { querySerializer: () => 5 },
    'a query serializer that is a number': { querySerializer: 5 },
    'options of a query serializer that throw': { params: { query: { limit: 5 } }, querySerializer: hostile() },
  }
  it.each(Object.entries(badRaw))('raw calls reject with for %s', async (_what, init) => {
    const { sceyt, sent } = recordingClient(() => json({ users: [] }))
    expect(await failure(sceyt.raw.GET('/users', init as never))).toMatchObject({ name: 'InputError' })
    expect(sent).toEqual([])
  })

  const badSerializers: Record<string, unknown> = {
    throws: () => {
      throw new Error('hostile')
    },
    'throws a symbol': () => {
      throw Symbol('hostile')
    },
    'returns undefined': () => undefined,
    'returns null': () => null,
    'returns a number': () => 5,
    'returns an object': () => ({}),
    'returns a promise': async () => '{}',
    'returns a hostile proxy': hostile,
    'returns a locked stream': () => {
      const stream = new Blob(['a']).stream()
      stream.getReader()
      return stream
    },
    'returns a detached buffer': () => {
      const buffer = new ArrayBuffer(8)
      structuredClone(buffer, { transfer: [buffer] })
      return buffer
    },
    'is no function': {},
  }
  it.each(Object.entries(badSerializers))(
    'raw calls reject with for a body serializer that %s',
    async (_what, bodySerializer) => {
      const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
      const init = { body: { username: 'zoe' }, bodySerializer } as never
      expect(await failure(sceyt.raw.POST('/users', init))).toMatchObject({
        name: 'InputError',
        parameter: 'bodySerializer',
        operationId: 'createUser',
      })
      expect(sent).toEqual([])
    },
  )

  it('raw calls reject with for a body serializer that returns a stream that was read before', async () => {
    const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
    const stream = new Blob(['a']).stream()
    const reader = stream.getReader()
    await reader.read()
    reader.releaseLock()
    for (const middleware of [[], [{ onRequest() {} }]]) {
      const init = { body: { username: 'zoe' }, middleware, bodySerializer: () => stream as never }
      expect(await failure(sceyt.raw.POST('/users', init))).toMatchObject({
        name: 'InputError',
        parameter: 'bodySerializer',
      })
    }
    expect(sent).toEqual([])
  })

  it.each([
    ['without', []],
    ['with', [{ onRequest() {} }]],
  ])('raw calls %s a middleware reject with for what a Request does not support', async (_name, middleware) => {
    const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
    const inits = [{ mode: 'navigate' }, { cache: 'none' }, { integrity: Symbol('a') }]
    for (const init of inits) {
      const call = sceyt.raw.POST('/users', { body: { username: 'zoe' }, middleware, ...init } as never)
      expect(await failure(call)).toMatchObject({
        name: 'InputError',
        operationId: 'createUser',
        message: expect.stringContaining('cannot make a Request: '),
      })
    }
    expect(sent).toEqual([])
  })

  it.each(Object.entries(bad))('raw calls reject with for a method or a path that is %s', async (_what, make) => {
    const raw = recordingClient(() => json({})).sceyt.raw as unknown as Record<
      string,
      (...values: unknown[]) => Promise<unknown>
    >
    expect(await failure(raw['GET']?.(make()) as Promise<unknown>)).toMatchObject({ name: 'InputError' })
    expect(await failure(raw['request']?.(make(), '/users') as Promise<unknown>)).toMatchObject({ name: 'InputError' })
  })

  it.each(Object.entries(bad))('raw.use throws for %s', (_what, make) => {
    const value = make()
    if (value === null) return
    expect(() => recordingClient(() => json({})).sceyt.raw.use(value as never)).toThrow(
      expect.objectContaining({ name: 'InputError', parameter: 'middleware' }),
    )
  })

  const names: (keyof SceytOptions)[] = [
    'apiUrl',
    'appId',
    'apiKey',
    'baseUrl',
    'apiKeyHeader',
    'filterSeparator',
    'userAgent',
    'fetch',
    'timeout',
    'totalTimeout',
    'maxRetries',
    'maxConcurrent',
    'maxResponseBytes',
    'hooks',
    'logger',
    'logLevel',
    'inspect',
    'allowHttp',
    'allowBrowser',
  ]
  it.each(names)('createSceyt throws for %s', (name) => {
    const valid: Partial<Record<string, string[]>> = {
      fetch: ['a function'],
      inspect: ['a function'],
      timeout: ['a number'],
      totalTimeout: ['a number'],
      hooks: ['a class of getters'],
    }
    const rest = name === 'baseUrl' ? {} : { apiUrl: 'api.example', appId: 'app' }
    for (const [what, make] of Object.entries(bad)) {
      if (valid[name]?.includes(what)) continue
      expect(() => createSceyt({ ...rest, apiKey: 'key', [name]: make() }), what).toThrow(
        expect.objectContaining({ name: 'InputError', parameter: name }),
      )
    }
  })

  it.each(Object.entries(badOptions))('createSceyt throws for options: %s', (_what, make) => {
    expect(() => createSceyt(make() as SceytOptions)).toThrow(expect.objectContaining({ name: 'InputError' }))
  })
})

describe('a logger or a hook that rejects', () => {
  const rejections: Record<string, () => unknown> = {
    'with a promise': () => Promise.reject(new Error('hostile')),
    'with a thenable': () => ({
      // biome-ignore lint/suspicious/noThenProperty: such a value is what is tested
      then: (_resolve: unknown, reject: (reason: unknown) => void) => reject(new Error('hostile')),
    }),
    'with a thenable that throws': () => ({
      // biome-ignore lint/suspicious/noThenProperty: such a value is what is tested
      then() {
        throw new Error('hostile')
      },
    }),
    'by a throw': () => {
      throw new Error('hostile')
    },
  }
  it.each(Object.entries(rejections))('%s does not end the process, and the call succeeds', async (_how, reject) => {
    const unhandled: unknown[] = []
    const record = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', record)
    const logger = { error: reject, warn: reject, info: reject, debug: reject } as never
    const hooks = { onRequest: reject, onResponse: reject, onRetry: reject, onError: reject }
    let requests = 0
    const { sceyt } = recordingClient(
      () => (requests++ === 0 ? json({}, { status: 503, headers: { 'retry-after': '0' } }) : json({ username: 'zoe' })),
      { logger, hooks, logLevel: 'debug' },
    )
    expect((await sceyt.users.get('zoe')).username).toBe('zoe')
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', record)
    expect(unhandled).toEqual([])
  })
})

it('headers may be an object, pairs, a Map or Headers, with text, numbers and lists', async () => {
  const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
  const given: unknown[] = [
    { 'X-A': '1', 'X-B': undefined },
    { 'X-A': 1 },
    { 'X-A': true },
    { 'X-A': ['1', 2] },
    Object.assign(Object.create(null), { 'X-A': '1' }),
    [['X-A', '1']],
    [
      ['X-A', '1'],
      ['x-a', '2'],
    ],
    new Map([['X-A', '1']]),
    new Headers({ 'X-A': '1' }),
  ]
  for (const headers of given) await (sceyt as Sceyt).users.get('zoe', { headers: headers as never })
  expect(sent.map(({ headers }) => headers.get('x-a'))).toEqual(['1', '1', 'true', '1, 2', '1', '1', '1, 2', '1', '1'])
})
