import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { context, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici'
import { AlwaysOffSampler, BasicTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-base'
import { createSceyt, type Sceyt, type SceytOptions } from 'sceyt-platform'
import { fromPath, pooledFetch } from 'sceyt-platform/node'
import { instrument } from 'sceyt-platform/otel'
import { request } from 'undici'
import { expect, it, onTestFinished, vi } from 'vitest'
import { failure } from '../lib/fetches.js'
import { serve, unusedOrigin } from '../lib/serve.js'
import { createTelemetry, instrumented, registerGlobals, show, withinSpan } from './telemetry.js'

const apiKey = 'k3y-that-must-never-be-seen'
const template = '/users/{username}'

registerGlobals()

/** Responds with JSON and a status, by the number of the request, from 0. The last one is repeated. */
type Script = readonly (readonly [status: number, body: object, headers?: Record<string, string>])[]

/** Serves a script until the test ends, and records the headers of each request. */
async function open(
  script: Script,
  options: SceytOptions = {},
): Promise<{ sceyt: Sceyt; origin: string; headers: IncomingHttpHeaders[] }> {
  const headers: IncomingHttpHeaders[] = []
  const listener: RequestListener = (request, response) => {
    const [status, body, added = {}] = script[Math.min(headers.length, script.length - 1)] ?? [500, {}]
    headers.push(request.headers)
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json', ...added }).end(JSON.stringify(body))
    })
  }
  const { origin } = await serve(createServer(listener))
  return { sceyt: createSceyt({ baseUrl: `${origin}/v1/app`, apiKey, ...options }), origin, headers }
}

const zoe = { username: 'zoe' }

/** Options for connections of undici, which are closed when the test ends. */
function pooled(): SceytOptions {
  const fetch = pooledFetch()
  onTestFinished(() => fetch.close())
  return { fetch }
}

it('makes a span of a call and one of its attempt', async () => {
  const telemetry = instrumented()
  const { sceyt, origin } = await open([[200, zoe]])
  await sceyt.users.get('zoe')
  const { port } = new URL(origin)
  expect(show(telemetry.spans())).toEqual([
    {
      name: 'users.get',
      kind: 'INTERNAL',
      parent: undefined,
      isError: false,
      attributes: {
        'sceyt.operation.name': 'users.get',
        'sceyt.operation.id': 'getUser',
        'sceyt.call.id': expect.any(String),
        'sceyt.call.attempts': 1,
      },
    },
    {
      name: `GET ${template}`,
      kind: 'CLIENT',
      parent: 'users.get',
      isError: false,
      attributes: {
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'server.port': Number(port),
        'url.full': `${origin}/v1/app/users/zoe`,
        'url.template': template,
      },
    },
  ])
  expect(telemetry.spans()[0]?.instrumentationScope).toMatchObject({
    name: 'sceyt-platform',
    version: expect.any(String),
  })
})

it('marks an error status in both spans', async () => {
  const telemetry = instrumented()
  const { sceyt } = await open([[404, { message: 'No such user' }]])
  await failure(sceyt.users.get('nobody'))
  expect(show(telemetry.spans())).toMatchObject([
    { name: 'users.get', isError: true, attributes: { 'error.type': 'NotFoundError' } },
    { isError: true, attributes: { 'http.response.status_code': 404, 'error.type': '404' } },
  ])
})

it('makes a span of each attempt, and only the last call to the server is a success', async () => {
  const telemetry = instrumented()
  const { sceyt } = await open([
    [429, {}, { 'retry-after': '0' }],
    [200, { id: '1' }],
  ])
  await sceyt.messages.send('1', { from: 'zoe', body: 'Hi' })
  const [call, first, second] = show(telemetry.spans())
  expect(call).toMatchObject({ name: 'messages.send', isError: false, attributes: { 'sceyt.call.attempts': 2 } })
  expect(first).toMatchObject({ parent: 'messages.send', isError: true, attributes: { 'error.type': '429' } })
  expect(first?.attributes).not.toHaveProperty('http.request.resend_count')
  expect(second).toMatchObject({
    parent: 'messages.send',
    isError: false,
    attributes: { 'http.request.resend_count': 1, 'http.response.status_code': 200 },
  })
})

