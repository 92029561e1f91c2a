import { readFileSync } from 'node:fs'
import { type BulkJob, runBulk } from 'sceyt-platform/bulk'
import { createSandbox } from 'sceyt-platform/sandbox'
import { describe, expect, it } from 'vitest'
import { AuthenticationError, createSceyt, type Sceyt } from '../../src/index.js'
import { failure, inSequence, recordingClient, respondingWith } from '../lib/fetches.js'
import { header, useFastTimers, useJournal } from './journals.js'

const journal = useJournal()
useFastTimers()

type Job = BulkJob<string, { username: string }>

/** Runs a job that creates users, and returns the kinds of its events by user. */
async function createUsers(sceyt: Sceyt, usernames: string[], options: Partial<Job> = {}) {
  const performed: string[] = []
  const events: string[] = []
  const progress = await runBulk<string, { username: string }>({
    items: usernames,
    key: (username) => username,
    perform: (username, call) => {
      performed.push(username)
      return sceyt.users.create({ username }, call)
    },
    isRepeatable: () => true,
    journal: journal.option,
    onProgress: ({ type, key }) => events.push(`${type} ${key}`),
    ...options,
  })
  return { performed, events, progress }
}

function openSandbox(...usernames: string[]) {
  const sandbox = createSandbox({ seed: { users: usernames.map((username) => ({ username })) } })
  const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
  return {
    sandbox,
    sceyt,
    usernames: () =>
      sandbox
        .snapshot()
        .apps['sandbox']?.users?.map(({ username }) => username)
        .sort(),
  }
}

describe('the file', () => {
  it('has the version and the job in its first line, and two records for each item that is done', async () => {
    await createUsers(openSandbox().sceyt, ['zoe'])
    expect(readFileSync(journal.path, 'utf8')).toBe(`${header}\n{"begin":"zoe"}\n{"done":"zoe"}\n`)
  })

  it('has the begin of an item before it is sent, with its time if it is never sent again', async () => {
    for (const isRepeatable of [true, false]) {
      const name = `zoe-${isRepeatable}`
      let records: Record<string, unknown>[] = []
      await createUsers(openSandbox().sceyt, [name], {
        isRepeatable: () => isRepeatable,
        perform: async () => {
          records = journal.records()
          return { username: '' }
        },
      })
      expect(records.at(-1)).toEqual({ begin: name, ...(!isRepeatable && { at: expect.any(Number) }) })
    }
  })

  it('has what toRecord keeps of a result', async () => {
    await createUsers(openSandbox().sceyt, ['zoe'], { toRecord: ({ username }, item) => ({ username, item }) })
    expect(journal.records().at(-1)).toEqual({ done: 'zoe', result: { username: 'zoe', item: 'zoe' } })
  })

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new TypeError('no id')
      },
    ],
    ['returns what is no JSON', () => 1n],
  ])('has that an item is done even if toRecord %s, which ends the job', async (_name, toRecord) => {
    const { sceyt } = openSandbox()
    expect(await failure(createUsers(sceyt, ['zoe', 'lena'], { toRecord, concurrency: 1 }))).toBeInstanceOf(TypeError)
    expect(journal.notes()).toEqual(['begin zoe', 'done zoe'])
    expect((await createUsers(sceyt, ['zoe', 'lena'])).events).toEqual(['skipped zoe', 'done lena'])
  })

  it.each(['a\nb', '"', '\\', 'zoë', '👩‍💻', '\u2028', '__proto__', 'constructor', ' ', '0'])(
    'keeps the key %j',
    async (key) => {
      const perform = async () => ({ username: '' })
      const { sceyt } = openSandbox()
      expect((await createUsers(sceyt, [key], { perform })).progress).toMatchObject({ done: 1, skipped: 0 })
      expect((await createUsers(sceyt, [key], { perform })).progress).toMatchObject({ done: 1, skipped: 1 })
    },
  )
})

