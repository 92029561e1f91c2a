import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { inspect } from 'node:util'
import { InputError } from 'sceyt-platform'
import { createWorker, enqueue, listRows, readStatus, settleRows } from 'sceyt-platform/bulk/bullmq'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect, messageOf, numbersOf, onWarning, startJournal, toArray } from './bulk-setup.js'

const nowhere = 'redis://:my-secret@127.0.0.1:1'

/** The message of an error of which no part contains the password. */
const safeMessageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => {
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('secret')
      return (error as Error).message
    },
  )

/** The errors of the functions that write, without repetitions. */
async function errorsOf(connection: string): Promise<string[]> {
  const errors = await Promise.all([
    safeMessageOf(enqueue({ connection, job: 'users', total: 1, onWarning })),
    safeMessageOf(createWorker({ connection, read: numbersOf, perform: async () => {}, onWarning })),
  ])
  return [...new Set(errors)]
}

async function readErrorsOf(connection: string): Promise<string[]> {
  const errors = await Promise.all([
    safeMessageOf(readStatus(connection)),
    safeMessageOf(toArray(listRows({ connection, job: 'users' }, 'parked'))),
    safeMessageOf(settleRows({ connection, job: 'users', done: [1] })),
  ])
  return [...new Set(errors)]
}

async function serve(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  return `redis://:my-secret@127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('a Redis that cannot be used is reported, without the password:', () => {
  it('none at the URL', async () => {
    const message = 'Redis cannot be used: connect ECONNREFUSED 127.0.0.1:1'
    expect(await errorsOf(nowhere)).toEqual([message])
    expect(await readErrorsOf(nowhere)).toEqual([message])
  }, 15_000)

  it('one that does not answer', async () => {
    const url = await serve(
      createServer((socket) => {
        socket.on('error', () => {})
        onTestFinished(() => {
          socket.destroy()
        })
      }),
    )
    const message = 'Redis cannot be used: no reply within 10 s'
    expect(await errorsOf(url)).toEqual([message])
    expect(await readErrorsOf(url)).toEqual([message])
  }, 25_000)

  it('another server', async () => {
    const url = await serve(createHttpServer((_, response) => response.end('hello')))
    expect(await errorsOf(url)).toEqual([expect.stringContaining('Redis cannot be used: ')])
  }, 15_000)

  it('a wrong password', async () => {
    const { redis } = await startJournal('requirepass', 'right')
    const at = `127.0.0.1:${redis.port}`
    expect(await errorsOf(`redis://:my-secret@${at}`)).toEqual([
      expect.stringContaining('Redis cannot be used: WRONGPASS'),
    ])
    expect(await readErrorsOf(`redis://:my-secret@${at}`)).toEqual([expect.stringContaining('WRONGPASS')])
    expect(await errorsOf(`redis://${at}`)).toEqual([expect.stringContaining('NOAUTH')])
    await enqueue({ connection: `redis://:right@${at}`, job: 'users', total: 1, onWarning })
  }, 15_000)

  it('one that repeats the password, since it does not know AUTH', async () => {
    const { redis } = await startJournal('rename-command', 'AUTH ""', 'rename-command', 'HELLO ""', 'requirepass', 'x')
    const url = `redis://:my-secret@127.0.0.1:${redis.port}`
    expect(await errorsOf(url)).toEqual([expect.stringMatching(/^Redis cannot be used: ERR unknown command 'auth'$/i)])
  }, 15_000)

  it('a URL that is not one', async () => {
    for (const url of ['redis://:my/secret@127.0.0.1', 'redis://:my-secret@127.0.0.1:port', 'redis://:my-secret@'])
      expect(await errorsOf(url)).toEqual([expect.stringContaining('connection must be a URL')])
  }, 15_000)

  it('a replica', async () => {
    const primary = await startJournal()
    const replica = await startJournal('replicaof', `127.0.0.1 ${primary.redis.port}`)
    expect(await errorsOf(replica.url)).toEqual(['Redis is a read-only replica. Connect to its primary.'])
    expect(await messageOf(enqueue({ connection: primary.url, job: 'users', total: 1, onWarning }))).toBe('no error')
  }, 15_000)

  it('one that deletes keys when it is full', async () => {
    const { url } = await startJournal('maxmemory-policy', 'allkeys-lru')
    expect(await errorsOf(url)).toEqual([
      'Redis deletes keys when it is full, and with them the records of what was sent: set maxmemory-policy to noeviction, got allkeys-lru.',
    ])
  }, 15_000)

  it('one that is full', async () => {
    const { url } = await startJournal('maxmemory', '1')
    expect(await messageOf(enqueue({ connection: url, job: 'users', total: 1, onWarning }))).toBe(
      'The job users is not complete in the queue, and a repeated call completes it: Redis is full: raise its maxmemory.',
    )
  }, 15_000)

  it('one that is too old', async () => {
    const info = '# Server\r\nredis_version:5.0.0\r\nrole:master\r\nmaxmemory_policy:noeviction\r\n'
    const url = await serve(
      createServer((socket) => {
        socket.on('error', () => {})
        socket.on('data', (data) => {
          for (const [word] of String(data).matchAll(/\b(AUTH|INFO|CLIENT|HELLO|CONFIG)\b/gi))
            socket.write(word.toUpperCase() === 'INFO' ? `$${info.length}\r\n${info}\r\n` : '+OK\r\n')
        })
      }),
    )
    expect(await errorsOf(url)).toEqual(['Redis must be 6.2 or newer, got 5.0.0.'])
  }, 15_000)
})