it.each<[string, () => Promise<Sceyt>, string]>([
  [
    'a timeout',
    async () => {
      const { origin } = await serve(createServer(() => {}))
      return createSceyt({ baseUrl: origin, apiKey, timeout: 50, maxRetries: 0 })
    },
    'TimeoutError',
  ],
  [
    'a refused connection',
    async () => createSceyt({ baseUrl: await unusedOrigin(), apiKey, maxRetries: 0 }),
    'ConnectionError',
  ],
  [
    'a success that is not JSON',
    async () => {
      const { origin } = await serve(createServer((_request, response) => void response.end('<p>')))
      return createSceyt({ baseUrl: origin, apiKey })
    },
    'ResponseError',
  ],
])('marks %s', async (_what, create, type) => {
  const telemetry = instrumented()
  const sceyt = await create()
  await failure(sceyt.users.get('zoe'))
  const [call, attempt] = show(telemetry.spans())
  expect(call).toMatchObject({ isError: true, attributes: { 'error.type': type } })
  // The attempt has received the whole response before it is parsed.
  if (type === 'ResponseError') expect(attempt).toMatchObject({ isError: false })
  else expect(attempt).toMatchObject({ isError: true, attributes: { 'error.type': type } })
})

it('marks an abort, with its reason’s class at most', async () => {
  const telemetry = instrumented()
  for (const reason of [undefined, new Error('a secret reason'), 'a secret']) {
    const controller = new AbortController()
    const { origin } = await serve(createServer(() => controller.abort(reason)))
    const sceyt = createSceyt({ baseUrl: origin, apiKey })
    await failure(sceyt.users.get('zoe', { signal: controller.signal }))
  }
  const types = show(telemetry.spans()).map(({ attributes }) => attributes['error.type'])
  expect(types).toEqual(['AbortError', 'AbortError', 'Error', 'Error', '_OTHER', '_OTHER'])
  expect(await telemetry.exported()).not.toContain('a secret')
})

it('makes no span for what cannot be sent', async () => {
  const telemetry = instrumented()
  const { sceyt } = await open([[200, zoe]])
  expect(await failure(sceyt.users.get('..'))).toMatchObject({ name: 'InputError' })
  expect(telemetry.spans()).toEqual([])
})

it.each<[string, () => Promise<[SceytOptions, (sceyt: Sceyt) => Promise<unknown>]>]>([
  [
    'the file of an upload was removed',
    async () => {
      const file = join(await mkdtemp(join(tmpdir(), 'sceyt-spans-')), 'a.txt')
      await writeFile(file, 'a')
      const source = await fromPath(file)
      await rm(dirname(file), { recursive: true })
      return [{}, (sceyt) => sceyt.files.upload(source)]
    },
  ],
  [
    'the connections are closed',
    async () => {
      const fetch = pooledFetch()
      await fetch.close()
      return [{ fetch }, (sceyt) => sceyt.users.get('zoe')]
    },
  ],
])('makes no span of a request if %s', async (_why, prepare) => {
  const telemetry = instrumented()
  const [options, call] = await prepare()
  const { sceyt, headers } = await open([[200, zoe]], { maxRetries: 0, ...options })
  await failure(call(sceyt))
  expect(headers).toEqual([])
  expect(show(telemetry.spans()).map(({ kind, isError }) => [kind, isError])).toEqual([['INTERNAL', true]])
  expect(Object.keys(await telemetry.histograms())).toEqual(['sceyt.client.call.duration'])
})

