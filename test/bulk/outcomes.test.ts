import { type BulkEvent, runBulk } from 'sceyt-platform/bulk'
import { createSandbox } from 'sceyt-platform/sandbox'
import { describe, expect, it, vi } from 'vitest'
import {
  AuthenticationError,
  ConnectionError,
  createSceyt,
  type Fetch,
  InputError,
  ServerError,
  TimeoutError,
} from '../../src/index.js'
import { failing, failure, hanging, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'
import { names, turn, useFastTimers, useJournal } from './journals.js'

const journal = useJournal()
useFastTimers()

const created: Fetch = (_url, { body }) => json(JSON.parse(String(body)), { status: 201 })
const exists = respondingWith(409)
const refused = failing('ECONNREFUSED', 'connect')
const at = (status: number) => respondingWith(status, { 'retry-after': '0' })
const html: Fetch = async () => new Response('<h1>Created</h1>', { status: 201 })

/** Creates users with a client that does not retry, and returns what became of them. */
async function createUsers(usernames: string[], isRepeatable: boolean, ...fetches: [Fetch, ...Fetch[]]) {
  const { sceyt, sent } = recordingClient(inSequence(...fetches), { maxRetries: 0, timeout: 1_000 })
  const events: BulkEvent[] = []
  const running = runBulk({
    items: usernames,
    key: (username) => username,
    perform: (username, call) => sceyt.users.create({ username }, call),
    isRepeatable: () => isRepeatable,
    concurrency: 1,
    journal: journal.option,
    onProgress: ({ ...event }) => void events.push({ ...event, progress: { ...event.progress } }),
  })
  const error = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return { sent, events, error, types: events.map(({ type }) => type) }
}

const again = ['begin zoe', 'unsent zoe']
const maybe = ['begin zoe', 'unknown zoe']
const done = ['begin zoe', 'done zoe']
const failed = ['begin zoe', 'failed zoe']

describe.each([true, false])('the outcome of an item, which is repeatable: %s,', (isRepeatable) => {
  it.each<[string, string[], string[], [Fetch, ...Fetch[]]]>([
    ['a success', ['done'], done, [created]],
    ['429, then a success', ['retry', 'done'], [...again, ...done], [at(429), created]],
    ['429 without Retry-After', ['retry', 'done'], [...again, ...done], [respondingWith(429), created]],
    [
      '429 with a Retry-After of a year',
      ['retry', 'done'],
      [...again, ...done],
      [respondingWith(429, { 'retry-after': '31536000' }), created],
    ],
    ['429, then "already exists"', ['retry', 'failed'], [...again, ...failed], [at(429), exists]],
    ['no connection, then a success', ['retry', 'done'], [...again, ...done], [refused, created]],
    ['no connection, then "already exists"', ['retry', 'failed'], [...again, ...failed], [refused, exists]],
    ['"already exists" at first', ['failed'], failed, [exists]],
    ['400', ['failed'], failed, [at(400)]],
    ['403', ['failed'], failed, [at(403)]],
    ['404', ['failed'], failed, [at(404)]],
    ['422', ['failed'], failed, [at(422)]],
    [
      'a success whose body breaks off',
      ['done'],
      done,
      [async () => new Response(broken(), { status: 201, headers: { 'content-type': 'application/json' } })],
    ],
  ])('is of %s', async (_name, types, notes, fetches) => {
    const outcome = await createUsers(['zoe'], isRepeatable, ...fetches)
    expect(outcome.error).toBeUndefined()
    expect(outcome.types).toEqual(types)
    expect(outcome.sent).toHaveLength(fetches.length)
    expect(journal.notes()).toEqual(notes)
  })
})

function broken() {
  return new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) })
}

/** Ways to leave open whether a write was performed. */
const unclear: [string, Fetch][] = [
  // That of a proxy, or of another server.
  ['a success that is HTML', html],
  ['500', at(500)],
  ['502', at(502)],
  ['503', at(503)],
  ['408', at(408)],
  ['a reset', failing('ECONNRESET')],
  ['a timeout', hanging],
  ['a redirect', async () => new Response(null, { status: 302, headers: { location: 'https://example.com/' } })],
]

