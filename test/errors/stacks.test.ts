import { AsyncLocalStorage } from 'node:async_hooks'
import { generateKeyPairSync } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type Context, type ContextManager, context, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import { afterEach, describe, expect, it } from 'vitest'
import { createSceyt, type Fetch, SceytError, type SceytOptions } from '../../src/index.js'
import { instrument } from '../../src/otel/index.js'
import { TokenError, verifyUserToken } from '../../src/token/index.js'
import { createSceyt as createValidating } from '../../src/validate/index.js'
import { failure } from '../lib/fetches.js'

const base = { baseUrl: 'https://api.example.com', apiKey: 'k3y-that-must', maxRetries: 0 }
const wait = () => new Promise((resolve) => setTimeout(resolve, 1))

const json =
  (body: unknown, status = 200): Fetch =>
  async () => {
    await wait()
    return Response.json(body, { status })
  }
const reject: Fetch = async () => {
  await wait()
  throw new TypeError('fetch failed')
}
const hang: Fetch = () => new Promise(() => {})
const clientOf = (fetch: Fetch, options: SceytOptions = {}) => createSceyt({ ...base, fetch, ...options })

const page = {
  count: 1,
  total_count: 3,
  links: { next: 'https://api.example.com/?offset=1' },
  users: [{ username: 'a' }],
}
let requests = 0
const second: Fetch = async () => (requests++ % 2 === 0 ? Response.json(page) : new Response('{}', { status: 500 }))

/** Each calls the client in another way, and fails. */
const callers: Record<string, () => Promise<void>> = {
  async callerInput() {
    await clientOf(json({})).channels.createPrivate({ subject: 'S', members: [{ username: { a: 1 } }] } as never)
  },
  async callerInputDeep() {
    await clientOf(json({})).messages.send('1', {
      from: 'z',
      body: 'b',
      metadata: {},
      attachments: [{ type: 5 }],
    } as never)
  },
  async callerConn() {
    await clientOf(reject).users.get('zoe')
  },
  async callerTimeout() {
    await clientOf(hang, { timeout: 5 }).users.get('zoe')
  },
  async callerTotal() {
    await clientOf(hang, { totalTimeout: 5 }).users.get('zoe')
  },
  async callerApi() {
    await clientOf(json({}, 404)).users.get('zoe')
  },
  async callerRedirect() {
    await clientOf(async () => new Response(null, { status: 302 })).users.get('zoe')
  },
  async callerResponse() {
    await clientOf(async () => new Response('<')).users.get('zoe')
  },
  async callerRetry() {
    await clientOf(reject, { maxRetries: 1 }).users.get('zoe')
  },
  async callerList() {
    await clientOf(json({}, 404)).users.list()
  },
  async callerListConn() {
    await clientOf(reject).users.list()
  },
  async callerListTimeout() {
    await clientOf(hang, { timeout: 5 }).users.list()
  },
  async callerListInput() {
    await clientOf(json({})).users.list({ limit: 51 })
  },
  async callerFor() {
    for await (const _ of clientOf(reject).users.list());
  },
  async callerForInput() {
    for await (const _ of clientOf(reject).users.list({ limit: 51 }));
  },
  async callerForSecond() {
    for await (const _ of clientOf(second).users.list());
  },
  async callerPages() {
    for await (const _ of clientOf(second).users.list().pages());
  },
  async callerPagesBad() {
    for await (const _ of clientOf(json({ count: 1, links: { next: 5 }, users: [{}] })).users.list());
  },
  async callerRaw() {
    await clientOf(reject).raw.GET('/users')
  },
  async callerRawInput() {
    await clientOf(reject).raw.GET('/users', { params: { query: { limit: 51 } } })
  },
  async callerRawPath() {
    await clientOf(reject).raw.GET('/nope' as never)
  },
  async callerWith() {
    await clientOf(json({}, 404)).users.get('zoe').withResponse()
  },
  async callerWithList() {
    await clientOf(json({}, 404)).users.list().withResponse()
  },
  async callerUpsert() {
    await clientOf(json({}, 500)).users.upsert({ username: 'a' })
  },
  async callerUpsertInput() {
    await clientOf(json({}, 500)).users.upsert({ username: 5 } as never)
  },
  async callerDirect() {
    await clientOf(json({}, 500)).channels.getOrCreateDirect([{ username: 'a' }, { username: 'b' }] as never)
  },
  async callerDirectFind() {
    let i = 0
    await clientOf(async () =>
      i++
        ? new Response('{}', { status: 500 })
        : new Response(JSON.stringify({ code: 1, type: 'AlreadyExists', message: 'x' }), { status: 409 }),
    ).channels.getOrCreateDirect([{ username: 'a' }, { username: 'b' }] as never)
  },
  async callerDirectInput() {
    await clientOf(json({}, 500)).channels.getOrCreateDirect([{ username: 'a' }, { username: 'a' }] as never)
  },
  async callerMiddleware() {
    const s = clientOf(reject)
    s.raw.use({ onRequest: () => undefined })
    await s.users.get('zoe')
  },
  async callerValidate() {
    await createValidating({ ...base, fetch: json({ username: 5 }), validate: 'throw' }).users.get('zoe')
  },
  async callerValidateList() {
    await createValidating({ ...base, fetch: json({ users: 5 }), validate: 'throw' }).users.list()
  },
  async callerCreate() {
    createSceyt({ ...base, timeout: -1 })
  },
  async callerAll() {
    await Promise.all([clientOf(reject).users.get('zoe')])
  },
  async callerDownload() {
    await clientOf(json({}, 404)).files.download('x')
  },
  async callerUpload() {
    await clientOf(reject).files.upload(new Blob(['x']))
  },
  async callerQueue() {
    const s = clientOf(hang, { maxConcurrent: 1, totalTimeout: 8 })
    s.users.get('a').catch(() => {})
    await s.users.get('zoe')
  },
  async callerReturn() {
    const f = () => clientOf(reject).users.get('zoe')
    await f()
  },
  async callerThen() {
    await clientOf(reject)
      .users.get('zoe')
      .then((x) => x)
  },
  async callerTwice() {
    const s = clientOf(reject)
    s.users.upsert({ username: 'a' }).catch(() => {})
    await s.users.upsert({ username: 'a' })
  },
  async callerToken() {
    await verifyUserToken('x.y.z', { publicKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey })
  },
}

