import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as client from 'sceyt-platform'
import type { Fault } from 'sceyt-platform/sandbox'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type Advice, advise } from '../handle-errors.js'
import { run, serve } from './program.js'

const club = '101437428530810880'
const { sandbox, server, env } = await serve({
  maxBodyBytes: 1000,
  seed: { users: [{ username: 'zoe' }, { username: 'omar' }], channels: [{ id: club, type: 'public', owner: 'zoe' }] },
})
afterEach(() => sandbox.reset())

// Responds in ways that no API should.
const faulty = createServer((request, response) => {
  if (request.url?.startsWith('/taken')) response.writeHead(400).end('{"code":40006,"message":"Taken."}')
  if (request.url?.startsWith('/html')) response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Hello</h1>')
  if (request.url?.startsWith('/redirect')) response.writeHead(307, { Location: 'https://elsewhere.example/' }).end()
}).listen(0, '127.0.0.1')
await once(faulty, 'listening')
const origin = `http://127.0.0.1:${(faulty.address() as AddressInfo).port}`
const closed = createServer().listen(0, '127.0.0.1')
await once(closed, 'listening')
const refusing = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`
closed.close()
afterAll(async () => {
  await server.close()
  faulty.close()
  faulty.closeAllConnections()
})

const at = (baseUrl: string, options: client.SceytOptions = {}) =>
  client.createSceyt({ baseUrl, apiKey: 'sandbox-key', maxRetries: 0, timeout: 200, ...options })
const here = (options?: client.SceytOptions) => at(server.baseUrl(), options)
const send = (sceyt = here(), from = 'zoe') => sceyt.messages.send(club, { from, body: 'Hello' })
function withFault(fault: Fault): PromiseLike<unknown> {
  sandbox.faults.add({ operation: 'sendMessage', ...fault })
  return send()
}

/** Every error class that the package exports, except the base class. */
const classes = new Map(
  Object.entries<unknown>(client).filter(
    ([name, value]) => typeof value === 'function' && value.prototype instanceof Error && name !== 'SceytError',
  ),
)

/** For each error: the expected advice, and a call that fails with it. */
const cases: [name: string, Advice['retry'], status: number, how: string, () => PromiseLike<unknown>][] = [
  ['InputError', 'never', 400, 'a name that cannot be in a path', () => here().users.get('..')],
  ['BadRequestError', 'never', 400, 'a 400', () => withFault({ status: 400 })],
  ['AuthenticationError', 'never', 500, 'a wrong key', () => send(here({ apiKey: 'wrong' }))],
  ['PermissionDeniedError', 'never', 403, 'a message from a user who is not a member', () => send(here(), 'omar')],
  ['NotFoundError', 'never', 404, 'an unknown user', () => here().users.get('nobody')],
  ['ConflictError', 'never', 409, 'a name that is taken', () => here().users.create({ username: 'zoe' })],
  [
    'BadRequestError',
    'never',
    409,
    'a name that is taken, with status 400',
    () => at(`${origin}/taken`).users.create({ username: 'zoe' }),
  ],
  [
    'PayloadTooLargeError',
    'never',
    413,
    'a file that is too large',
    () => here().files.upload(new Blob(['x'.repeat(2000)])),
  ],
  ['UnprocessableEntityError', 'never', 422, 'a message from an unknown user', () => send(here(), 'nobody')],
  ['RateLimitError', 'later', 503, 'a 429', () => withFault({ status: 429, retryAfter: 7 })],
  ['ServerError', 'check first', 502, 'a 500', () => withFault({ status: 500 })],
  ['ApiError', 'never', 502, 'a status without a class', () => withFault({ status: 418 })],
  ['ApiError', 'check first', 502, 'a 408', () => withFault({ status: 408 })],
  ['ResponseError', 'done', 502, 'HTML after a write', () => send(at(`${origin}/html`))],
  ['ResponseError', 'later', 502, 'HTML after a read', () => at(`${origin}/html`).users.get('zoe')],
  ['ResponseError', 'done', 502, 'a response that is cut off', () => withFault({ cut: true })],
  ['RedirectError', 'never', 500, 'a redirect', () => at(`${origin}/redirect`).users.get('zoe')],
  ['ConnectionError', 'later', 502, 'a closed port', () => send(at(refusing))],
  ['ConnectionError', 'check first', 502, 'a connection that breaks', () => withFault({ reset: 'after' })],
  ['TimeoutError', 'check first', 504, 'a response that never arrives', () => send(at(`${origin}/silence`))],
]
// The first call occupies the only slot for as long as it can.
cases.push([
  'TimeoutError',
  'later',
  504,
  'a timeout in the queue',
  () => {
    const patient = at(`${origin}/silence`, { maxConcurrent: 1, timeout: 10_000, totalTimeout: 200 })
    const first = new AbortController()
    patient.users.get('zoe', { signal: first.signal, totalTimeout: 10_000 }).catch(() => {})
    return Promise.resolve(send(patient)).finally(() => first.abort())
  },
])

async function failureOf(make: () => PromiseLike<unknown>): Promise<Error> {
  try {
    await make()
  } catch (error) {
    return error as Error
  }
  throw new Error('The call did not fail.')
}

test('Every error class has a case.', () => {
  expect([...classes.keys()].sort()).toEqual([...new Set(cases.map(([name]) => name))].sort())
  expect(classes.size).toBe(15)
})

describe.each(cases)('%s: retry %s, status %i', (name, retry, status, how, make) => {
  test(`after ${how}.`, async () => {
    const error = await failureOf(make)
    expect(error.constructor).toBe(classes.get(name))
    const advice = advise(error)
    expect(advice).toMatchObject({ retry, status })
    expect(advice.message).toMatch(/^[A-Z].*\.$/)
    expect(advice.message).not.toContain('sandbox-key')
    expect(advice.wait).toBe(name === 'RateLimitError' ? 7000 : undefined)
    // A call that may be retried has sent nothing.
    const { messages } = await here().messages.list(club)
    if (retry === 'never' || retry === 'later') expect(messages).toEqual([])
  })
})

test('A call that its caller aborted gets 499, whatever the reason.', async () => {
  for (const reason of [undefined, new Error('Enough.'), 'enough']) {
    const controller = new AbortController()
    const failure = Promise.resolve(at(`${origin}/silence`).users.get('zoe', { signal: controller.signal })).catch(
      (error: unknown) => error,
    )
    controller.abort(reason)
    expect(advise(await failure, controller.signal)).toMatchObject({ status: 499, retry: 'check first' })
  }
})

test('A call that failed before the abort keeps its advice.', async () => {
  const error = await failureOf(() => here().users.get('nobody'))
  expect(advise(error, AbortSignal.abort())).toMatchObject({ status: 404 })
})

test('An error that is not from the client is rethrown.', () => {
  const own = new TypeError('A bug.')
  expect(() => advise(own)).toThrow(own)
})

test('As a program it prints the advice.', async () => {
  const { code, out } = await run(['handle-errors.ts', 'nobody'], env)
  expect(code).toBe(0)
  expect(out).toContain('users.get: 404 NotFound')
  expect(out).toContain("retry: 'never'")
})