describe.each(unclear)('an outcome that is unknown: %s', (_name, fetch) => {
  it('is followed by another attempt if the item is repeatable', async () => {
    const { types, sent } = await createUsers(['zoe'], true, fetch, created)
    expect(types).toEqual(['retry', 'done'])
    expect(sent).toHaveLength(2)
    expect(journal.notes()).toEqual([...maybe, ...done])
  })

  it('is done if the item exists then', async () => {
    const { types, events } = await createUsers(['zoe'], true, fetch, at(429), refused, exists)
    expect(types).toEqual(['retry', 'retry', 'retry', 'done'])
    expect(events.at(-1)?.progress).toMatchObject({ done: 1, failed: 0 })
    expect(journal.notes()).toEqual([...maybe, 'begin zoe', 'begin zoe', ...done])
  })

  it('is failed after four attempts, and the next run sends it again', async () => {
    const { types, sent, error } = await createUsers(['zoe'], true, fetch)
    expect(error).toBeUndefined()
    expect(types).toEqual(['retry', 'retry', 'retry', 'failed'])
    expect(sent).toHaveLength(4)
    expect((await createUsers(['zoe'], true, exists)).types).toEqual(['done'])
  })

  it('parks an item that is not repeatable after one attempt, and for good', async () => {
    const { types, sent, events } = await createUsers(['zoe'], false, fetch, created)
    expect(types).toEqual(['parked'])
    expect(sent).toHaveLength(1)
    expect(events[0]?.error).toBeDefined()
    expect(journal.notes()).toEqual(maybe)
    const next = await createUsers(['zoe'], false, created)
    expect([next.types, next.sent]).toEqual([['parked'], []])
  })
})

describe('a server that is busy', () => {
  it('is asked again for as long as it takes', async () => {
    const { types, error } = await createUsers(['zoe'], false, at(429), ...Array<Fetch>(98).fill(at(429)), created)
    expect(error).toBeUndefined()
    expect(types).toHaveLength(100)
    expect(types.at(-1)).toBe('done')
  })

  it('is asked after the time that it names', async () => {
    const times: number[] = []
    const timed =
      (fetch: Fetch): Fetch =>
      (...args) => {
        times.push(Date.now())
        return fetch(...args)
      }
    const limited = respondingWith(429, { 'retry-after': '90' })
    await createUsers(['zoe'], false, timed(limited), timed(created))
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(90_000)
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeLessThan(92_000)
  })
})

describe('a server that cannot be reached', () => {
  it('stops the job after six attempts, and the next run sends every item', async () => {
    const { error, sent, types } = await createUsers(['zoe', 'lena'], false, refused)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(sent).toHaveLength(6)
    expect(types).toEqual(Array(5).fill('retry'))
    expect((await createUsers(['zoe', 'lena'], false, created)).types).toEqual(['done', 'done'])
  })

  it('is waited for longer each time, half a minute in all', async () => {
    const start = Date.now()
    await createUsers(['zoe'], false, refused)
    expect(Date.now() - start).toBeGreaterThanOrEqual(15_500)
    expect(Date.now() - start).toBeLessThanOrEqual(31_000 + 100)
  })

  it('stops the job at once if its certificate is not valid', async () => {
    const { error, sent, types } = await createUsers(['zoe', 'lena'], false, failing('CERT_HAS_EXPIRED', 'connect'))
    expect(error).toBeInstanceOf(ConnectionError)
    expect([sent.length, types]).toEqual([1, []])
    expect((await createUsers(['zoe'], false, created)).types).toEqual(['done'])
  })
})

it('a call that runs out of time before it is sent is made again', async () => {
  const { sceyt, sent } = recordingClient(
    (url, init) => (init.method === 'GET' ? hanging(url, init) : created(url, init)),
    {
      maxConcurrent: 1,
      maxRetries: 0,
      timeout: Infinity,
    },
  )
  const first = new AbortController()
  const blocking = failure(sceyt.users.get('adam', { signal: first.signal }))
  const errors: unknown[] = []
  const progress = await runBulk({
    items: ['zoe'],
    key: (username) => username,
    perform: (username, call) => sceyt.users.create({ username }, { ...call, totalTimeout: 50 }),
    journal: journal.option,
    onProgress({ type, error }) {
      if (type !== 'retry') return
      errors.push(error)
      first.abort()
    },
  })
  await blocking
  expect(errors).toEqual([expect.any(TimeoutError)])
  expect(progress).toMatchObject({ done: 1, parked: 0 })
  expect(sent).toHaveLength(2)
  expect(journal.notes()).toEqual([...again, ...done])
})