const originalLimit = Error.stackTraceLimit
const originalCapture = Error.captureStackTrace
afterEach(() => {
  Error.stackTraceLimit = originalLimit
  Error.captureStackTrace = originalCapture
})

describe('the stack of an error', () => {
  it.each(Object.entries(callers))('names the function that made the call: %s', async (name, call) => {
    const error = (await failure(call())) as Error
    expect(error).toBeInstanceOf(SceytError)
    const line = error.stack?.split('\n').find((frame) => frame.includes(name))
    expect(line).toContain('stacks.test.ts')
    // What is shown first is unchanged.
    expect(error.stack?.startsWith(`${error.name}: ${error.message}`)).toBe(true)
  })

  it('names it also while calls are traced', async () => {
    const listener = () => {}
    subscribe('tracing:sceyt-platform:call:start', listener)
    const error = (await failure(callers['callerConn']?.() ?? Promise.resolve())) as Error
    unsubscribe('tracing:sceyt-platform:call:start', listener)
    expect(error.stack).toContain('callerConn')
  })

  it.each(['without a provider', 'with a provider and a context manager'])(
    'names it with OpenTelemetry, %s',
    async (how) => {
      const storage = new AsyncLocalStorage<Context>()
      if (how !== 'without a provider') {
        const manager: ContextManager = {
          active: () => storage.getStore() ?? ROOT_CONTEXT,
          with: (active, work, self, ...given) => storage.run(active, () => work.call(self as never, ...given)),
          bind: (_active, target) => target,
          enable: () => manager,
          disable: () => manager,
        }
        context.setGlobalContextManager(manager)
        trace.setGlobalTracerProvider({
          getTracer: () => ({
            startSpan: () => trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 }),
            startActiveSpan: () => expect.unreachable(),
          }),
        })
      }
      const stop = instrument()
      const missing: string[] = []
      for (const [name, call] of Object.entries(callers)) {
        const { stack } = (await failure(call())) as Error
        if (!stack?.includes(name)) missing.push(name)
      }
      stop()
      context.disable()
      trace.disable()
      expect(missing).toEqual([])
    },
  )

  it('names it in the hook onError too', async () => {
    const stacks: unknown[] = []
    const hooks = { onError: ({ error }: { error: unknown }) => stacks.push((error as Error).stack) }
    const sceyt = clientOf(reject, { hooks })
    async function callerHook() {
      await sceyt.users.get('zoe')
    }
    async function callerHookList() {
      for await (const _ of sceyt.users.list());
    }
    await failure(callerHook())
    await failure(callerHookList())
    expect(stacks).toEqual([expect.stringContaining('callerHook '), expect.stringContaining('callerHookList ')])
  })

  it.each(Object.entries(callers))('may be turned off: %s', async (_name, call) => {
    Error.stackTraceLimit = 0
    expect(await failure(call())).toBeInstanceOf(SceytError)
    Error.stackTraceLimit = originalLimit
    Error.captureStackTrace = undefined as unknown as typeof Error.captureStackTrace
    expect(await failure(call())).toBeInstanceOf(SceytError)
  })

  it('of the reason of a signal is left alone', async () => {
    const reason = new SceytError('mine')
    const { stack } = reason
    const controller = new AbortController()
    const call = clientOf(hang).users.get('zoe', { signal: controller.signal })
    controller.abort(reason)
    expect(await failure(call)).toBe(reason)
    expect(reason.stack).toBe(stack)
  })
})

