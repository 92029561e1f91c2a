import fc from 'fast-check'
import { expect, it } from 'vitest'
import { record, replay } from '../../src/record/index.js'
import { randomCases } from '../lib/random.js'
import { wellFormed } from '../lib/texts.js'
import { baseUrl, newFile } from './recording.js'

const jsonType = { 'content-type': 'application/json' }
/** Texts that have a meaning in a recording. */
const texts = fc.oneof(
  wellFormed,
  fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        'baseUrl',
        '{baseUrl}',
        '{baseUrl{}}',
        '{host}',
        baseUrl,
        new URL(baseUrl).host,
        '/',
        'x',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    texts,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('array'),
    tie('object'),
  ),
  array: fc.array(tie('value')),
  object: fc.dictionary(texts, tie('value')),
})).value

/** Records an exchange and replays it. */
async function replayed(url: string, init: RequestInit, response: () => Response): Promise<Response> {
  const file = await newFile()
  await record(async () => response(), file)(url, init)
  return replay(file)(url, init)
}

it('any JSON of a request and a response', async () => {
  await fc.assert(
    fc.asyncProperty(json, json, async (sent, received) => {
      const body = JSON.stringify(received)
      const response = await replayed(
        `${baseUrl}/users`,
        { method: 'POST', body: JSON.stringify(sent) },
        () => new Response(body, { headers: jsonType }),
      )
      expect(await response.json()).toEqual(JSON.parse(body))
    }),
    randomCases(300),
  )
})

it.each([
  '1e400',
  '-0',
  '12345678901234567890',
  '9007199254740993',
  '1e20',
  '0.1',
  '[1e-400]',
  '{"a":1, "a":2}',
  '{"__proto__":{"b":1}}',
  ' "a" ',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  '',
  'null',
  '"\\ud800"',
  '\ufeff{}',
])('JSON whose text is %.50s', async (body) => {
  const response = await replayed(
    `${baseUrl}/users`,
    { method: 'POST', body },
    () => new Response(body, { headers: jsonType }),
  )
  const text = await response.text()
  const numbers = (json: string) => json.replace(/\s/g, '')
  if (body.startsWith('{"a"')) expect(text).toBe('{"a":2}')
  else if (['1e20', '0.1', '[1e-400]'].includes(body)) expect(JSON.parse(text)).toEqual(JSON.parse(body))
  else expect(numbers(text)).toBe(numbers(body))
})

it('any query, in any order, and any path', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(texts, texts)), texts, async (pairs, segment) => {
      const file = await newFile()
      const path = `${baseUrl}/users/${encodeURIComponent(segment)}x`
      await record(async () => new Response('found'), file)(`${path}?${new URLSearchParams(pairs)}`)
      const reversed = new URLSearchParams([...pairs].reverse())
      expect(await (await replay(file)(`${path}?${reversed}`)).text()).toBe('found')
      await expect(replay(file)(`${path}?${reversed}&more=1`)).rejects.toThrow('is not in the recording')
    }),
    randomCases(300),
  )
})

it('any bytes of a response and an upload', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const response = await replayed(`${baseUrl}/files/a`, { method: 'POST', body: bytes }, () => new Response(bytes))
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
    }),
    randomCases(200),
  )
})

it('a file of JSON, byte for byte', async () => {
  const body = '{ "a" : 1.0 }\n'
  const response = await replayed(`${baseUrl}/files/a.json`, {}, () => new Response(body, { headers: jsonType }))
  expect(await response.text()).toBe(body)
})