it.each<[string, () => void]>([
  [
    'the propagator',
    () => {
      propagation.disable()
      const inject = () => {
        throw new Error('bad propagator')
      }
      propagation.setGlobalPropagator({ inject, extract: (active) => active, fields: () => [] })
    },
  ],
  [
    'the context manager',
    () => {
      context.disable()
      const manager = new AsyncLocalStorageContextManager()
      const run = manager.with.bind(manager)
      let calls = 0
      // Later calls are those of the exporter.
      manager.with = (...parameters) => {
        if (++calls <= 2) throw new Error('bad context manager')
        return run(...parameters)
      }
      context.setGlobalContextManager(manager)
    },
  ],
])('ends all spans, and sends once, when %s throws', async (_what, spoil) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => {
    error.mockRestore()
    propagation.disable()
    context.disable()
    registerGlobals()
  })
  const telemetry = instrumented()
  const { sceyt, headers } = await open([[200, zoe]])
  spoil()
  expect(await sceyt.users.get('zoe')).toEqual(zoe)
  expect(headers).toHaveLength(1)
  expect(telemetry.spans()).toHaveLength(2)
  expect(error).toHaveBeenCalledWith(expect.stringMatching(/failed; the call continues/), expect.anything())
})

it('calls a fetch that throws once', async () => {
  const telemetry = instrumented()
  let calls = 0
  const fetch = () => {
    calls++
    throw new Error('bad fetch')
  }
  await failure(createSceyt({ baseUrl: 'https://api.example.com', apiKey, fetch, maxRetries: 0 }).users.create(zoe))
  expect(calls).toBe(1)
  expect(telemetry.spans()).toHaveLength(2)
})

it('makes one span if several copies of the module are in use', async () => {
  const telemetry = instrumented()
  const { tracerProvider, meterProvider } = telemetry
  vi.resetModules()
  const copy = await import('sceyt-platform/otel')
  expect(copy.instrument).not.toBe(instrument)
  const stop = copy.instrument({ tracerProvider, meterProvider })
  const { sceyt } = await open([[200, zoe]])
  await sceyt.users.get('zoe')
  expect(telemetry.spans()).toHaveLength(2)
  stop()
  await sceyt.users.get('zoe')
  expect(telemetry.spans()).toHaveLength(4)
})

it('makes no error of a conflict that upsert expects', async () => {
  const telemetry = instrumented()
  const { sceyt } = await open([
    [409, {}],
    [200, zoe],
  ])
  await sceyt.users.upsert(zoe)
  const calls = show(telemetry.spans()).filter(({ kind }) => kind === 'INTERNAL')
  expect(calls.map(({ name, isError }) => [name, isError])).toEqual([
    ['users.create', false],
    ['users.update', false],
  ])
})

it.each([
  ['fetch', () => ({})],
  ['pooledFetch', pooled],
] as const)(
  'sends traceparent and baggage with %s, the span of the attempt being the parent',
  async (_name, options) => {
    const telemetry = instrumented()
    const { sceyt, headers } = await open(
      [
        [503, {}, { 'retry-after': '0' }],
        [200, zoe],
      ],
      options(),
    )
    await withinSpan(telemetry, 'handler', () =>
      context.with(
        propagation.setBaggage(context.active(), propagation.createBaggage({ tenant: { value: 'blue' } })),
        () => sceyt.users.get('zoe'),
      ),
    )
    const attempts = telemetry.spans().filter(({ name }) => name.startsWith('GET'))
    const expected = attempts.map((span) => {
      const { traceId, spanId } = span.spanContext()
      return { traceparent: `00-${traceId}-${spanId}-01`, baggage: 'tenant=blue', 'platform-api-key': apiKey }
    })
    expect(expected).toHaveLength(2)
    expect(headers).toMatchObject(expected)
    expect(show(telemetry.spans())[1]).toMatchObject({ name: 'users.get', parent: 'handler' })
  },
)

