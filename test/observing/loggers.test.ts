import { Writable } from 'node:stream'
import { inspect } from 'node:util'
import bunyan from 'bunyan'
import { createConsola } from 'consola'
import loglevel from 'loglevel'
import { pino } from 'pino'
import { type Logger, type SceytOptions, toLogger } from 'sceyt-platform'
import { describe, expect, it } from 'vitest'
import winston from 'winston'
import { apiKey, failing, failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

/** A line of a logger that writes JSON. */
type Line = Record<string, unknown>

/** A stream that keeps the lines that are written to it. */
function collect(): { stream: Writable; lines: () => Line[]; text: () => string } {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  const lines = () => text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Line] : []))
  return { stream, lines, text: () => text }
}

/** Makes a call that is retried twice, the server echoes the key, and a hook throws the last time. */
async function call(logger: SceytOptions['logger'], logLevel: SceytOptions['logLevel'] = 'debug'): Promise<void> {
  const respond = inSequence(failing('ECONNRESET'), respondingWith(503, { 'retry-after': '0', 'x-echo': apiKey }), () =>
    json({ username: 'zoe' }, { headers: { deprecation: apiKey } }),
  )
  const onResponse = ({ status }: { status: number }) => {
    if (status === 200) throw new Error('bad hook', { cause: new Error('bad disk') })
  }
  const { sceyt } = recordingClient(respond, { logger, logLevel, hooks: { onResponse } })
  expect(await sceyt.users.get('zoe')).toEqual({ username: 'zoe' })
}

