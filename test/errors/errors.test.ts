import { describe, expect, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import { createApiError } from '../../src/errors/api-error.js'
import { excerpt } from '../../src/errors/excerpt.js'
import { parseRetryAfter } from '../../src/http/headers/retry-after.js'
import * as errors from '../../src/index.js'
import type { Operation } from '../../src/operation/operation.js'
import { apiKey, failure, json, recordingClient } from '../lib/fetches.js'

const { ApiError, SceytError } = errors
const operationOf = (id: string) => operations.find((operation) => operation.id === id) as Operation
const getUser = operationOf('getUser')
const sendMessage = operationOf('sendMessage')
const make = (status: number, body: unknown, headers = {}, operation?: Operation) =>
  createApiError({ status, body, headers: new Headers(headers), operation })

const classes = Object.entries(errors).filter(([name]) => /Error$/.test(name)) as [
  string,
  new (...input: never[]) => Error,
][]
const byStatus: Record<number, string> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
}

describe('the classes', () => {
  it.each(classes)('%s bears its name and is a SceytError', (name, Class) => {
    expect(Class.prototype.name).toBe(name)
    expect(Class === SceytError || Class.prototype instanceof SceytError).toBe(true)
    expect(Class.prototype).toBeInstanceOf(Error)
  })

  it.each([...Array.from({ length: 200 }, (_, index) => 400 + index), 600, 999])(
    '%i makes the error of its class, or else of its hundred',
    (status) => {
      const error = make(status, '')
      const name = byStatus[status] ?? (status >= 500 && status < 600 ? 'ServerError' : 'ApiError')
      expect(error.constructor).toBe(Object.fromEntries(classes)[name])
      expect(error).toBeInstanceOf(ApiError)
      expect([error.name, error.status]).toEqual([name, status])
    },
  )
})

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 0, 5, 12, 0, 0)
  it.each([
    ['2', 2000],
    ['0', 0],
    ['Mon, 05 Jan 2026 12:00:30 GMT', 30_000],
    ['Mon, 05 Jan 2026 11:59:59 GMT', 0],
    ['2026', 2_026_000],
    ['30, 30', 30_000],
    ['Mon, 05 Jan 2026 12:00:30 GMT, Mon, 05 Jan 2026 12:00:30 GMT', 30_000],
  ])('reads %j as %i milliseconds', (header, wait) => expect(parseRetryAfter(header, now)).toBe(wait))

  const unknown = [
    null,
    '-1',
    '1e9',
    '1.5',
    '',
    'soon',
    ' 2',
    '2 ',
    '0x10',
    '2026-01-05',
    'Mon, 99 Jan 2026 12:00:30 GMT',
    'Invalid Date',
    'Monday, 05-Jan-26 12:00:30 GMT',
    'Mon Jan  5 12:00:30 2026',
  ]
  it.each(unknown)('takes %j for absent', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined()
  })

  it('reaches the error', () => {
    expect(make(429, '', { 'Retry-After': '2' })).toMatchObject({
      retryAfter: 2000,
      message: expect.stringContaining('Wait 2 s'),
    })
    expect(make(429, '', { 'Retry-After': 'soon' })).toMatchObject({
      retryAfter: undefined,
      message: expect.stringContaining('Send requests less often'),
    })
  })
})

