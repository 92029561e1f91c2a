import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  type ErrorEvent,
  type Fetch,
  type Hooks,
  InputError,
  type Logger,
  type LogLevel,
  type RequestEvent,
  type ResponseEvent,
  toLogger,
} from '../../src/index.js'
import { apiKey, failing, failure, hanging, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

type Line = [level: string, message: string, ...details: unknown[]]

/** A logger that keeps what it is given. */
function keep(): { logger: Logger; lines: Line[] } {
  const lines: Line[] = []
  const method =
    (level: string) =>
    (message: string, ...details: unknown[]) =>
      void lines.push([level, message, ...details])
  return {
    lines,
    logger: { error: method('error'), warn: method('warn'), info: method('info'), debug: method('debug') },
  }
}

/** Hooks that record their events, in order. */
function watch(): { hooks: Hooks; events: [name: string, event: Record<string, unknown>][] } {
  const events: [string, Record<string, unknown>][] = []
  const hook = (name: string) => (event: object) => void events.push([name, { ...event }])
  return {
    events,
    hooks: {
      onRequest: hook('onRequest'),
      onResponse: hook('onResponse'),
      onRetry: hook('onRetry'),
      onError: hook('onError'),
    },
  }
}

const zoe = { username: 'zoe' }
const good: Fetch = () => json(zoe)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a hook', () => {
  it('receives each request and each response, with every secret redacted', async () => {
    const events: { onRequest?: RequestEvent; onResponse?: ResponseEvent } = {}
    const hooks: Hooks = {
      onRequest: (event) => {
        events.onRequest = event
      },
      onResponse: (event) => {
        events.onResponse = event
      },
    }
    const respond: Fetch = async () => {
      await new Promise((resolve) => setTimeout(resolve, 40))
      return json(zoe, {
        headers: {
          'x-request-id': 'r-1',
          'x-echo': `key ${apiKey}`,
          'set-cookie': 's3cret=1',
          'proxy-authorization': 's3cret',
          'platform-api-key': 's3cret of another client',
          etag: '"1"',
        },
      })
    }
    const { sceyt } = recordingClient(respond, { hooks })
    const headers = { Authorization: 'Bearer s3cret', Cookie: 's3cret=2', 'X-Echo': `is ${apiKey}`, 'X-Trace': '7' }
    const user = sceyt.users.get('zoe', { headers })
    await vi.advanceTimersByTimeAsync(40)
    await user
    const call = {
      callId: expect.any(String),
      operationId: 'getUser',
      name: 'users.get',
      method: 'GET',
      path: '/users/{username}',
      attempt: 1,
    }
    expect(events.onRequest).toEqual({
      ...call,
      attemptDuration: 0,
      duration: 0,
      url: 'https://api.example.com/v1/app/users/zoe',
      headers: {
        accept: expect.any(String),
        authorization: '[redacted]',
        cookie: '[redacted]',
        'platform-api-key': '[redacted]',
        'user-agent': expect.stringMatching(/^sceyt-platform\//),
        'x-echo': 'is [redacted]',
        'x-trace': '7',
      },
    })
    expect(events.onResponse).toEqual({
      ...call,
      attemptDuration: 40,
      duration: 40,
      status: 200,
      requestId: 'r-1',
      headers: {
        'content-type': 'application/json',
        etag: '"1"',
        'proxy-authorization': '[redacted]',
        'set-cookie': '[redacted]',
        'platform-api-key': '[redacted]',
        'x-echo': 'key [redacted]',
        'x-request-id': 'r-1',
      },
    })
    expect(inspect(events, { depth: 9 })).not.toMatch(new RegExp(`s3cret|${apiKey}`))
  })

  it('sees no key in a header of another name, and not after a middleware either', async () => {
    const { hooks, events } = watch()
    const { sceyt } = recordingClient(good, { hooks, apiKeyHeader: 'X-Token' })
    sceyt.raw.use({ onRequest: ({ request }) => request.headers.set('X-Trace', '7') })
    await sceyt.users.create(zoe)
    expect(events[0]?.[1]).toMatchObject({
      method: 'POST',
      headers: { 'x-token': '[redacted]', 'x-trace': '7', 'content-type': 'application/json' },
    })
    expect(inspect(events, { depth: 9 })).not.toContain(apiKey)
  })

  it('receives events in their order', async () => {
    const { hooks, events } = watch()
    const { sceyt } = recordingClient(
      inSequence(respondingWith(503, { 'retry-after': '2' }), failing('ECONNRESET'), respondingWith(404)),
      {
        hooks,
      },
    )
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(2000)
    await vi.advanceTimersByTimeAsync(1000)
    expect(await error).toMatchObject({ status: 404, attempts: 3 })
    expect(events.map(([name, { attempt }]) => [name, attempt])).toEqual([
      ['onRequest', 1],
      ['onResponse', 1],
      ['onRetry', 1],
      ['onRequest', 2],
      ['onRetry', 2],
      ['onRequest', 3],
      ['onResponse', 3],
      ['onError', 3],
    ])
    expect(events[1]?.[1]).toMatchObject({ status: 503, duration: 0 })
    expect(events[2]?.[1]).toMatchObject({
      status: 503,
      error: undefined,
      delay: 2000,
      operationId: 'getUser',
      name: 'users.get',
    })
    expect(events[3]?.[1]).toMatchObject({ duration: 2000 })
    expect(events[4]?.[1]).toMatchObject({ status: undefined, error: { name: 'ConnectionError' } })
    expect(events[7]?.[1]).toMatchObject({ error: await error, operationId: 'getUser', name: 'users.get' })
  })

  it('onRetry receives the status or the error of the last attempt, and not of an earlier one', async () => {
    const retries: unknown[] = []
    const { sceyt } = recordingClient(inSequence(failing('ECONNRESET'), respondingWith(503), respondingWith(404)), {
      hooks: { onRetry: ({ status, error }) => void retries.push([status, (error as Error | undefined)?.name]) },
    })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(3000)
    expect(await error).toMatchObject({ status: 404 })
    expect(retries).toEqual([
      [undefined, 'ConnectionError'],
      [503, undefined],
    ])
  })

  it.each<[string, Fetch, object]>([
    ['an error of the server', respondingWith(404), { name: 'NotFoundError' }],
    ['no response', failing('ECONNREFUSED', 'connect'), { name: 'ConnectionError' }],
    ['a redirect', async () => new Response(null, { status: 302 }), { name: 'RedirectError' }],
    ['a success that is none', async () => new Response('<p>'), { name: 'ResponseError' }],
    ['a body that is no UTF-8', async () => new Response(Uint8Array.of(0xff)), { name: 'ResponseError' }],
    ['a timeout', hanging, { name: 'TimeoutError' }],
  ])('receives a call that fails once: %s', async (_what, respond, expected) => {
    for (const observed of [false, true]) {
      const onError = vi.fn<(event: ErrorEvent) => void>()
      const { sceyt } = recordingClient(respond, { hooks: { onError }, maxRetries: 0, timeout: 1000 })
      if (observed) sceyt.raw.use({ onRequest: () => undefined })
      const error = failure(sceyt.users.get('zoe'))
      await vi.advanceTimersByTimeAsync(1000)
      expect(onError).toHaveBeenCalledTimes(1)
      expect(onError.mock.lastCall?.[0].error).toBe(await error)
      expect(await error).toMatchObject(expected)
      const raw = Promise.allSettled([sceyt.raw.GET('/users/{username}', { params: { path: zoe } })])
      await vi.advanceTimersByTimeAsync(1000)
      await raw
      expect(onError).toHaveBeenCalledTimes(2)
      expect(onError.mock.lastCall?.[0]).toMatchObject({
        operationId: 'getUser',
        name: 'users.get',
        attempt: 1,
        error: expected,
      })
    }
  })

  it('receives a call once that is aborted, or whose middleware throws', async () => {
    const { hooks, events } = watch()
    const { sceyt } = recordingClient(hanging, { hooks })
    const caller = new AbortController()
    const call = failure(sceyt.users.get('zoe', { signal: caller.signal }))
    await vi.advanceTimersByTimeAsync(10)
    caller.abort('enough')
    expect(await call).toBe('enough')
    await vi.advanceTimersByTimeAsync(100_000)
    expect(events.map(([name]) => name)).toEqual(['onRequest', 'onError'])
    const problem = new Error('bad middleware')
    sceyt.raw.use({
      onRequest() {
        throw problem
      },
    })
    expect(await failure(sceyt.users.get('zoe'))).toBe(problem)
    expect(events.slice(2)).toEqual([['onError', expect.objectContaining({ error: problem, attempt: 0 })]])
  })

  it('receives neither a success nor an invalid input as an error', async () => {
    const { hooks, events } = watch()
    const { sceyt } = recordingClient(good, { hooks })
    await sceyt.users.get('zoe')
    await failure(sceyt.users.get('..'))
    expect(events.map(([name]) => name)).toEqual(['onRequest', 'onResponse'])
  })

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('bad hook')
      },
    ],
    ['rejects', () => Promise.reject(new Error('bad hook'))],
    ['never ends', () => new Promise(() => {})],
  ])('that %s changes nothing', async (how, bad) => {
    const { logger, lines } = keep()
    const hooks = { onRequest: bad, onResponse: bad, onRetry: bad, onError: bad }
    const { sceyt, sent } = recordingClient(
      inSequence(respondingWith(503, { 'retry-after': '0' }), good, respondingWith(404)),
      {
        hooks,
        logger,
        logLevel: 'error',
      },
    )
    const user = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(0)
    expect(await user).toEqual(zoe)
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ status: 404 })
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(3)
    const names = [
      'onRequest',
      'onResponse',
      'onRetry',
      'onRequest',
      'onResponse',
      'onRequest',
      'onResponse',
      'onError',
    ]
    expect(lines.map(([level, message]) => [level, /on[A-Z]\w+/.exec(message)?.[0]])).toEqual(
      how === 'never ends' ? [] : names.map((name) => ['error', name]),
    )
    for (const [, , details] of lines)
      expect(details).toMatchObject({ callId: expect.any(String), error: { message: 'bad hook' } })
  })
})

