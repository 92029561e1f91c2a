import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { type BulkJob, runBulk } from 'sceyt-platform/bulk'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/index.js'
import { failure } from '../lib/fetches.js'
import { names, turn, useJournal } from './journals.js'

const journal = useJournal()

type Options = Partial<BulkJob<string, unknown>>

/** Runs a job over names, and records the order in which they are performed. */
async function run(items: BulkJob<string, unknown>['items'], options: Options = {}) {
  const performed: string[] = []
  const job = {
    items,
    key: (name: string) => name,
    perform: async (name: string) => void performed.push(name),
    journal: journal.option,
    ...options,
  }
  return { performed, progress: await runBulk(job) }
}

async function* slowly(items: Iterable<string>) {
  for (const item of items) {
    await turn()
    yield item
  }
}

describe('every item is performed once, in the order of the items', () => {
  const items = names(100)
  it.each<[string, () => BulkJob<string, unknown>['items']]>([
    ['an array', () => items],
    ['a set', () => new Set(items)],
    ['a generator', () => items.values()],
    ['an async generator', () => slowly(items)],
    ['a stream', () => Readable.from(items)],
  ])('of %s', async (_name, iterable) => {
    const { performed, progress } = await run(iterable())
    expect(performed).toEqual(items)
    expect(progress).toEqual({ done: 100, skipped: 0, failed: 0, parked: 0, inFlight: 0 })
    expect(journal.notes().filter((note) => note.startsWith('done'))).toHaveLength(100)
  })

  it('if there is none', async () => {
    expect((await run([])).progress).toMatchObject({ done: 0 })
  })
})

describe('items in flight', () => {
  it.each([
    [16, undefined],
    [1, 1],
    [5, 5],
    [20, 50],
  ])('are %i at once, with the concurrency %s', async (expected, concurrency) => {
    let active = 0
    let most = 0
    let reported = 0
    const perform = async () => {
      most = Math.max(most, ++active)
      await turn()
      active--
    }
    const { progress } = await run(names(20), {
      perform,
      concurrency,
      onProgress: ({ progress: { inFlight } }) => {
        reported = Math.max(reported, inFlight)
      },
    })
    // The item of an event is in flight no more.
    expect([most, reported]).toEqual([expected, expected - 1])
    expect(progress).toMatchObject({ done: 20, inFlight: 0 })
  })

  it('are read when there is room for them', async () => {
    let read = 0
    let ended = 0
    function* counted() {
      for (const name of names(30)) {
        read++
        yield name
      }
    }
    await run(counted(), {
      concurrency: 3,
      perform: async () => {
        await turn()
        ended++
        expect(read).toBeLessThanOrEqual(ended + 3)
      },
    })
    expect(read).toBe(30)
  })
})

describe('a second item with the same key stops the job with an error that names the key, and is not sent,', () => {
  const twice = ['zoe', 'lena', 'zoe']
  const performed: string[] = []
  const perform = async (name: string) => void performed.push(name)

  /** Runs the job, which must be rejected, and returns the items that were performed. */
  async function refused(options: Options = {}, items = twice) {
    performed.length = 0
    const error = await failure(run(items, { perform, ...options }))
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({ parameter: 'key', message: expect.stringMatching(/^key must be unique .* "zoe"/) })
    return performed
  }

  it.each([1, 8])('with the concurrency %i', async (concurrency) => {
    const own = await refused({ concurrency })
    expect(own.filter((name) => name === 'zoe')).toHaveLength(1)
  })

  it('while the first waits for the limiter', async () => {
    expect(await refused({ limiter: { acquire: turn } })).toEqual([])
  })

  it('while the first waits for another of its order', async () => {
    const own = await refused({ order: () => 'one', limiter: { acquire: turn } }, ['adam', ...twice])
    expect(own.filter((name) => name === 'zoe').length).toBeLessThanOrEqual(1)
  })

  it.each(['{"done":"zoe"}', '{"failed":"zoe","error":"no"}', '{"begin":"zoe"}'])(
    'after the record %s',
    async (record) => {
      journal.write('{"journal":1,"job":"a test"}', record)
      await refused({ concurrency: 1 })
    },
  )
})

it('items that are done, or parked, since an earlier run are skipped', async () => {
  journal.write('{"journal":1,"job":"a test"}', '{"done":"zoe"}', '{"begin":"lena"}')
  const { performed, progress } = await run(['zoe', 'lena'])
  expect(performed).toEqual([])
  expect(progress).toMatchObject({ done: 1, skipped: 1, parked: 1 })
})

describe('the iterator of the items', () => {
  it('is never asked twice at once', async () => {
    let isAsked = false
    let next = 0
    const iterator: AsyncIterableIterator<string> = {
      [Symbol.asyncIterator]: () => iterator,
      async next() {
        expect(isAsked).toBe(false)
        isAsked = true
        await turn()
        isAsked = false
        return next < 40 ? { done: false, value: `user-${next++}` } : { done: true, value: undefined }
      },
    }
    expect((await run(iterator, { concurrency: 8 })).performed).toEqual(names(40))
  })

  it('ends the job if it throws, once the items in flight are finished', async () => {
    const reason = new Error('The file ends in the middle.')
    const performed: string[] = []
    async function* broken() {
      yield* names(3)
      throw reason
    }
    const perform = async (name: string) => {
      for (let turns = 0; turns < 5; turns++) await turn()
      performed.push(name)
    }
    expect(await failure(run(broken(), { perform }))).toBe(reason)
    expect(performed).toEqual(names(3))
    expect(journal.notes().filter((note) => note.startsWith('done'))).toHaveLength(3)
    expect((await run(names(4))).performed).toEqual(['user-3'])
  })

  it('is asked no more once it has thrown', async () => {
    let asked = 0
    const iterator: AsyncIterableIterator<string> = {
      [Symbol.asyncIterator]: () => iterator,
      async next() {
        asked++
        throw new Error('closed')
      },
    }
    await failure(run(iterator))
    expect(asked).toBe(1)
  })

  it('is closed if the job ends before it', async () => {
    let isClosed = false
    function* endless() {
      try {
        for (let count = 0; ; count++) yield `user-${count}`
      } finally {
        isClosed = true
      }
    }
    const onProgress = () => {
      throw new Error('enough')
    }
    await expect(run(endless(), { onProgress })).rejects.toThrow('enough')
    expect(isClosed).toBe(true)
  })
})