it('has the span of the call active in hooks and middlewares, and that of the attempt while it is sent', async () => {
  const telemetry = instrumented()
  const active: [string, string | undefined][] = []
  const note = (where: string) => active.push([where, trace.getActiveSpan()?.spanContext().spanId])
  const { sceyt } = await open(
    [
      [503, {}, { 'retry-after': '0' }],
      [200, zoe],
    ],
    {
      hooks: { onRequest: () => note('request'), onRetry: () => note('retry'), onResponse: () => note('response') },
    },
  )
  sceyt.raw.use({ onRequest: () => void note('middleware') })
  await sceyt.users.get('zoe')
  const names = new Map(telemetry.spans().map((span) => [span.spanContext().spanId, span.name]))
  const get = `GET ${template}`
  expect(active.map(([where, id]) => [where, names.get(id ?? '')])).toEqual([
    ['middleware', 'users.get'],
    ['request', get],
    ['response', 'users.get'],
    ['retry', 'users.get'],
    ['request', get],
    ['response', 'users.get'],
  ])
})

it('makes a call of each page of a list, in the context of the reader', async () => {
  const telemetry = instrumented()
  const page = (next: string | null) => [200, { users: [zoe], count: 1, total_count: 2, links: { next } }] as const
  const { sceyt, origin } = await open([page('?limit=1&offset=1'), page(null)])
  await withinSpan(telemetry, 'reader', async () => {
    for await (const _user of sceyt.users.list({ limit: 1 }));
  })
  const shown = show(telemetry.spans())
  expect(shown.map(({ name, parent }) => [name, parent])).toEqual([
    ['reader', undefined],
    ['users.list', 'reader'],
    ['GET /users', 'users.list'],
    ['users.list', 'reader'],
    ['GET /users', 'users.list'],
  ])
  expect(shown[4]?.attributes['url.full']).toBe(`${origin}/v1/app/users?limit=REDACTED&offset=REDACTED`)
})

it('traces an upload, whose source is read within the attempt', async () => {
  const telemetry = instrumented()
  const { sceyt, headers } = await open([[200, { url: 'https://api.example.com/v1/app/files/a.txt' }]])
  await sceyt.files.upload(new File(['a private matter'], 'secret-name.txt'))
  expect(headers[0]).toMatchObject({
    traceparent: expect.any(String),
    'content-type': expect.stringContaining('multipart'),
  })
  expect(show(telemetry.spans())).toMatchObject([{ name: 'files.upload' }, { parent: 'files.upload' }])
  expect(await telemetry.exported()).not.toMatch(/private|secret-name/)
})

it('keeps 100 concurrent calls of two clients apart, also in the queue', async () => {
  const telemetry = instrumented()
  const { sceyt: first } = await open([[200, zoe]], { maxConcurrent: 5 })
  const { sceyt: second } = await open([
    [503, {}, { 'retry-after': '0' }],
    [200, zoe],
  ])
  await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      withinSpan(telemetry, `handler ${index}`, () => (index % 2 ? first : second).users.get(`user${index}`)),
    ),
  )
  const spans = telemetry.spans()
  const at = new Map(spans.map((span) => [span.spanContext().spanId, span]))
  const attempts = spans.filter(({ name }) => name.startsWith('GET'))
  expect(attempts).toHaveLength(101)
  for (const attempt of attempts) {
    const call = at.get(attempt.parentSpanContext?.spanId ?? '')
    const handler = at.get(call?.parentSpanContext?.spanId ?? '')
    expect(call?.name).toBe('users.get')
    expect(attempt.attributes['url.full']).toMatch(new RegExp(`/user${handler?.name.replace('handler ', '')}$`))
  }
})

it.each<[string, Partial<SpanProcessor>]>([
  [
    'at the start of a span',
    {
      onStart() {
        throw new Error('bad processor')
      },
    },
  ],
  [
    'at the end of a span',
    {
      onEnd() {
        throw new Error('bad exporter')
      },
    },
  ],
])('continues a call when a processor throws %s', async (_when, broken) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => error.mockRestore())
  const none = { onStart() {}, onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} }
  instrumented({ ...none, ...broken })
  const { sceyt, headers } = await open([[200, zoe]])
  expect(await sceyt.users.get('zoe')).toEqual(zoe)
  expect(headers).toHaveLength(1)
  await new Promise(setImmediate)
  expect(error).toHaveBeenCalledWith(expect.stringMatching(/failed; the call continues/), expect.anything())
})