describe('the log', () => {
  const levels: LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug']
  const deprecated = { deprecation: 'true', 'retry-after': '0' }

  /** What is logged of a call that fails once, is deprecated, and has a bad hook. */
  async function linesAt(logLevel: LogLevel | undefined): Promise<Line[]> {
    const { logger, lines } = keep()
    const hooks = {
      onError() {
        throw new Error('bad hook')
      },
    }
    const { sceyt } = recordingClient(inSequence(respondingWith(503, deprecated), respondingWith(404)), {
      logger,
      logLevel,
      hooks,
    })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(0)
    await error
    return lines
  }

  it.each(levels)('has, at the level %s, what is at least as important', async (level) => {
    const all = await linesAt('debug')
    expect(new Set(all.map(([at]) => at))).toEqual(new Set(levels.slice(1)))
    const wanted = levels.slice(1, levels.indexOf(level) + 1)
    const expected = all.filter(([at]) => wanted.includes(at as LogLevel)).map(([at]) => at)
    expect((await linesAt(level)).map(([at]) => at)).toEqual(expected)
  })

  it('is of warnings and errors by default, and silent about a call that just fails', async () => {
    expect((await linesAt(undefined)).map(([level]) => level)).toEqual(['warn', 'error'])
    const { logger, lines } = keep()
    await failure(recordingClient(respondingWith(404), { logger }).sceyt.users.get('zoe'))
    expect(lines).toEqual([])
  })

  it('says in each line who writes it, and holds neither the key nor a body', async () => {
    const { logger, lines } = keep()
    const respond: Fetch = () =>
      json({ id: '1', body: 'the response' }, { headers: { 'x-echo': apiKey, deprecation: apiKey } })
    const { sceyt } = recordingClient(respond, { logger, logLevel: 'debug' })
    await sceyt.messages.send('1', { from: 'zoe', body: 'a private matter' })
    expect(lines.map(([level]) => level)).toEqual(['debug', 'warn', 'debug'])
    for (const [, message] of lines) expect(message).toMatch(/^sceyt-platform: messages\.send/)
    expect(inspect(lines, { depth: 9 })).not.toMatch(new RegExp(`${apiKey}|private matter|the response`))
  })

  it('that throws changes nothing', async () => {
    const fail = () => {
      throw new Error('bad log')
    }
    const { sceyt } = recordingClient(inSequence(respondingWith(503, deprecated), good), {
      logger: { error: fail, warn: fail, info: fail, debug: fail },
      logLevel: 'debug',
      hooks: { onRequest: fail },
    })
    const user = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(0)
    expect(await user).toEqual(zoe)
  })

  it.each<[string, () => unknown]>([
    ['rejects', () => Promise.reject(new Error('bad log'))],
    [
      'rejects with a promise of another library',
      // biome-ignore lint/suspicious/noThenProperty: promises of other libraries are objects
      () => ({ then: (_: unknown, fail: (reason: Error) => void) => fail(new Error('bad log')) }),
    ],
    ['never ends', () => new Promise(() => {})],
  ])('that %s changes nothing, and leaves no rejection unhandled', async (_how, log) => {
    const unhandled = vi.fn()
    const others = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', unhandled)
    onTestFinished(() => {
      process.removeAllListeners('unhandledRejection')
      for (const listener of others) process.on('unhandledRejection', listener)
    })
    vi.useRealTimers()
    const { sceyt } = recordingClient(inSequence(respondingWith(503, deprecated), good), {
      logger: { error: log, warn: log, info: log, debug: log },
      logLevel: 'debug',
      hooks: { onRequest: log },
    })
    expect(await sceyt.users.get('zoe')).toEqual(zoe)
    await new Promise(setImmediate)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('keeps the logger that its methods belong to', async () => {
    class Counter {
      lines = 0
      error() {
        this.lines++
      }
      warn = this.error
      info = this.error
      debug = this.error
    }
    const logger = new Counter()
    await recordingClient(good, { logger, logLevel: 'debug' }).sceyt.users.get('zoe')
    expect(logger.lines).toBe(2)
  })

  it.each(['deprecation', 'sunset'])('warns once per operation that is to go: %s', async (header) => {
    const { logger, lines } = keep()
    const headers = {
      [header]: 'Sat, 31 Oct 2026 23:59:59 GMT',
      link: '<https://docs.example/new>; rel="successor-version"',
      etag: '"1"',
    }
    const { sceyt } = recordingClient(() => json(zoe, { headers }), { logger })
    for (const _time of [1, 2]) {
      await sceyt.users.get('zoe')
      await sceyt.users.create(zoe)
    }
    expect(lines.map(([level, message]) => [level, /users\.\w+/.exec(message)?.[0]])).toEqual([
      ['warn', 'users.get'],
      ['warn', 'users.create'],
    ])
    expect(lines[0]?.[2]).toMatchObject({ callId: expect.any(String), [header]: headers[header], link: headers.link })
    expect(lines[0]?.[2]).not.toHaveProperty('etag')
  })
})

it.each([
  ['no response', failing('ECONNRESET'), 'ConnectionError'],
  ['an error of the server', respondingWith(404), 'NotFoundError'],
] as const)('a call that fails is logged at debug, without a body: %s', async (_what, respond, name) => {
  const { logger, lines } = keep()
  const { sceyt } = recordingClient(respond, { logger, logLevel: 'debug', maxRetries: 0 })
  await failure(sceyt.users.get('zoe'))
  expect(lines.at(-1)).toEqual([
    'debug',
    `sceyt-platform: users.get: failed after 0 ms (${name})`,
    expect.objectContaining({ callId: expect.any(String) }),
  ])
})

it('a line contains neither a format of console nor control characters', async () => {
  const { logger, lines } = keep()
  const { sceyt } = recordingClient(() => json({ users: [] }), { logger, logLevel: 'debug' })
  await sceyt.users.list().page('?cursor=%d0%b0')
  await sceyt.users.create({ ...zoe, 'x\nFAKE LINE \x1b[31m%s': 1 } as never)
  for (const [, message] of lines) expect(message).not.toMatch(/%|\p{C}/u)
  expect(lines[0]?.[2]).toMatchObject({ url: expect.stringContaining('?cursor=%d0%b0') })
})

it('hooks may be methods of a class with state', async () => {
  class Counter implements Hooks {
    readonly count = { requests: 0 }
    onRequest() {
      this.count.requests++
    }
  }
  const hooks = new Counter()
  await recordingClient(good, { hooks }).sceyt.users.get('zoe')
  expect(hooks.count.requests).toBe(1)
})

it('a logger may have the levels of syslog', async () => {
  const warning = vi.fn()
  const { error, info, debug } = keep().logger
  const respond = () => json(zoe, { headers: { deprecation: 'true' } })
  await recordingClient(respond, { logger: { error, info, debug, warning } as never }).sceyt.users.get('zoe')
  expect(warning).toHaveBeenCalledOnce()
})

it.each([undefined, null, {}, { info() {} }])('toLogger rejects %o', (logger) => {
  expect(() => toLogger(logger as never)).toThrow(expect.objectContaining({ name: 'InputError', parameter: 'logger' }))
})

it.each([
  ['no', { name: 'string', message: 'no' }],
  [new Error('no'), { name: 'Error', message: 'no' }],
  [Object.create(null), { name: 'object', message: 'an object' }],
])('a logger for objects receives the error of a hook: %o', async (reason, err) => {
  const write = vi.fn()
  const logger = { error: write, warn: write, info: write, debug: write, bindings: write }
  const onRequest = () => {
    throw reason
  }
  await recordingClient(good, { logger, hooks: { onRequest } }).sceyt.users.get('zoe')
  expect(write.mock.calls[0]?.[0]).toMatchObject({ err, operation: 'users.get', callId: expect.any(String) })
  expect(write.mock.calls[0]?.[0]).not.toHaveProperty('name')
})

describe('an option that cannot be used', () => {
  const method = () => {}
  const logger = { error: method, warn: method, info: method, debug: method }
  it.each<[string, object, RegExp]>([
    ['hooks.onRequest', { hooks: { onRequest: 'log' } }, /must be a function/],
    ['hooks.onError', { hooks: { onError: {} } }, /must be a function/],
    ['hooks', { hooks: null }, /must be an object/],
    ['hooks', { hooks: method }, /must be an object/],
    ['logLevel', { logLevel: 'verbose' }, /must be one of silent, error, warn, info, debug, got "verbose"/],
    ['logLevel', { logLevel: null }, /must be one of/],
    ['logger', { logger: { ...logger, warn: undefined } }, /must have the method warn/],
    ['logger', { logger: { error: method } }, /must have the method warn/],
    ['logger', { logger: null }, /must have the method error/],
    ['logger', { logger: false }, /to log nothing, set logLevel: 'silent'\.$/],
    ['maxConcurrent', { maxConcurrent: 0 }, /must be a whole number, 1 or more, got the number 0/],
    ['maxConcurrent', { maxConcurrent: 1.5 }, /got the number 1.5/],
    ['maxConcurrent', { maxConcurrent: '4' }, /got "4"/],
    ['maxResponseBytes', { maxResponseBytes: 0 }, /must be a whole number, 1 or more, got the number 0/],
    ['maxResponseBytes', { maxResponseBytes: '64 MiB' }, /got "64 MiB"/],
    ['maxRetries', { maxRetries: -1 }, /must be a whole number, 0 or more, got the number -1/],
    ['maxRetries', { maxRetries: 1.5 }, /got the number 1.5/],
    ['maxRetries', { maxRetries: Infinity }, /got the number Infinity/],
    ['maxRetries', { maxRetries: null }, /got null/],
    [
      'totalTimeout',
      { totalTimeout: 0 },
      /must be a number of milliseconds, 1 to 2147483647, or Infinity, got the number 0/,
    ],
    ['totalTimeout', { totalTimeout: 2 ** 31 }, /got the number 2147483648/],
    ['totalTimeout', { totalTimeout: '5' }, /got "5"/],
  ])('is refused by name: %s in %o', async (parameter, options, message) => {
    expect(() => recordingClient(good, options)).toThrow(
      expect.objectContaining({ constructor: InputError, parameter, message: expect.stringMatching(message) }),
    )
  })

  it.each<[string, object]>([
    ['maxRetries', { maxRetries: -1 }],
    ['maxRetries', { maxRetries: 1.5 }],
    ['totalTimeout', { totalTimeout: 0 }],
    ['totalTimeout', { totalTimeout: Number.NaN }],
    ['timeout', { timeout: null }],
  ])('is refused for one call too: %s in %o', async (parameter, options) => {
    const { sceyt, sent } = recordingClient(good)
    expect(await failure(sceyt.users.get('zoe', options))).toMatchObject({ name: 'InputError', parameter })
    expect(await failure(sceyt.users.list({}, options))).toMatchObject({ name: 'InputError', parameter })
    expect(sent).toEqual([])
  })

  it('is not one that is left out, or goes to a bound', () => {
    for (const options of [
      { hooks: { onRequest: undefined } },
      { hooks: {}, logger: undefined, logLevel: undefined },
      { maxConcurrent: 1, maxRetries: 0, totalTimeout: 1 },
      { maxConcurrent: Infinity, maxResponseBytes: Infinity, totalTimeout: Infinity },
      { logger: console, logLevel: 'silent' as const },
    ]) {
      expect(() => recordingClient(good, options)).not.toThrow()
    }
  })
})
