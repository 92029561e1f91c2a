import { getEventListeners } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { type BulkJob, type BulkProgress, runBulk } from 'sceyt-platform/bulk'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { failing, failure, json, recordingClient, respondingWith } from '../lib/fetches.js'
import { names, turn, useFastTimers, useJournal } from './journals.js'

const journal = useJournal()
useFastTimers()

const aborted = () => new Promise((resolve) => controller.signal.addEventListener('abort', resolve, { once: true }))

const reason = new Error('changed my mind')
let controller = new AbortController()
afterEach(() => {
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  controller = new AbortController()
})

function run(perform: BulkJob<string, unknown>['perform'], options: Partial<BulkJob<string, unknown>> = {}) {
  return runBulk({
    items: names(100),
    key: (name) => name,
    perform,
    concurrency: 4,
    journal: journal.option,
    signal: controller.signal,
    ...options,
  })
}

/** Returns the kinds of the last records of the items. */
const endsOf = (path?: string) =>
  new Set(new Map(journal.notes(path).map((note) => note.split(' ').reverse() as [string, string])).values())

describe('an aborted job', () => {
  it('finishes the items in flight, begins no other, and rejects with the reason', async () => {
    const begun: string[] = []
    const ended: string[] = []
    const running = run(async (name) => {
      begun.push(name)
      if (begun.length === 10) controller.abort(reason)
      for (let turns = 0; turns < 5; turns++) await turn()
      ended.push(name)
    })
    expect(await failure(running)).toBe(reason)
    expect(begun).toHaveLength(ended.length)
    expect(begun.length).toBeLessThanOrEqual(10 + 3)
    expect(endsOf()).toEqual(new Set(['done']))
  })

  it('leaves its final counts in the progress of its events', async () => {
    let progress: Readonly<BulkProgress> | undefined
    let begun = 0
    const running = run(
      async () => {
        if (++begun === 10) controller.abort(reason)
        for (let turns = 0; turns < 5; turns++) await turn()
      },
      {
        onProgress(event) {
          progress = event.progress
        },
      },
    )
    expect(await failure(running)).toBe(reason)
    expect(progress).toEqual({ done: begun, skipped: 0, failed: 0, parked: 0, inFlight: 0 })
  })

  it('waits no longer for its limiter', async () => {
    const performed: string[] = []
    let places = 1
    const acquire = (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        if (places-- > 0) resolve()
        else signal.addEventListener('abort', () => reject(signal.reason))
      })
    const perform = async (name: string) => {
      performed.push(name)
      await turn()
      controller.abort(reason)
    }
    expect(await failure(run(perform, { limiter: { acquire } }))).toBe(reason)
    expect(performed).toEqual(['user-0'])
    expect(journal.notes()).toEqual(['begin user-0', 'done user-0'])
  })

  it.each([
    ['a busy server', respondingWith(429, { 'retry-after': '3600' }), 'unsent'],
    ['a failing server', respondingWith(503, { 'retry-after': '3600' }), 'unknown'],
    ['a server that is away', failing('ECONNREFUSED', 'connect'), 'unsent'],
  ])('waits no longer for %s', async (_name, fetch, end) => {
    vi.setTimerTickMode('manual')
    const own = controller
    const { sceyt, sent } = recordingClient(fetch, { maxRetries: 0 })
    const running = run((username, call) => sceyt.users.create({ username }, call), {
      isRepeatable: () => true,
      limiter: { acquire: async () => {} },
      onProgress: ({ type }) => type === 'retry' && setImmediate(() => own.abort(reason)),
    })
    expect(await failure(running)).toBe(reason)
    expect(vi.getTimerCount()).toBe(0)
    expect(sent.length).toBeLessThanOrEqual(4)
    expect(endsOf()).toEqual(new Set([end]))
  })

  it.each([
    ['a busy server', respondingWith(429, { 'retry-after': '60' }), 'unsent'],
    ['a server that is away', failing('ECONNREFUSED', 'connect'), 'unsent'],
  ])(
    'waits no longer for a retry of the client after %s, whether or not an item is repeatable',
    async (_name, fetch, end) => {
      for (const isRepeatable of [false, true]) {
        vi.setTimerTickMode('manual')
        const own = new AbortController()
        const onRetry = () => void setImmediate(() => own.abort(reason))
        const { sceyt, sent } = recordingClient(fetch, { maxRetries: 5, hooks: { onRetry } })
        const running = run((username, call) => sceyt.users.create({ username }, call), {
          isRepeatable: () => isRepeatable,
          journal: { ...journal.option, path: `${journal.path}.${isRepeatable}` },
          limiter: { acquire: async () => {} },
          signal: own.signal,
        })
        expect(await failure(running)).toBe(reason)
        expect(vi.getTimerCount()).toBe(0)
        expect(sent.length).toBeLessThanOrEqual(4)
        expect(endsOf(`${journal.path}.${isRepeatable}`)).toEqual(new Set([end]))
      }
    },
  )

  it('does not send the items that wait in the client for their first attempt', async () => {
    // The timeout of the request must not fire.
    vi.useRealTimers()
    const { sceyt, sent } = recordingClient(
      async () => {
        await turn()
        controller.abort(reason)
        await turn()
        return json({ username: 'zoe' })
      },
      { maxConcurrent: 1 },
    )
    const running = run((username, call) => sceyt.users.create({ username }, call))
    expect(await failure(running)).toBe(reason)
    expect(sent).toHaveLength(1)
    expect(
      journal
        .notes()
        .filter((note) => !note.startsWith('begin'))
        .sort(),
    ).toEqual(['done user-0', ...['unsent user-1', 'unsent user-2', 'unsent user-3']])
  })

  it('finishes all calls of an item that is not repeatable', async () => {
    const { sceyt, sent } = recordingClient(async () => json({ username: 'zoe' }))
    const perform: BulkJob<string, unknown>['perform'] = async (username, call) => {
      await sceyt.users.create({ username }, call)
      controller.abort(reason)
      return sceyt.users.update(username, { first_name: 'Zoe' }, call)
    }
    expect(await failure(run(perform, { concurrency: 1 }))).toBe(reason)
    expect([sent.length, journal.notes()]).toEqual([2, ['begin user-0', 'done user-0']])
  })

  it('reads no further item, and closes the iterator', async () => {
    let read = 0
    let isClosed = false
    async function* slowly() {
      try {
        for (const name of names(100)) {
          read++
          await turn()
          yield name
        }
      } finally {
        isClosed = true
      }
    }
    const perform = async (name: string) => {
      if (name === 'user-9') controller.abort(reason)
    }
    expect(await failure(run(perform, { items: slowly(), concurrency: 16, isRepeatable: () => true }))).toBe(reason)
    // The one that is being read meanwhile.
    expect(read).toBeLessThanOrEqual(10 + 2)
    expect(isClosed).toBe(true)
  })

  it.each<[string, () => Promise<void>]>([
    ['waits for its next item', () => new Promise(() => {})],
    ['waits for its next item, and fails then', () => aborted().then(() => Promise.reject(new Error('no')))],
  ])('ends although the iterator %s', async (_name, wait) => {
    async function* endless() {
      yield 'user-0'
      await wait()
    }
    const running = run(async () => controller.abort(reason), { items: endless() })
    expect(await failure(running)).toBe(reason)
    expect(journal.notes()).toEqual(['begin user-0', 'done user-0'])
  })

  it('goes on in the next run', async () => {
    const performed: string[] = []
    const perform = async (name: string) => {
      performed.push(name)
      if (performed.length === 50) controller.abort(reason)
    }
    await failure(run(perform))
    expect(await run(perform, { signal: undefined })).toMatchObject({ done: 100 })
    expect(performed.sort()).toEqual(names(100).sort())
  })

  it('rejects with the first reason', async () => {
    const running = run(
      async () => {
        controller.abort(reason)
        await turn()
        throw new Error('broken')
      },
      {
        onProgress: () => {
          throw new Error('later')
        },
      },
    )
    expect(await failure(running)).toBe(reason)
  })
})

