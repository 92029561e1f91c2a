import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { describeErrorBody } from '../../src/errors/error-body.js'
import { createRedact } from '../../src/errors/redact.js'
import { rateLimitOf } from '../../src/http/headers/response-metadata.js'
import { parseRetryAfter } from '../../src/http/headers/retry-after.js'
import { createSceyt, where } from '../../src/index.js'
import { encode, encodeQuery } from '../../src/operation/encode-url.js'
import { createSandbox, type Seed, SeedError } from '../../src/sandbox/index.js'
import { createUserToken, verifyUserToken } from '../../src/token/index.js'
import { collect, json, recordingClient } from '../lib/fetches.js'

const redact = createRedact('aaaaaaaaaaaaaaaab')
const key = { 'Platform-Api-Key': 'sandbox-key' }
const sandboxUrl = 'https://x.example/v1/sandbox'
const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const rejectKey = (privateKey: string) =>
  createUserToken('zoe', { privateKey }).catch((error: Error) => {
    if (error.name !== 'InputError') throw error
  })
const many = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_piece, index) => piece(index)).join('')

/** Sends a request to a new sandbox. */
const ask = (path: string, init: RequestInit = {}) =>
  createSandbox().fetch(sandboxUrl + path, { ...init, headers: { ...key, ...init.headers } })
const upload = (body: string, type = 'multipart/form-data; boundary=b') =>
  ask('/files', { method: 'POST', body, headers: { 'Content-Type': type } })