describe('the body of an error', () => {
  const html =
    '<!DOCTYPE html><html><head><style>b { color: red }</style></head><body>\n<h1>502 Bad Gateway</h1><hr>nginx</body></html>'
  it.each<[string, unknown, object]>([
    [
      'of Sceyt',
      { code: 1101, type: 'NotFound', message: 'No such user' },
      { code: 1101, type: 'NotFound', message: '404 NotFound: No such user.' },
    ],
    ['nested', { error: { code: 7, type: 'Bad', message: 'No.' } }, { code: 7, type: 'Bad', message: '404 Bad: No.' }],
    [
      'with details in an object',
      { code: 40006, type: 'BadRequest', message: 'Taken.', error: { reason: 'dup' } },
      { code: 40006, type: 'BadRequest', message: '404 BadRequest: Taken.' },
    ],
    ['with an empty object', { code: 40006, message: 'Taken.', error: {} }, { code: 40006, message: '404: Taken.' }],
    ['with a list', { code: 40006, message: 'Taken.', error: [] }, { code: 40006, message: '404: Taken.' }],
    [
      'nested, with fields of its own',
      { code: 1, message: 'Outer.', error: { code: 2, message: 'Inner.' } },
      { code: 2, message: '404: Inner.' },
    ],
    ['of an error text', { error: 'not here' }, { code: undefined, type: undefined, message: '404: not here.' }],
    [
      'of problem+json',
      { type: 'about:blank', title: 'Missing', detail: 'Gone for good' },
      { type: 'about:blank', message: '404 about:blank: Gone for good.' },
    ],
    ['of problem+json without detail', { title: 'Missing' }, { message: '404: Missing.' }],
    ['of HTML', html, { code: undefined, message: '404: 502 Bad Gateway nginx.' }],
    ['half filled', { error: null, message: '', detail: 'Gone' }, { message: '404: Gone.' }],
    ['of plain text', 'Gone!', { message: '404: Gone!' }],
    ['empty', '', { message: '404: the server gave no message.' }],
    ['an array', [1], { code: undefined, message: '404: the server gave no message.' }],
    ['null', null, { code: undefined, message: '404: the server gave no message.' }],
    ['a number', 5, { message: '404: the server gave no message.' }],
    [
      'of wrong types',
      { code: '5', type: 5, message: {} },
      { code: undefined, type: undefined, message: '404: the server gave no message.' },
    ],
  ])('%s is understood and kept', (_what, body, expected) => {
    const error = make(404, body)
    expect(error).toMatchObject(expected)
    expect(error.body).toBe(body)
  })

  const long = 'x'.repeat(60_000)
  it.each([
    ['text', long],
    ['HTML', `<p>${long}</p>`],
    ['message', { message: long }],
    ['error', { error: long }],
    ['detail', { detail: long }],
    ['title', { title: long }],
    ['type', { type: long, message: 'No.' }],
  ])('makes no endless message of an endless %s', (_what, body) => {
    expect(make(400, body).message.length).toBeLessThan(1000)
  })

  it('is cut by excerpt, with a sign that there was more', () => {
    expect([excerpt('abc', 3), excerpt('abcd', 3), excerpt('', 3)]).toEqual(['abc', 'abc…', ''])
  })
})

describe('the message', () => {
  it('says which call failed, what happened, and the id of the request', () => {
    const error = make(404, { type: 'NotFound', message: 'No such user' }, { 'x-request-id': 'r-1' }, getUser)
    expect(error.message).toBe('users.get: 404 NotFound: No such user. Request id: r-1.')
    expect(error).toMatchObject({ operationId: 'getUser', requestId: 'r-1' })
    expect(error.headers.get('x-request-id')).toBe('r-1')
  })

  it.each([
    [make(401, ''), /^401: .*Check the API key/],
    [make(403, ''), /^403: .*IP address/],
    [make(500, '', {}, getUser), /^users\.get: 500: .*safe to retry/],
    [make(500, '', {}, sendMessage), /^messages\.send: 500: .*check before you retry/],
    [
      new errors.TimeoutError('timeout', 5, 'headers', { operation: getUser, attempts: 1 }),
      /^users\.get: timeout of 5 ms .*waiting for the response.*safe to retry/,
    ],
    [
      new errors.TimeoutError('timeout', 5, 'body', { operation: sendMessage, attempts: 1 }),
      /^messages\.send: timeout of 5 ms .*reading the response body.*check before you retry/,
    ],
    [
      new errors.RedirectError(302, 'https://a.example/', { operation: getUser }),
      /^users\.get: .*302.*https:\/\/a\.example\/.*Check apiUrl or baseUrl/,
    ],
    [new errors.RedirectError(0, null), /redirects\. Redirects are not followed.*Check apiUrl/],
    [
      new errors.InputError('limit', 'must be 1 to 50, got 0.', { operation: getUser }),
      /^users\.get: limit must be 1 to 50, got 0\.$/,
    ],
  ])('says what to do next: %s', (error, message) => {
    expect(error.message).toMatch(message)
  })

  it.each([
    ['The API key may not be used from this IP address.', true],
    ['This key is not allowed here.', true],
    ['Your IP is not on the list.', true],
    ['Forbidden', true],
    ['"zoe" is not a member of this channel.', false],
    ['"omar" needs the permission Send Message to mention "monkey".', false],
  ])('of a 403 with %j advises on the IP addresses of the key: %s', (message, advises) => {
    const advice = ' If the API key was refused, check which IP addresses may use it.'
    expect(make(403, { message }).message.endsWith(advice)).toBe(advises)
  })

  it.each([
    [getUser, false],
    [sendMessage, true],
  ])('of a bad 2xx says whether the call was accepted: $id', (operation, accepted) => {
    const cause = new Error('cut')
    const context = { status: 200, headers: new Headers(), body: 'text', cause }
    const error = new errors.ResponseError('the body is empty', { operation, ...context })
    expect(error).toMatchObject({ accepted, operationId: operation.id, ...context })
    expect(error.message).toContain(`${operation.name}: the server responded with 200, but the body is empty.`)
    expect(error.message.includes('do not retry it')).toBe(accepted)
  })

  it('comes with what it is about', () => {
    expect(new errors.TimeoutError('totalTimeout', 5, 'queue', {})).toMatchObject({
      limit: 'totalTimeout',
      timeout: 5,
      phase: 'queue',
    })
    expect(new errors.RedirectError(302, 'https://a.example/')).toMatchObject({
      status: 302,
      location: 'https://a.example/',
    })
    expect(new errors.InputError('limit', 'is missing.')).toMatchObject({
      parameter: 'limit',
      message: 'limit is missing.',
    })
  })

  it('comes without call and cause where there is none', () => {
    const error = new SceytError('text')
    expect(error).toMatchObject({ message: 'text', operationId: undefined })
    expect('cause' in error).toBe(false)
  })
})