describe('a job that is aborted before its first item', () => {
  const never = () => expect.unreachable()

  it('has no journal if that was before its start', async () => {
    controller.abort(reason)
    expect(await failure(run(never))).toBe(reason)
    expect(existsSync(journal.path)).toBe(false)
  })

  it('begins none if that was while its journal was opened', async () => {
    const running = run(never)
    controller.abort(reason)
    expect(await failure(running)).toBe(reason)
    expect(journal.records()).toEqual([])
  })
})

describe('the journal is released', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a success', () => run(async () => {})],
    ['an abort', () => failure(run(async () => controller.abort(reason)))],
    [
      'a failure',
      () =>
        failure(
          run(async () => {}, {
            onProgress: () => {
              throw new Error('enough')
            },
          }),
        ),
    ],
    ['a key that is wrong', () => failure(run(async () => {}, { key: () => '' }))],
    [
      'items that cannot be read',
      () =>
        failure(
          run(async () => {}, {
            items: {
              [Symbol.iterator]: () => {
                throw new Error('no')
              },
            },
          }),
        ),
    ],
  ])('after %s', async (_name, end) => {
    const listeners = process.listenerCount('exit')
    await end()
    expect(readdirSync(journal.folder)).toEqual(['job.journal'])
    expect(process.listenerCount('exit')).toBe(listeners)
  })
})