it('a call with wrong input is a failed item, and the next item is sent', async () => {
  const { sceyt, sent } = recordingClient(created)
  const errors: unknown[] = []
  const progress = await runBulk({
    items: ['zoe', 'lena'],
    key: (username) => username,
    perform: (username, call) => sceyt.users.create({ username: username === 'zoe' ? '' : username }, call),
    journal: journal.option,
    onProgress: ({ type, error }) => type === 'failed' && errors.push(error),
  })
  expect(errors).toEqual([expect.any(InputError)])
  expect(progress).toMatchObject({ done: 1, failed: 1, parked: 0 })
  expect(sent).toHaveLength(1)
})

describe('an item of two calls that is not repeatable is parked, and the first call is made once, if the second one', () => {
  it.each<[string, Fetch, string?]>([
    ['has a 401, which stops the job', at(401)],
    ['has a 403', at(403)],
    ['has a 422', at(422)],
    ['has a 429', respondingWith(429)],
    ['has an "already exists"', exists],
    ['is not sent', refused],
    ['has wrong input', created, ''],
  ])('%s', async (_name, fetch, firstName = 'Zoe') => {
    const { sceyt, sent } = recordingClient(inSequence(created, fetch), { maxRetries: 0 })
    const parked: unknown[] = []
    for (const _run of [1, 2])
      await runBulk({
        items: ['zoe'],
        key: (name) => name,
        async perform(username, call) {
          await sceyt.users.create({ username }, call)
          await sceyt.users.update(firstName && username, { first_name: firstName }, call)
        },
        journal: journal.option,
        onProgress: ({ type, progress }) => parked.push([type, progress.parked]),
      }).catch((error: unknown) => expect(error).toBeInstanceOf(AuthenticationError))
    expect(parked).toEqual([
      ['parked', 1],
      ['parked', 1],
    ])
    expect(sent.filter(({ init }) => init.method === 'POST')).toHaveLength(1)
    expect(journal.notes()).toEqual(maybe)
  })
})

describe('an API key that is rejected', () => {
  it('stops the job, is no failure of an item, and the item is sent again by the next run', async () => {
    const { error, types, sent } = await createUsers(['zoe', 'lena'], false, at(401))
    expect(error).toBeInstanceOf(AuthenticationError)
    expect([types, sent.length, journal.notes()]).toEqual([[], 1, again])
    expect((await createUsers(['zoe', 'lena'], false, created)).types).toEqual(['done', 'done'])
  })

  it('lets the requests in flight finish', async () => {
    // The timeouts of the requests must not fire.
    vi.useRealTimers()
    const connection = createSandbox().connection()
    const slowly: Fetch = async (...request) => {
      for (let turns = 0; turns < 20; turns++) await turn()
      return connection.fetch(...request)
    }
    const sceyt = createSceyt({ ...connection, fetch: slowly })
    const wrong = createSceyt({ ...connection, apiKey: 'another-key' })
    const performed: string[] = []
    const running = runBulk({
      items: names(50),
      key: (username) => username,
      async perform(username, call) {
        performed.push(username)
        return (username === 'user-3' ? wrong : sceyt).users.create({ username }, call)
      },
      concurrency: 8,
      journal: journal.option,
    })
    expect(await failure(running)).toBeInstanceOf(AuthenticationError)
    expect(performed).toHaveLength(8)
    const ended = journal.notes().filter((note) => !note.startsWith('begin'))
    expect(ended.sort()).toEqual(performed.map((name) => `${name === 'user-3' ? 'unsent' : 'done'} ${name}`).sort())
  })
})

describe('fifty items in a row', () => {
  it.each<[string, boolean, Fetch, new (...args: never[]) => Error]>([
    ['that are parked', false, at(503), ServerError],
    ['whose outcome is unknown after all attempts', true, at(503), ServerError],
  ])('%s stop the job', async (_name, isRepeatable, fetch, Class) => {
    const { error, events } = await createUsers(names(60), isRepeatable, fetch)
    expect(error).toBeInstanceOf(Class)
    expect(new Set(events.map(({ key }) => key)).size).toBe(50)
  })

  it('that are forbidden do not: each may have a reason of its own, and the next run would begin with them again', async () => {
    const { error, types } = await createUsers(names(60), false, at(403))
    expect(error).toBeUndefined()
    expect(types).toEqual(Array(60).fill('failed'))
  })

  it.each<[string, Fetch]>([
    ['a success', created],
    ['a rejection of its own', at(422)],
  ])('do not, if %s is among them', async (_name, between) => {
    const { error, types } = await createUsers(
      names(99),
      false,
      at(503),
      ...Array<Fetch>(48).fill(at(503)),
      between,
      at(503),
    )
    expect(error).toBeUndefined()
    expect(types).toHaveLength(99)
  })

  it('that are rejected for reasons of their own do not stop the job', async () => {
    expect((await createUsers(names(120), false, at(422))).types).toEqual(Array(120).fill('failed'))
  })
})