const create = (body: string) =>
  ask('/users', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
const remove = (body: string) =>
  ask('/channels/1/users', { method: 'DELETE', body, headers: { 'Content-Type': 'application/json' } })
const numbers = (count: number) => Array.from({ length: count }, (_item, index) => index)
const seed = (value: unknown) => {
  try {
    createSandbox({ seed: value as Seed })
  } catch (error) {
    if (!(error instanceof SeedError)) throw error
  }
}
/** Lists the channels that meet a condition. */
const find = (condition: string, ...channels: object[]) =>
  createSandbox({ seed: { channels: channels.map((fields) => ({ type: 'public', ...fields })) } }).fetch(
    `${sandboxUrl}/channels?filter=${condition}`,
    { headers: key },
  )
const part = (name: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nx\r\n`
const receive = (body: string, init: ResponseInit) =>
  recordingClient(async () => new Response(body, init), { maxRetries: 0 })
    .sceyt.users.get('zoe')
    .catch(() => {})

/** Everything that parses untrusted input: a function that parses an input of `n` parts, and an `n` that takes a few milliseconds. */
const parsers: [what: string, parts: number, parse: (parts: number) => unknown][] = [
  ['Retry-After, of digits', 200_000, (n) => parseRetryAfter('1'.repeat(n), 0)],
  ['Retry-After, of spaces', 200_000, (n) => parseRetryAfter(`Mon,${' '.repeat(n)}05 Jan 2026`, 0)],
  ['RateLimit-Limit', 200_000, (n) => rateLimitOf(new Headers({ 'ratelimit-limit': `${'1'.repeat(n)}x` }))],
  ['an error in HTML, of <', 100_000, (n) => describeErrorBody('<'.repeat(n))],
  ['an error in HTML, of <style', 20_000, (n) => describeErrorBody('<style'.repeat(n))],
  ['an error in HTML, of spaces', 100_000, (n) => describeErrorBody(`a${' '.repeat(n)}`)],
  ['an error with many prefixes of the key', 20_000, (n) => redact('a'.repeat(n))],
  ['an error with many possible escapes', 20_000, (n) => redact('%2525\\u0061&#0061&#x0'.repeat(n))],
  ['an error with a character escaped with many zeros', 100_000, (n) => redact(`&#${'0'.repeat(n)}`)],
  ['an error with a % that is encoded many times', 100_000, (n) => redact(`%${'25'.repeat(n)}`)],
  ['a whole error of 64 KiB', 8_000, (n) => receive('<a&#0'.repeat(n), { status: 400 })],
  ['a Location of slashes', 50_000, (n) => receive('', { status: 302, headers: { location: '/'.repeat(n) } })],
  ['a Location of passwords', 20_000, (n) => receive('', { status: 302, headers: { location: '//a:b'.repeat(n) } })],
  ['a Location of queries', 50_000, (n) => receive('', { status: 302, headers: { location: '?#'.repeat(n) } })],
  ['a link of ?', 100_000, (n) => list('?'.repeat(n))],
  ['a link of slashes', 100_000, (n) => list(`${'/'.repeat(n)}?a=1`)],
  ['a link of #', 100_000, (n) => list(`?a=1${'#'.repeat(n)}`)],
  ['a text that is encoded', 10_000, (n) => encode("(é'".repeat(n))],
  ['a query', 2_000, (n) => encodeQuery({ filter: Array.from({ length: n }, () => 'type:eq:public') })],
  [
    'a filter',
    50_000,
    (n) =>
      where(
        'uri',
        'in',
        Array.from({ length: n }, () => 'a'),
      ),
  ],
  [
    'a base URL of slashes',
    2_000,
    (n) => createSceyt({ baseUrl: `https://api.example.com/${'/'.repeat(n)}a`, apiKey: 'key' }),
  ],
  ['a private key of many BEGIN lines', 20_000, (n) => rejectKey('-----BEGIN PRIVATE KEY-----'.repeat(n))],
  [
    'a private key of line ends',
    200_000,
    (n) => rejectKey(`-----BEGIN RSA PRIVATE KEY-----${'\\n'.repeat(n)}-----END RSA PRIVATE KEY-----`),
  ],
  [
    'a private key of empty elements',
    200_000,
    (n) => rejectKey(`-----BEGIN PRIVATE KEY-----${btoa('\x05\0'.repeat(n))}-----END PRIVATE KEY-----`),
  ],
  [
    'a private key in PKCS#1, of zeros',
    200_000,
    (n) => rejectKey(`-----BEGIN RSA PRIVATE KEY-----${btoa('\0'.repeat(n))}-----END RSA PRIVATE KEY-----`),
  ],
  ['a token of dots', 200_000, (n) => verifyUserToken('a.'.repeat(n), { publicKey }).catch(() => {})],
  ['a token of letters', 200_000, (n) => verifyUserToken('a'.repeat(n), { publicKey }).catch(() => {})],
  ['a name in the query of the sandbox', 5_000, (n) => ask(`/users?${many(n, (index) => `a${index}=1&`)}`)],
  ['filters in the query of the sandbox', 2_000, (n) => ask(`/channels?${'filter=type:eq:public&'.repeat(n)}`)],
  [
    'a text in the filter of the sandbox, of letters like those that are searched',
    1_000,
    (n) => find(`subject:contains:${'a'.repeat(n)}b${'a'.repeat(n)}`, { subject: 'a'.repeat(20 * n) }),
  ],
  [
    'values in the filter of the sandbox',
    200,
    (n) => find(`uri:in:${'a;'.repeat(10 * n)}a`, ...numbers(n).map((index) => ({ uri: `uri-${index}` }))),
  ],
  [
    'times in the filter of the sandbox',
    200,
    (n) => find(`created_at:in:${'2020;'.repeat(10 * n)}2020`, ...numbers(n).map(() => ({}))),
  ],
  ['= in the query of the sandbox', 20_000, (n) => ask(`/users?a${'='.repeat(n)}`)],
  ['a path of the sandbox, of slashes', 20_000, (n) => ask('/'.repeat(n))],
  ['a path of the sandbox, of dots', 20_000, (n) => ask(`/files/${'%2e'.repeat(n)}`)],
  [
    'headers of the sandbox',
    2_000,
    (n) =>
      ask('/users', {
        headers: Object.fromEntries(Array.from({ length: n }, (_header, index) => [`x-${index}`, '1'])),
      }),
  ],
  ['the type of a body of the sandbox, of ;', 20_000, (n) => upload('x', `multipart/form-data${';'.repeat(n)}`)],
  [
    'the type of a body of the sandbox, of quotes',
    10_000,
    (n) => upload('x', `multipart/form-data; boundary="${'\\"'.repeat(n)}`),
  ],
  ['a form of the sandbox, of parts', 500, (n) => upload(`${many(n, (index) => part(`a${index}`))}--b--\r\n`)],
  ['a form of the sandbox, of one name', 500, (n) => upload(`${part('files').repeat(n)}--b--\r\n`)],
  [
    'a form of the sandbox, of lines like its last boundary',
    5_000,
    (n) => upload(`${part('files')}${'\r\n--'.repeat(n)}`),
  ],
  ['JSON of the sandbox, of names', 5_000, (n) => create(`{${many(n, (index) => `"a${index}":1,`)}"b":1}`)],
  [
    'JSON of the sandbox, of numbers as names',
    5_000,
    (n) => create(`{${many(n, (index) => `"${index * 4_194_304}":1,`)}"b":1}`),
  ],
  ['JSON of the sandbox, of one name', 20_000, (n) => create(`{${'"__proto__":1,'.repeat(n)}"b":1}`)],
  ['JSON of the sandbox, of escaped characters', 20_000, (n) => create(`{"username":"${'\\ud83c\\udf89'.repeat(n)}"}`)],
  ['JSON of the sandbox, of wrong items', 20_000, (n) => create(`{"username":[${'{},'.repeat(n)}1]}`)],
  ['members of the sandbox, of wrong items', 20_000, (n) => remove(`{"members":[${'{},'.repeat(n)}1]}`)],
  ['a seed of wrong items', 20_000, (n) => seed({ users: Array.from({ length: n }, () => ({})) })],
  ['a seed of unknown fields', 5_000, (n) => seed(Object.fromEntries(numbers(n).map((index) => [`a${index}`, 1])))],
  [
    'a seed of long unknown fields',
    200,
    (n) => seed(Object.fromEntries(numbers(100).map((index) => [`~/${index}`.repeat(n), 1]))),
  ],
  ['a seed with a list of a long name', 500, (n) => seed({ places: { ['~/'.repeat(n)]: numbers(n).map(String) } })],
  [
    'a seed with lists of wrong places',
    5_000,
    (n) => seed({ channels: numbers(n).map(() => ({ type: 'public', places: { members: [[1, 'a']] } })) }),
  ],
  ['a form of the sandbox, of header lines', 20_000, (n) => upload(`--b\r\n${'a: b\r\n'.repeat(n)}\r\nx\r\n--b--\r\n`)],
  [
    'a form of the sandbox, of parameters',
    5_000,
    (n) => upload(`--b\r\nContent-Disposition: form-data${many(n, (index) => `;a${index}=1`)}\r\n\r\nx\r\n--b--\r\n`),
  ],
  [
    'a file name of the sandbox, of dots',
    20_000,
    (n) =>
      upload(`--b\r\nContent-Disposition: form-data; name="files"; filename="${'.'.repeat(n)}"\r\n\r\nx\r\n--b--\r\n`),
  ],
]

function list(next: string): Promise<unknown> {
  let pages = 0
  return collect(
    recordingClient(() =>
      json({ users: [{ username: 'a' }], links: { next: pages++ ? null : next } }),
    ).sceyt.users.list(),
  )
}

/** Returns the least CPU time of six runs, in milliseconds. Work that is fast enough is not repeated. */
async function fastest(work: () => unknown, enough = 0): Promise<number> {
  let least = Infinity
  for (let round = 0; round < 6 && least > enough; round++) {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

// Ten times the input takes about ten times as long if the time is linear, and a hundred times if it is quadratic.
it.each(parsers)('%s: ten times the input takes at most forty times as long', async (_what, parts, parse) => {
  await parse(parts)
  const few = await fastest(() => parse(parts))
  // Less than 250 ms is within the noise of a busy machine, and harmless.
  const bound = Math.max(40 * few, 250)
  expect(await fastest(() => parse(10 * parts), bound)).toBeLessThan(bound)
})