/** The loggers that write JSON: a line has its level and its message in these fields. */
const loggers: {
  name: string
  create: (stream: Writable) => SceytOptions['logger']
  level: string
  message: string
  error: string
  levels: Readonly<Record<string, unknown>>
}[] = [
  {
    name: 'pino',
    create: (stream) => pino({ level: 'debug' }, stream),
    level: 'level',
    message: 'msg',
    error: 'err',
    levels: { debug: 20, info: 30, warn: 40, error: 50 },
  },
  {
    name: 'a child of pino',
    create: (stream) => pino({ level: 'debug' }, stream).child({ module: 'chat' }),
    level: 'level',
    message: 'msg',
    error: 'err',
    levels: { debug: 20, info: 30, warn: 40, error: 50 },
  },
  {
    name: 'bunyan',
    create: (stream) => bunyan.createLogger({ name: 'app', level: 'debug', stream }),
    level: 'level',
    message: 'msg',
    error: 'err',
    levels: { debug: 20, info: 30, warn: 40, error: 50 },
  },
  {
    name: 'bunyan with its serializers',
    create: (stream) =>
      bunyan.createLogger({ name: 'app', level: 'debug', stream, serializers: bunyan.stdSerializers }),
    level: 'level',
    message: 'msg',
    error: 'err',
    levels: { debug: 20, info: 30, warn: 40, error: 50 },
  },
  {
    name: 'winston',
    create: (stream) =>
      winston.createLogger({
        level: 'debug',
        format: winston.format.json(),
        transports: [new winston.transports.Stream({ stream })],
      }),
    level: 'level',
    message: 'message',
    error: 'error',
    levels: { debug: 'debug', info: 'info', warn: 'warn', error: 'error' },
  },
  {
    name: 'another one, by the adapter',
    create: (stream) => {
      const write = (level: string) => (details: object, message: string) =>
        void stream.write(`${JSON.stringify({ level, message, ...details })}\n`)
      return toLogger({ error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') })
    },
    level: 'level',
    message: 'message',
    error: 'err',
    levels: { debug: 'debug', info: 'info', warn: 'warn', error: 'error' },
  },
]

describe.each(loggers)('$name', ({ create, level, message, error, levels }) => {
  it('writes the level, the message and the details of each line', async () => {
    const { stream, lines, text } = collect()
    await call(create(stream))
    const shown = lines().map((line) => [line[level], String(line[message]).replace(/\d+ ms$/, 'n ms')])
    expect(shown.map(([, at]) => at).slice(1, 5)).toEqual([
      'sceyt-platform: users.get: attempt 1 failed (ConnectionError); retry in n ms',
      'sceyt-platform: users.get: GET https://api.example.com/v1/app/users/zoe',
      'sceyt-platform: users.get: 503 after n ms',
      'sceyt-platform: users.get: attempt 2 failed (503); retry in n ms',
    ])
    const { debug, info, warn } = levels
    expect(shown.map(([at]) => at)).toEqual([debug, info, debug, debug, info, debug, warn, debug, levels['error']])
    const fields = { operationId: 'getUser', method: 'GET', path: '/users/{username}', callId: expect.any(String) }
    expect(lines()[3]).toMatchObject({ ...fields, attempt: 2, status: 503, headers: { 'x-echo': '[redacted]' } })
    expect(lines()[4]).toMatchObject({ ...fields, attempt: 2, status: 503, delay: 0, duration: expect.any(Number) })
    expect(text()).not.toContain(apiKey)
  })

  it('writes the error of a retry', async () => {
    const { stream, lines } = collect()
    await call(create(stream), 'info')
    expect(lines()[0]?.[error]).toMatchObject({ message: expect.stringContaining('users.get: no response: ') })
    expect(JSON.stringify(lines()[0]?.[error])).toContain('ConnectionError')
  })

  it('writes the error of a hook', async () => {
    const { stream, lines } = collect()
    await call(create(stream), 'error')
    expect(lines()).toHaveLength(1)
    expect(lines()[0]?.[message]).toContain('sceyt-platform: the hook onResponse failed; the call continues')
    expect(JSON.stringify(lines()[0])).toMatch(/bad hook.*loggers\.test\.ts:\d+/)
  })
})

it.each([pino, bunyan.createLogger] as ((options: { name: string }, stream: Writable) => Logger)[])(
  'keeps the name of a logger: %o',
  async (create) => {
    const { stream, lines } = collect()
    const given =
      create === (pino as unknown) ? create({ name: 'app' }, stream) : bunyan.createLogger({ name: 'app', stream })
    await call(given, 'info')
    for (const line of lines()) expect(line['name']).toBe('app')
    expect(lines()[0]).toMatchObject({ operation: 'users.get' })
  },
)

it('names the type of an error to pino', async () => {
  const { stream, lines } = collect()
  await call(pino(stream), 'info')
  expect(lines()[0]).toMatchObject({
    operation: 'users.get',
    err: { type: 'ConnectionError', operationId: 'getUser', stack: expect.stringContaining('ConnectionError: ') },
  })
})

it('logs no body of a response', async () => {
  const { stream, text } = collect()
  const secret = 'a private matter'
  const hooks = {
    onError: ({ error }: { error: unknown }) => {
      throw error
    },
  }
  const respond = () => json({ message: 'No', detail: secret }, { status: 500 })
  const { sceyt } = recordingClient(respond, { logger: pino(stream), logLevel: 'debug', hooks, maxRetries: 0 })
  await failure(sceyt.users.get('zoe'))
  expect(text()).toContain('the hook onError failed')
  expect(text()).not.toContain(secret)
})

it.each<[string, (write: (...line: unknown[]) => void) => Logger]>([
  ['consola', (write) => createConsola({ level: 5, reporters: [{ log: ({ type, args }) => write(type, ...args) }] })],
  [
    'loglevel',
    (write) => {
      const logger = loglevel.getLogger('sceyt')
      logger.methodFactory =
        (level) =>
        (...args: unknown[]) =>
          write(level, ...args)
      logger.setLevel('debug', false)
      return logger
    },
  ],
])('%s receives the message and then the details, as console does', async (_name, create) => {
  const lines: unknown[][] = []
  await call(create((...line) => lines.push(line)))
  expect(lines[1]).toEqual([
    'info',
    expect.stringContaining('users.get: attempt 1 failed'),
    expect.objectContaining({ operationId: 'getUser', error: expect.objectContaining({ name: 'ConnectionError' }) }),
  ])
  expect(lines.at(-1)).toEqual([
    'error',
    expect.stringContaining('onResponse'),
    expect.objectContaining({ callId: expect.any(String), error: expect.any(Error) }),
  ])
  expect(inspect(lines, { depth: 9 })).not.toContain(apiKey)
})