describe('serverMessage', () => {
  it.each<[string, unknown, string | undefined]>([
    ['of Sceyt', { code: 1, type: 'NotFound', message: 'There is no user "zoe".' }, 'There is no user "zoe".'],
    ['without a full stop', { message: 'no such user' }, 'no such user'],
    ['of a proxy', { error: { message: 'upstream' } }, 'upstream'],
    ['as a problem', { title: 'Gone', detail: 'It was deleted.' }, 'It was deleted.'],
    ['of OAuth', { error: 'invalid_request', error_description: 'No.' }, 'No.'],
    ['in a list of errors', { errors: [{ message: 'first' }, { message: 'second' }] }, 'first'],
    ['in a list of texts', { errors: ['first', 'second'] }, 'first'],
    ['beside a list of errors', { message: 'invalid', errors: [{ message: 'first' }] }, 'invalid'],
    ['in an array', [{ message: 'first' }], 'first'],
    ['as msg', { msg: 'short' }, 'short'],
    ['of blanks', { message: '   ', detail: 'It was deleted.' }, 'It was deleted.'],
    ['in lists without an end', Array.from({ length: 20 }).reduce((list: unknown) => [list], 'deep'), undefined],
    ['as HTML', '<html><body><h1>502</h1> Bad Gateway</body></html>', '502 Bad Gateway'],
    ['as text', 'try later', 'try later'],
    ['that is empty', { message: '' }, undefined],
    ['that is a number', { message: 5 }, undefined],
    ['of no body', '', undefined],
    ['of null', null, undefined],
  ])('is the message %s, without advice', (_what, body, expected) => {
    for (const status of [401, 403, 404, 429, 503])
      expect(make(status, body, { 'retry-after': '2', 'x-request-id': 'r-1' }).serverMessage).toBe(expected)
  })

  it('does not change the message of the error, and has no key', async () => {
    const body = { type: 'Odd', message: `Bad key ${apiKey}` }
    const { sceyt } = recordingClient(() => json(body, { status: 401, headers: { 'x-request-id': 'r-1' } }))
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
      serverMessage: 'Bad key [redacted]',
      message:
        'users.get: 401 Odd: Bad key [redacted]. Check the API key in Dashboard > Settings > API Keys. Request id: r-1.',
    })
  })
})

it('an error has its name, its message and its fields in JSON', () => {
  const error = make(404, { code: 7, type: 'NotFound', message: 'No.' }, {}, getUser)
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({
    name: 'NotFoundError',
    message: 'users.get: 404 NotFound: No.',
    status: 404,
    code: 7,
    operationId: 'getUser',
  })
})

it('an error whose cause has a cycle has its name, message and code in JSON', () => {
  const cause = Object.assign(new TypeError('broken'), { code: 'E_BROKEN', self: {} })
  cause.self = cause
  const json = JSON.parse(JSON.stringify(new errors.InputError('body', 'is not valid', { cause })))
  expect(json).toMatchObject({ name: 'InputError', parameter: 'body' })
  expect(json.cause).toEqual({ name: 'TypeError', message: 'broken', code: 'E_BROKEN' })
  const coded = Object.assign(new Error('broken'), { code: cause })
  expect(JSON.parse(JSON.stringify(new errors.InputError('body', 'is not valid', { cause: coded }))).cause).toEqual({
    name: 'Error',
    message: 'broken',
  })
})