describe('the next run', () => {
  it('passes over what is done', async () => {
    const { sceyt, usernames } = openSandbox()
    await createUsers(sceyt, ['zoe', 'lena'])
    const { performed, events, progress } = await createUsers(sceyt, ['zoe', 'omar', 'lena'])
    expect(performed).toEqual(['omar'])
    expect(events).toEqual(['skipped zoe', 'skipped lena', 'done omar'])
    expect(progress).toEqual({ done: 3, skipped: 2, failed: 0, parked: 0, inFlight: 0 })
    expect(usernames()).toEqual(['lena', 'omar', 'zoe'])
    expect(readFileSync(journal.path, 'utf8').match(/"journal"/g)).toHaveLength(1)
  })

  it('sends what the server has rejected again', async () => {
    const { sandbox, sceyt } = openSandbox()
    sandbox.faults.add({ status: 422, times: 1 })
    expect((await createUsers(sceyt, ['zoe'])).events).toEqual(['failed zoe'])
    expect((await createUsers(sceyt, ['zoe'])).events).toEqual(['done zoe'])
    expect((await createUsers(sceyt, ['zoe'])).events).toEqual(['skipped zoe'])
  })

  it('fails a rejected item that exists by then: the job has not created it', async () => {
    const { sandbox, sceyt } = openSandbox()
    sandbox.faults.add({ status: 422, times: 1 })
    await createUsers(sceyt, ['zoe'])
    await sceyt.users.create({ username: 'zoe' })
    for (let runs = 0; runs < 2; runs++) expect((await createUsers(sceyt, ['zoe'])).events).toEqual(['failed zoe'])
  })

  it('fails an item that exists, and was never begun', async () => {
    const { sceyt } = openSandbox('zoe')
    for (let runs = 0; runs < 2; runs++) expect((await createUsers(sceyt, ['zoe'])).events).toEqual(['failed zoe'])
    expect(journal.records()[1]).toEqual({ failed: 'zoe', error: expect.stringContaining('409') })
  })

  it.each([
    ['was begun', '{"begin":"zoe"}'],
    ['has an outcome that is unknown', '{"begin":"zoe"}', '{"unknown":"zoe","error":"no response"}'],
    ['was rejected, and begun again', '{"begin":"zoe"}', '{"failed":"zoe","error":"no"}', '{"begin":"zoe"}'],
  ])('takes "already exists" for done if a repeatable item %s', async (_name, ...lines) => {
    journal.write(header, ...lines)
    const { events, performed } = await createUsers(openSandbox('zoe').sceyt, ['zoe'])
    expect(performed).toEqual(['zoe'])
    expect(events).toEqual(['done zoe'])
    expect(journal.notes().at(-1)).toBe('done zoe')
  })

  it('sends a repeatable item that was begun again, and it is done', async () => {
    journal.write(header, '{"begin":"zoe"}')
    const { sceyt, usernames } = openSandbox()
    expect((await createUsers(sceyt, ['zoe'])).events).toEqual(['done zoe'])
    expect(usernames()).toEqual(['zoe'])
  })

  it('never sends an item that was begun and is not repeatable', async () => {
    journal.write(header, '{"begin":"zoe","at":1}')
    for (let runs = 0; runs < 2; runs++) {
      const { events, performed, progress } = await createUsers(openSandbox().sceyt, ['zoe'], {
        isRepeatable: undefined,
      })
      expect(performed).toEqual([])
      expect(events).toEqual(['parked zoe'])
      expect(progress).toEqual({ done: 0, skipped: 0, failed: 0, parked: 1, inFlight: 0 })
    }
    expect(journal.notes()).toEqual(['begin zoe'])
  })

  it('sends an item that is known not to have been sent, and fails it if it exists', async () => {
    journal.write(header, '{"begin":"zoe","at":1}', '{"unsent":"zoe"}', '{"begin":"lena"}', '{"unsent":"lena"}')
    const { sceyt } = openSandbox('lena')
    const isRepeatable = (username: string) => username === 'lena'
    expect((await createUsers(sceyt, ['zoe', 'lena'], { isRepeatable })).events.sort()).toEqual([
      'done zoe',
      'failed lena',
    ])
  })

  it('never sends what is done, whatever other records say', async () => {
    journal.write(header, '{"done":"zoe"}', '{"begin":"zoe"}', '{"failed":"zoe","error":"no"}', '{"unsent":"zoe"}')
    expect((await createUsers(openSandbox().sceyt, ['zoe'])).events).toEqual(['skipped zoe'])
  })

  it.each([401, 403])('remembers that an item may exist if the API key was rejected with %i since', async (status) => {
    const { sandbox, sceyt } = openSandbox()
    sandbox.faults.add({ reset: 'after', times: 1 })
    sandbox.faults.add({ status, times: 1 })
    const first = createUsers(sceyt, ['zoe'])
    if (status === 401) expect(await failure(first)).toBeInstanceOf(AuthenticationError)
    else expect((await first).events).toEqual(['retry zoe', 'failed zoe'])
    expect((await createUsers(sceyt, ['zoe'])).events).toEqual(['done zoe'])
  })

  it('forgets that an item may exist if it was rejected itself since', async () => {
    const client = recordingClient(inSequence(respondingWith(500, { 'retry-after': '0' }), respondingWith(422)))
    await createUsers(client.sceyt, ['zoe'])
    expect(journal.notes()).toEqual(['begin zoe', 'unknown zoe', 'begin zoe', 'failed zoe'])
    expect((await createUsers(openSandbox('zoe').sceyt, ['zoe'])).events).toEqual(['failed zoe'])
  })
})