it('makes one span when it is called twice, and none once both have stopped', async () => {
  const telemetry = createTelemetry()
  const { tracerProvider, meterProvider } = telemetry
  const { sceyt, headers } = await open([[200, zoe]])
  const [first, second] = [instrument({ tracerProvider, meterProvider }), instrument({ tracerProvider, meterProvider })]
  await sceyt.users.get('zoe')
  expect(telemetry.spans()).toHaveLength(2)
  first()
  first()
  await sceyt.users.get('zoe')
  expect(telemetry.spans()).toHaveLength(4)
  second()
  await sceyt.users.get('zoe')
  expect(telemetry.spans()).toHaveLength(4)
  expect(headers[2]).not.toHaveProperty('traceparent')
})

it('makes the spans of a call without a context manager, and sends their headers', async () => {
  context.disable()
  onTestFinished(() => {
    propagation.disable()
    registerGlobals()
  })
  const telemetry = instrumented()
  const { sceyt, headers } = await open([
    [503, {}, { 'retry-after': '0' }],
    [200, zoe],
  ])
  expect(await sceyt.users.get('zoe')).toEqual(zoe)
  const name = `GET ${template}`
  expect(show(telemetry.spans()).map((span) => [span.name, span.parent])).toEqual([
    ['users.get', undefined],
    [name, 'users.get'],
    [name, 'users.get'],
  ])
  const ids = telemetry.spans().map((span) => span.spanContext().spanId)
  expect(headers.map(({ traceparent }) => String(traceparent).split('-')[2])).toEqual(ids.slice(1))
})

it('exports nothing of a call that is not sampled, and says so to the server', async () => {
  const exported: unknown[] = []
  const processor = { onStart() {}, onEnd: (span: unknown) => void exported.push(span) }
  const tracerProvider = new BasicTracerProvider({
    sampler: new AlwaysOffSampler(),
    spanProcessors: [{ ...processor, forceFlush: async () => {}, shutdown: async () => {} }],
  })
  onTestFinished(instrument({ tracerProvider }))
  const { sceyt, headers } = await open([
    [503, {}, { 'retry-after': '0' }],
    [200, zoe],
  ])
  expect(await sceyt.users.get('zoe')).toEqual(zoe)
  expect(exported).toEqual([])
  for (const { traceparent } of headers) expect(traceparent).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-00$/)
})

it('makes the spans of each provider', async () => {
  const [one, other] = [instrumented(), instrumented()]
  const { sceyt } = await open([[200, zoe]])
  await sceyt.users.get('zoe')
  expect([one.spans().length, other.spans().length]).toEqual([2, 2])
})

it('finishes the spans of a call in flight after it has stopped', async () => {
  const telemetry = createTelemetry()
  const stop = instrument({ tracerProvider: telemetry.tracerProvider })
  const { sceyt } = await open([[200, zoe]])
  const user = sceyt.users.get('zoe')
  stop()
  await user
  expect(telemetry.spans()).toHaveLength(2)
})

it('uses the global provider, also when it is registered later, and does nothing without one', async () => {
  onTestFinished(instrument())
  const { sceyt, headers } = await open([[200, zoe]])
  expect(await sceyt.users.get('zoe')).toEqual(zoe)
  expect(headers[0]).not.toHaveProperty('traceparent')
  const telemetry = createTelemetry()
  trace.setGlobalTracerProvider(telemetry.tracerProvider)
  onTestFinished(() => trace.disable())
  await sceyt.users.get('zoe')
  expect(telemetry.spans()).toHaveLength(2)
  expect(headers[1]).toHaveProperty('traceparent')
})