describe('JSON.stringify', () => {
  it.each(Object.entries(callers))('shows name and message: %s', async (_name, call) => {
    const error = (await failure(call())) as SceytError
    const shown = JSON.parse(JSON.stringify(error)) as Record<string, unknown>
    expect(shown).toMatchObject({ name: error.name, message: error.message })
    expect(shown['name']).toMatch(/Error$/)
    expect(shown).not.toHaveProperty('stack')
  })

  it('shows the public fields, the headers and the causes', async () => {
    const response = async () =>
      Response.json({ message: 'No', code: 7 }, { status: 404, headers: { 'x-request-id': 'r-1' } })
    expect(JSON.parse(JSON.stringify(await failure(clientOf(response).users.get('zoe'))))).toMatchObject({
      name: 'NotFoundError',
      operationId: 'getUser',
      attempts: 1,
      status: 404,
      code: 7,
      requestId: 'r-1',
      body: { message: 'No', code: 7 },
      headers: { 'content-type': 'application/json', 'x-request-id': 'r-1' },
    })
    const cause = Object.assign(new Error('inner', { cause: new Error('innermost') }), { code: 'ECONNRESET' })
    const failing = clientOf(() => Promise.reject(new TypeError('fetch failed', { cause })))
    expect(JSON.parse(JSON.stringify(await failure(failing.users.get('zoe'))))).toMatchObject({
      name: 'ConnectionError',
      unsent: false,
      cause: {
        name: 'TypeError',
        message: 'fetch failed',
        cause: { name: 'Error', message: 'inner', code: 'ECONNRESET', cause: { message: 'innermost' } },
      },
    })
    const violation = await failure(callers['callerValidate']?.() ?? Promise.resolve())
    expect(JSON.parse(JSON.stringify(violation))).toMatchObject({
      name: 'ValidationError',
      violations: [{ pointer: '/username', expected: 'must be a string', received: '5' }],
    })
    expect(JSON.parse(JSON.stringify(new TokenError('expired', 'It has expired.')))).toMatchObject({
      name: 'TokenError',
      message: 'It has expired.',
      reason: 'expired',
    })
  })
})