describe('options that are not valid are named:', () => {
  const job = { connection: nowhere, job: 'users', total: 1 }
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  it.each<[object, string]>([
    [{ job: 'a b' }, 'job must be a name of at most 100 letters, digits, dots, hyphens and underscores, got "a b".'],
    [{ job: 'a:b' }, 'job must be a name of'],
    [{ job: '' }, 'job must be a name of'],
    [{ job: 'x'.repeat(101) }, 'job must be a name of'],
    [{ job: 7 }, 'job must be a name of'],
    [{ job: 'a\n' }, 'job must be a name of'],
    [{ total: 0 }, 'total must be a whole number from 1 to 9007199254740991, got the number 0.'],
    [{ total: 1.5 }, 'total must be a whole number'],
    [{ total: '5' }, 'total must be a whole number'],
    [{ batchSize: 129 }, 'batchSize must be a whole number from 1 to 128, got the number 129.'],
    [{ batchSize: 0 }, 'batchSize must be a whole number'],
    [{ inOrder: 'yes' }, 'inOrder must be true or false.'],
    [{ reference: 'x' }, 'reference must be a function.'],
    [{ onWarning: 'x' }, 'onWarning must be a function.'],
    [{ input: 1n }, 'input must be a value for JSON: '],
    [{ input: circular }, 'input must be a value for JSON: '],
    [{ input: () => {} }, 'input must be a value for JSON.'],
    [{ connection: 'http://127.0.0.1' }, 'connection must be a URL that begins with redis:// or rediss://'],
    [{ connection: { keyPrefix: 'mine:' } }, 'connection: keyPrefix is not supported.'],
    [{ jobs: 1 }, 'jobs'],
  ])('enqueue %#', async (options, message) => {
    const promise = enqueue({ ...job, ...options })
    await expect(promise).rejects.toBeInstanceOf(RangeError)
    expect(await messageOf(promise)).toContain(message)
  })

  it('what reference returns', async () => {
    const { url } = await startJournal()
    const given = { connection: url, total: 1, onWarning }
    await expect(enqueue({ ...given, job: 'one', reference: () => 1n })).rejects.toThrow(
      'reference must return a value for JSON: ',
    )
    await enqueue({ ...given, job: 'two', reference: () => undefined })
    const found: unknown[] = []
    const worker = await createWorker({
      connection: url,
      read: (batch) => {
        found.push(batch.reference, batch.input)
        return [1]
      },
      perform: async () => {},
      onWarning,
    })
    await expect.poll(async () => (await readStatus(url)).jobs.find(({ job }) => job === 'two')?.done).toBe(1)
    await worker.close()
    expect(found).toEqual([null, null])
  })

  it('another job of the name', async () => {
    const { url } = await startJournal()
    const given = { connection: url, job: 'users', total: 5, input: { file: 'a' }, onWarning }
    await enqueue(given)
    await enqueue(given)
    for (const [field, value] of Object.entries({
      queue: 'other',
      total: 6,
      batchSize: 2,
      inOrder: true,
      input: { file: 'b' },
    })) {
      const other = enqueue({ ...given, [field]: value })
      await expect(other).rejects.toBeInstanceOf(InputError)
      expect(await messageOf(other)).toBe(
        `job must be a new name: there is another job users, whose ${field} is another one.`,
      )
    }
    expect(await connect(url).zcard('sceyt:bulk:prioritized')).toBe(0)
    expect(await connect(url).llen('sceyt:bulk:wait')).toBe(1)
  })
})
