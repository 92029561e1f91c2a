import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Fetch } from '../../src/index.js'
import { failing, failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** The error of a call, whose waits are skipped. */
async function errorOf(call: PromiseLike<unknown>): Promise<Error> {
  const error = failure(call)
  await vi.advanceTimersByTimeAsync(120_000)
  return (await error) as Error
}

describe('a 404', () => {
  const hint = 'An earlier attempt may have deleted it.'
  const missing = respondingWith(404)
  const lost = failing('ECONNRESET')

  it.each<[string, Fetch]>([
    ['a lost response', lost],
    ['a 503', respondingWith(503)],
    ['a 503 and a 429', inSequence(respondingWith(503), respondingWith(429, { 'retry-after': '1' }))],
  ])('to a delete after %s says that the earlier attempt may have succeeded', async (name, first) => {
    const steps = name.includes('429') ? [first, first, missing] : [first, missing]
    const error = await errorOf(recordingClient(inSequence(...steps)).sceyt.users.delete('zoe'))
    expect(error).toMatchObject({ name: 'NotFoundError', reason: 'not-found', serverMessage: 'No' })
    expect(error.message).toBe(`users.delete (${steps.length} attempts): 404 Test: No. ${hint}`)
  })

  it.each<[string, Fetch]>([
    ['at once', missing],
    ['after a 429', inSequence(respondingWith(429), missing)],
    ['after a connection that was refused', inSequence(failing('ECONNREFUSED', 'connect'), missing)],
  ])('to a delete %s does not', async (_when, fetch) => {
    expect((await errorOf(recordingClient(fetch).sceyt.users.delete('zoe'))).message).not.toContain(hint)
  })

  it('to another call does not', async () => {
    for (const call of ['get', 'update'] as const) {
      const { sceyt } = recordingClient(inSequence(lost, missing))
      const error = await errorOf(call === 'get' ? sceyt.users.get('zoe') : sceyt.users.update('zoe', {}))
      expect(error).toMatchObject({ name: 'NotFoundError', attempts: 2 })
      expect(error.message).not.toContain(hint)
    }
  })
})

describe('a message of a server, of `fetch` or of a limiter', () => {
  it.each(['Over.', 'Over!', 'Over?', 'Over…', 'Over'])('ends in one mark: %s', async (text) => {
    const fetches: Fetch[] = [() => json({ message: text }, { status: 500 }), () => Promise.reject(new TypeError(text))]
    for (const fetch of fetches) {
      const { message } = await errorOf(recordingClient(fetch, { maxRetries: 0 }).sceyt.users.get('zoe'))
      expect(message).toMatch(/Over[.!?…] The call is safe to retry\.$/)
    }
  })
})

it.each([
  ['username', 'must be a string, got the number 5.'],
  ['first_name', 'must be a string, got the number 5.'],
])('a number as %s has no advice on ids', async (name, problem) => {
  const { sceyt } = recordingClient(() => json({}))
  const body = { username: 'zoe', [name]: 5 } as { username: string }
  expect((await errorOf(sceyt.users.create(body))).message).toBe(`users.create: ${name} ${problem}`)
})

it('a number as an id has it', async () => {
  const { sceyt } = recordingClient(() => json({}))
  expect((await errorOf(sceyt.channels.get(5 as never))).message).toContain('got the number 5. Ids do not fit')
  expect((await errorOf(sceyt.channels.get(5n as never))).message).toContain('got the bigint 5. Ids do not fit')
})