describe('an error of the own code of the caller', () => {
  const own = new TypeError('id is undefined')
  const run = (isRepeatable: boolean, perform: (name: string) => Promise<unknown>) =>
    runBulk({
      items: ['zoe'],
      key: (name) => name,
      perform,
      isRepeatable: () => isRepeatable,
      journal: journal.option,
    })

  it.each<[string, (name: string) => Promise<unknown>]>([
    [
      'that is thrown',
      () => {
        throw own
      },
    ],
    ['that rejects', () => Promise.reject(own)],
    ['that is no error', () => Promise.reject('no')],
    ['that is nothing', () => Promise.reject(undefined)],
    ['that is null', () => Promise.reject(null)],
  ])('%s may follow after a write', async (_name, perform) => {
    expect(await run(false, perform)).toMatchObject({ parked: 1 })
    expect(journal.notes()).toEqual(maybe)
  })

  it('that rejects is tried four times if the item is repeatable', async () => {
    let times = 0
    const perform = async () => {
      times++
      throw own
    }
    expect(await run(true, perform)).toMatchObject({ failed: 1 })
    expect(times).toBe(4)
  })

  it.each(['key', 'order', 'isRepeatable', 'onProgress'])('in %s ends the job', async (name) => {
    const broken = () => {
      throw own
    }
    const running = runBulk({
      items: ['zoe'],
      key: (item) => item,
      perform: async () => {},
      journal: journal.option,
      [name]: broken,
    })
    expect(await failure(running)).toBe(own)
  })
})

describe('the limiter of a job', () => {
  it('is asked once before each attempt, also for those of the client', async () => {
    let asked = 0
    const fetches = inSequence(at(429), at(429), created, at(429), created)
    const { sceyt, sent } = recordingClient(fetches, { maxRetries: 2 })
    await runBulk({
      items: ['zoe', 'lena'],
      key: (username) => username,
      perform: (username, call) => sceyt.users.create({ username }, call),
      concurrency: 1,
      limiter: { acquire: async () => void asked++ },
      journal: journal.option,
    })
    expect([asked, sent.length]).toEqual([5, 5])
  })

  it('is asked once for an item whose call takes long to prepare', async () => {
    let asked = 0
    const { sceyt, sent } = recordingClient(created)
    await runBulk({
      items: ['zoe', 'lena'],
      key: (username) => username,
      async perform(username, call) {
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        return sceyt.users.create({ username }, call)
      },
      limiter: { acquire: async () => void asked++ },
      journal: journal.option,
    })
    expect([asked, sent.length]).toEqual([2, 2])
  })

  it('hears of a 429, and of the rate limit that a response states', async () => {
    const heard: unknown[] = []
    const headers = { 'ratelimit-limit': '10', 'ratelimit-remaining': '9', 'ratelimit-reset': '1' }
    const { sceyt } = recordingClient(inSequence(at(429), () => json({ username: 'zoe' }, { headers })))
    await runBulk({
      items: ['zoe'],
      key: (username) => username,
      perform: (username, call) => sceyt.users.create({ username }, call),
      limiter: {
        acquire: async () => {},
        pause: (delay) => heard.push(delay),
        observe: ({ limit }) => heard.push(limit),
      },
      journal: journal.option,
    })
    expect(heard).toEqual([0, 10])
  })

  it('ends the job if it fails, before an item is begun', async () => {
    const away = new Error('Redis is away')
    const perform = async () => expect.unreachable()
    const limiter = { acquire: () => Promise.reject(away) }
    const running = runBulk({ items: ['zoe'], key: (name) => name, perform, limiter, journal: journal.option })
    expect(await failure(running)).toBe(away)
    expect(journal.notes()).toEqual([])
  })
})