describe('items of the same order', () => {
  const items = Array.from({ length: 40 }, (_value, index) => `${'abcd'[index % 4]}-${index}`)
  const order = (name: string) => (name.startsWith('d') ? undefined : name[0])

  it('are performed one after another, in their order', async () => {
    const active = new Set<string>()
    const ended: string[] = []
    const perform = async (name: string) => {
      const own = order(name)
      if (own !== undefined) expect(active).not.toContain(own)
      active.add(own ?? name)
      for (let turns = name.length + (name.charCodeAt(2) % 5); turns > 0; turns--) await turn()
      active.delete(own ?? name)
      ended.push(name)
    }
    await run(items, { order, perform })
    for (const start of ['a', 'b', 'c'])
      expect(ended.filter((name) => name.startsWith(start))).toEqual(items.filter((name) => name.startsWith(start)))
    expect(ended).toHaveLength(40)
  })

  it('let others pass', async () => {
    let finish = () => {}
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    const ended: string[] = []
    const perform = async (name: string) => {
      if (name === 'a-0') await held
      ended.push(name)
      if (ended.length === 3) finish()
    }
    await run(['a-0', 'a-1', 'b-2', 'b-3', 'd-4'], { order, perform })
    expect(ended.slice(0, 3).sort()).toEqual(['b-2', 'b-3', 'd-4'])
    expect(ended.slice(3)).toEqual(['a-0', 'a-1'])
  })

  it('go on after one that fails', async () => {
    const performed: string[] = []
    const perform = async (name: string) => {
      performed.push(name)
      if (name === 'a-0') throw new TypeError('broken')
    }
    const { progress } = await run(['a-0', 'a-1'], { order, perform })
    expect(performed).toEqual(['a-0', 'a-1'])
    expect(progress).toMatchObject({ done: 1, parked: 1 })
  })
})

it('every item is reported, with the counts at that time', async () => {
  journal.write('{"journal":1,"job":"a test"}', '{"done":"zoe"}', '{"begin":"lena"}')
  const events: unknown[] = []
  await run(['zoe', 'lena', 'omar'], {
    concurrency: 1,
    onProgress: ({ type, key, progress: { done, skipped, parked, inFlight } }) =>
      events.push([type, key, done, skipped, parked, inFlight]),
  })
  expect(events).toEqual([
    ['skipped', 'zoe', 1, 1, 0, 0],
    ['parked', 'lena', 1, 1, 1, 0],
    ['done', 'omar', 2, 1, 1, 0],
  ])
})

describe('a job is refused, and nothing is written, if', () => {
  const wrong = (value: unknown) => value as never
  it.each<[string, RegExp, Options]>([
    ['it has no items', /^items must be iterable/, { items: wrong(undefined) }],
    ['the items are an object', /^items must be iterable/, { items: wrong({}) }],
    ['key is no function', /^key must be a function/, { key: wrong('id') }],
    ['perform is no function', /^perform must be a function/, { perform: wrong(undefined) }],
    ['order is no function', /^order must be a function/, { order: wrong('channel') }],
    ['isRepeatable is no function', /^isRepeatable must be a function/, { isRepeatable: wrong(true) }],
    ['toRecord is no function', /^toRecord must be a function/, { toRecord: wrong('id') }],
    ['onProgress is no function', /^onProgress must be a function/, { onProgress: wrong(1) }],
    ['the concurrency is 0', /^concurrency must be a whole number, 1 or more, got 0/, { concurrency: 0 }],
    ['the concurrency is not whole', /^concurrency must be a whole number/, { concurrency: 1.5 }],
    ['the concurrency is endless', /^concurrency must be a whole number/, { concurrency: Infinity }],
    ['there is no journal', /^journal must be an object/, { journal: wrong(undefined) }],
    ['the journal has no path', /^journal must be an object/, { journal: { path: '', job: 'a test' } }],
    ['the journal has no job', /^journal must be an object/, { journal: wrong({ path: 'a' }) }],
    ['the limiter cannot be asked', /^limiter must be an object with the method acquire/, { limiter: wrong({}) }],
    ['an option is not known', /concurency.*did you mean/, wrong({ concurency: 3 })],
  ])('%s', async (_name, message, options) => {
    const error = await failure(run(['zoe'], options))
    expect(error).toBeInstanceOf(RangeError)
    expect((error as Error).message).toMatch(message)
    expect(existsSync(journal.path)).toBe(false)
  })

  it.each(['', undefined, 7])('its key is %j', async (key) => {
    const performed: string[] = []
    const perform = async (name: string) => void performed.push(name)
    const error = await failure(run(['zoe'], { perform, key: () => wrong(key) }))
    expect(error).toBeInstanceOf(RangeError)
    expect(String(error)).toContain('key must return a string that is not empty')
    expect(performed).toEqual([])
  })
})