it('a job of three runs with every kind of fault creates each user once', async () => {
  const usernames = Array.from({ length: 300 }, (_value, index) => `user-${index}`)
  const { sandbox, sceyt } = openSandbox()
  for (const fault of [
    { status: 429, retryAfter: 0 },
    { status: 503 },
    { reset: 'before' },
    { reset: 'after' },
    { cut: true },
  ] as const)
    sandbox.faults.add({ ...fault, operation: 'createUser', rate: 0.1 })
  const limit = new AbortController()
  const perform: Job['perform'] = (username, call) => {
    if (username === 'user-150') limit.abort(new Error('enough'))
    return sceyt.users.create({ username }, call)
  }
  await expect(createUsers(sceyt, usernames, { perform, signal: limit.signal })).rejects.toThrow('enough')
  const { progress } = await createUsers(sceyt, usernames)
  expect(progress.done + progress.failed).toBe(300)
  sandbox.faults.clear()
  expect((await createUsers(sceyt, usernames)).progress).toMatchObject({ done: 300, failed: 0, parked: 0 })
  expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(300)
  expect(sandbox.journal.count).toBeGreaterThan(400)
})

it('messages are sent at most once under every kind of fault, and parked if that is not known', async () => {
  const bodies = Array.from({ length: 200 }, (_value, index) => `message ${index}`)
  const { sandbox, sceyt } = openSandbox('zoe')
  const { id } = await sceyt.channels.createPublic({ owner: 'zoe', subject: 'News', uri: 'news' })
  for (const fault of [
    { status: 429, retryAfter: 0 },
    { status: 503 },
    { reset: 'before' },
    { reset: 'after' },
    { cut: true },
  ] as const)
    sandbox.faults.add({ ...fault, operation: 'sendMessage', rate: 0.1 })
  const send = () =>
    runBulk({
      items: bodies,
      key: (body) => body,
      perform: (body, call) => sceyt.messages.send(id, { from: 'zoe', body }, call),
      journal: journal.option,
    })
  const first = await send()
  const second = await send()
  expect(first.parked).toBeGreaterThan(20)
  expect(second).toEqual({
    done: 200 - first.parked,
    skipped: first.done,
    failed: 0,
    parked: first.parked,
    inFlight: 0,
  })
  sandbox.faults.clear()
  const sent: unknown[] = []
  for await (const { body } of sceyt.messages.list(id)) sent.push(body)
  expect(new Set(sent).size).toBe(sent.length)
  expect(sent.length).toBeGreaterThanOrEqual(first.done)
})