it.each(['fetch', 'pooledFetch'])(
  'is the parent of the span of undici’s instrumentation with %s, whose traceparent is the only one',
  async (how) => {
    const telemetry = instrumented()
    const undici = new UndiciInstrumentation()
    undici.setTracerProvider(telemetry.tracerProvider)
    onTestFinished(() => undici.disable())
    const { sceyt, headers } = await open([[200, zoe]], how === 'fetch' ? {} : pooled())
    for (let count = 0; count < 2; count++) await sceyt.users.get('zoe')
    const tree = [
      ['users.get', undefined],
      [`GET ${template}`, 'users.get'],
      ['GET', `GET ${template}`],
    ]
    expect(show(telemetry.spans()).map(({ name, parent }) => [name, parent])).toEqual([...tree, ...tree])
    const inner = telemetry.spans().filter(({ name }) => name === 'GET')
    const expected = inner.map((span) => `00-${span.spanContext().traceId}-${span.spanContext().spanId}-01`)
    expect(headers.map(({ traceparent }) => traceparent)).toEqual(expected)
  },
)

it('replaces no header of the request, and leaves out one that is not valid', async () => {
  instrumented()
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => error.mockRestore())
  const added = { 'platform-api-key': 'other', traceparent: 'other', 'x-bad': 'line\nbreak', 'x-b3': 'on' }
  propagation.disable()
  propagation.setGlobalPropagator({
    inject: (_context, carrier) => void Object.assign(carrier as object, added),
    extract: (given) => given,
    fields: () => Object.keys(added),
  })
  onTestFinished(() => {
    propagation.disable()
    registerGlobals()
  })
  const { sceyt, headers } = await open([[200, zoe]])
  await sceyt.users.get('zoe', { headers: { traceparent: 'mine' } })
  expect(headers[0]).toMatchObject({ 'platform-api-key': apiKey, traceparent: 'mine', 'x-b3': 'on' })
  expect(headers[0]).not.toHaveProperty('x-bad')
  expect(JSON.stringify(error.mock.calls)).not.toContain('break')
})

it('sends a message once, whatever a processor does', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => error.mockRestore())
  const fail = () => {
    throw new Error('bad processor')
  }
  // The span of the call can be made, and that of the attempt cannot.
  const onStart = (span: { name: string }) => void (span.name.startsWith('POST') && fail())
  instrumented({ onStart, onEnd: fail, forceFlush: async () => {}, shutdown: async () => {} })
  const { sceyt, headers } = await open([[200, { id: '1' }]])
  expect(await sceyt.messages.send('1', { from: 'zoe', body: 'Hi' })).toMatchObject({ id: '1' })
  expect(headers).toHaveLength(1)
  await new Promise(setImmediate)
  expect(error.mock.calls.map(([line]) => line)).toEqual([
    'sceyt-platform: a span failed; the call continues',
    'sceyt-platform: a span failed; the call continues',
  ])
})

it('leaves other requests of undici alone', async () => {
  instrumented()
  const undici = new UndiciInstrumentation()
  onTestFinished(() => undici.disable())
  const { sceyt, origin, headers } = await open([[200, zoe]])
  await sceyt.users.get('zoe')
  await request(origin, { headers: ['baggage', 'a=1', 'baggage', 'b=2'] })
  expect(headers[1]).toMatchObject({ baggage: 'a=1, b=2' })
})

it('exports neither the key, nor bodies, nor values of a query, nor messages', async () => {
  const telemetry = instrumented()
  const secret = 'a private matter'
  const { sceyt } = await open([
    [200, { id: '1', body: secret }],
    [422, { code: 1, message: `${secret} is not valid, ${apiKey}` }],
    [200, { users: [], count: 0, total_count: 0, links: { next: null } }],
  ])
  const message = { from: 'zoe', body: secret }
  await sceyt.messages.send('1', message, { headers: { 'X-Secret': 'hush' } })
  await failure(sceyt.messages.send('1', message))
  await sceyt.raw.GET('/users', { params: {}, querySerializer: () => 'hush&name=hush&key' })
  await sceyt.users.get(apiKey)
  await failure(createSceyt({ baseUrl: await unusedOrigin(), apiKey, maxRetries: 0 }).messages.send('1', message))
  const exported = await telemetry.exported()
  expect(exported).toContain('messages.send')
  expect(exported).toContain('?REDACTED&name=REDACTED&REDACTED')
  expect(exported).not.toMatch(new RegExp(`${apiKey}|${secret}|hush`))
})
