import { describe, expect, it } from 'vitest'
import { validators } from '../../generated/validators.js'
import { describeViolations } from '../../src/sandbox/describe-violations.js'
import { createSceyt, ValidationError } from '../../src/validate/index.js'
import { violationsOf } from '../../src/validate/violations.js'
import { apiKey, failure, json } from '../lib/fetches.js'

const users = validators.listUsers.responses[200]
const roles = validators.listRoles.responses[200]
const channel = validators.getChannel.responses[200]
if (!users || !roles || !channel) throw new Error('These operations respond with JSON.')

const list = (items: unknown[]) => ({ count: 1, total_count: 1, links: { next: null }, users: items })
const times = <T>(size: number, create: (index: number) => T): T[] =>
  Array.from({ length: size }, (_, index) => create(index))

/** The least time of a few runs, in milliseconds. */
function timeOf(work: () => unknown): number {
  const runs = times(5, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...runs)
}

describe('a value with many violations', () => {
  it('has a hundred of them listed, and the others counted up to 900', () => {
    expect(violationsOf(users, list(times(999, () => ({})))).more).toBe(899)
    const { listed, more } = violationsOf(users, list(times(40_000, () => ({}))))
    expect(listed).toHaveLength(100)
    expect(listed[99]).toEqual({ pointer: '/users/99/username', expected: 'is required', received: 'nothing' })
    expect(more).toBe(900)
  })

  it('is described so in an error, in a log line and by the sandbox', async () => {
    const lines: string[] = []
    const note = (line: string) => void lines.push(line)
    const logger = { error: note, warn: note, info: note, debug: note }
    const body = list(times(250, () => ({})))
    const options = { baseUrl: 'https://api.example.com', apiKey, fetch: async () => json(body), logger }
    const error = (await failure(createSceyt({ ...options, validate: 'throw' }).users.list())) as ValidationError
    expect(error).toBeInstanceOf(ValidationError)
    expect(error.message).toContain('/users/4/username is required; and 245 more.')
    expect([error.violations.length, error.more]).toEqual([100, 150])
    await createSceyt({ ...options, validate: 'warn' }).users.list()
    expect(lines).toHaveLength(1)
    expect(describeViolations('the body', users, body)).toMatch(/users\[99\]\.username is required\. And 150 more\.$/)
  })

  it('is described with a lower bound of their number, if there are more than a thousand', async () => {
    const body = list(times(5000, () => ({})))
    expect(describeViolations('the body', users, body)).toMatch(
      /users\[99\]\.username is required\. And at least 900 more\.$/,
    )
    const options = { baseUrl: 'https://api.example.com', apiKey, fetch: async () => json(body) }
    const error = (await failure(createSceyt({ ...options, validate: 'throw' }).users.list())) as ValidationError
    expect(error.message).toContain('/users/4/username is required; and at least 995 more')
    expect(error.more).toBe(900)
  })

  it('is not read to its end', () => {
    let read = 0
    const item = {
      get username() {
        read++
        return 5
      },
    }
    violationsOf(users, list(times(40_000, () => item)))
    expect(read).toBeLessThan(5000)
  })

  it('of a union is counted without the schemas that do not apply', () => {
    const { listed, more } = violationsOf(channel, { id: 'c-1', last_message: { id: 5 } })
    expect(more).toBe(0)
    expect(listed.length).toBeGreaterThan(0)
    expect(violationsOf(channel, { id: 'c-1', last_message: null })).toEqual({ listed: [], more: 0 })
  })

  it('does not let a client remember more and more of them', async () => {
    const lines: string[] = []
    const note = (line: string) => void lines.push(line)
    let call = 0
    const sceyt = createSceyt({
      baseUrl: 'https://api.example.com',
      apiKey,
      // Each time another field is wrong, as far as the schema has any.
      fetch: async () => json({ username: 'zoe', first_name: call++ }),
      logger: { error: note, warn: note, info: note, debug: note },
      validate: 'warn',
    })
    for (let calls = 0; calls < 20; calls++) await sceyt.users.get('zoe')
    expect(lines).toHaveLength(1)
  })
})

describe('validation takes linear time', () => {
  it.each([
    ['empty items', users, (size: number) => list(times(size, () => ({})))],
    ['items of another type', users, (size: number) => list(times(size, () => 5))],
    [
      'items with several violations',
      users,
      (size: number) => list(times(size, () => ({ username: 5, first_name: [] }))),
    ],
    ['a bare array of empty roles', roles, (size: number) => times(size, () => ({}))],
    [
      'valid items',
      users,
      (size: number) => list(times(size, (index) => ({ username: `u${index}`, first_name: 'Zoe' }))),
    ],
    [
      'a wide object',
      users,
      (size: number) => ({ ...list([]), ...Object.fromEntries(times(size, (i) => [`f${i}`, i])) }),
    ],
    [
      'a deep object',
      users,
      (size: number) => list([JSON.parse(`${'{"a":'.repeat(size / 10)}1${'}'.repeat(size / 10)}`)]),
    ],
    [
      'a long text',
      users,
      (size: number) => list([{ username: 5, first_name: { a: 'a'.repeat(size * 10) } }, 'a'.repeat(size * 10)]),
    ],
    [
      'a long text against a pattern',
      channel,
      (size: number) => ({ id: 'c', created_at: '1'.repeat(size * 10), metadata: 5 }),
    ],
  ])('for %s', (_what, validate, create) => {
    const [small, large] = [create(10_000), create(80_000)]
    const run = (value: unknown) => () => violationsOf(validate, value)
    run(small)()
    // Eight times the size: 64 times the time, if it were quadratic.
    expect(timeOf(run(large))).toBeLessThan(30 * timeOf(run(small)) + 200)
  })
})
