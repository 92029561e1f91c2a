import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteLargeNumbers } from '../../src/http/quote-large-numbers.js'
import { createSceyt } from '../../src/validate/index.js'
import { apiKey, collect, failure, recordingClient } from '../lib/fetches.js'

const id = '12345678901234567890'

it.each([
  ['an integer', id, id],
  ['a negative integer', `-${id}`, `-${id}`],
  ['the first unsafe integer', '9007199254740992', '9007199254740992'],
  ['an integer that happens to be exact', '1000000000000000000000', '1000000000000000000000'],
])('reads %s as a string with every digit', (_what, literal, expected) => {
  for (const text of [`{"a": ${literal}}`, `[0,${literal}]`, `[[\n\t${literal}\r\n]]`, `{"${id}":{"b":${literal} }}`])
    expect(JSON.parse(quoteLargeNumbers(text))).toEqual(
      JSON.parse(text.replace(new RegExp(`${literal}(?!")`), `"${expected}"`)),
    )
  expect(JSON.parse(quoteLargeNumbers(literal))).toBe(expected)
})

it.each([
  ...['9007199254740991', '-9007199254740991', '0.1', '-0', '1e21', '1.5e300', '1.7976931348623157e308', '5e-324'],
  ...['1e400', '123456789012345678e0', `${id}.0`, '1.2345678901234567890E19'],
])('leaves %s as it is', (literal) => {
  expect(quoteLargeNumbers(`[${literal}]`)).toBe(`[${literal}]`)
})

it('leaves decimals as they are, however many digits they have', () => {
  const text = `[3.14159265358979323846, 0.${'1'.repeat(40)}]`
  expect(quoteLargeNumbers(text)).toBe(text)
})

it.each([`{"id": 0${id}}`, `{${id}: 1}`, `{"id": ${id}`, `<p>: ${id}</p>`, `["a\\u12", ${id}]`, `[${id}.]`])(
  'leaves what is not JSON as it is: %s',
  (text) => {
    expect(quoteLargeNumbers(text)).toBe(text)
  },
)

/** JSON as its text, and as the value that is expected of it. */
interface Sample {
  text: string
  value: unknown
}

const digits = fc
  .integer({ min: 1, max: 30 })
  .chain((length) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((all) => all.join('').replace(/^0+(?=.)/, '')),
  )
const integer: fc.Arbitrary<Sample> = fc.tuple(fc.constantFrom('', '-'), digits).map(([sign, number]) => {
  const text = sign + number
  const isSafe = BigInt(number) <= BigInt(Number.MAX_SAFE_INTEGER)
  return { text, value: isSafe ? Number(text) : text }
})
const double = fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true })
const other: fc.Arbitrary<Sample> = fc
  .oneof(double, fc.boolean(), fc.constant(null), fc.integer())
  .map((value) => ({ text: JSON.stringify(value), value: JSON.parse(JSON.stringify(value)) }))
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    digits.map((number) => `"${number}", ${number},\\`),
    digits.map((number) => `[${number}`),
  )
  .map((value): Sample => ({ text: JSON.stringify(value), value }))
const space = fc.constantFrom('', ' ', '\n\t', '\r\n  ')
const { json } = fc.letrec<{ json: Sample }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(integer, other, text),
    fc.tuple(space, fc.array(tie('json'))).map(([gap, items]) => ({
      text: `[${gap}${items.map((item) => item.text).join(`${gap},${gap}`)}${gap}]`,
      value: items.map(({ value }) => value),
    })),
    fc.tuple(space, fc.uniqueArray(fc.tuple(text, tie('json')), { selector: ([key]) => key.text })).map(
      ([gap, entries]): Sample => ({
        text: `{${gap}${entries.map(([key, item]) => `${key.text}${gap}:${gap}${item.text}`).join(`,${gap}`)}}`,
        value: Object.fromEntries(entries.map(([key, item]) => [key.value, item.value])),
      }),
    ),
  ),
}))

it('reads any JSON as JSON.parse does, but for unsafe integers, which are strings', () => {
  fc.assert(
    fc.property(json, (sample) => {
      expect(JSON.parse(quoteLargeNumbers(sample.text))).toEqual(sample.value)
    }),
    { numRuns: 3_000 },
  )
})

it('takes linear time, and no stack, for large bodies', () => {
  const million = 1_000_000
  for (const filler of [
    '"'.concat('x'.repeat(8 * million), '"'),
    `"${'\\n'.repeat(2 * million)}"`,
    '9'.repeat(million),
  ])
    expect(JSON.parse(quoteLargeNumbers(`[${id},${filler}]`))[0]).toBe(id)
})

describe.each([
  ['without', []],
  ['with', [{ onRequest() {}, onResponse() {} }]],
])('a call, %s a middleware', (_name, middlewares) => {
  const client = (text: string, status = 200) => {
    const { sceyt } = recordingClient(async () => new Response(text, { status }), { maxRetries: 0 })
    sceyt.raw.use(...middlewares)
    return sceyt
  }

  it('returns a large number as a string, raw or not', async () => {
    const sceyt = client(`{"username":"zoe","metadata":{"id":[${id}]}}`)
    const expected = { username: 'zoe', metadata: { id: [id] } }
    expect(await sceyt.users.get('zoe')).toEqual(expected)
    const { data } = await sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } })
    expect(data).toEqual(expected)
  })

  it('has it as a string in the body of an error, raw or not', async () => {
    const sceyt = client(`{"code":1,"message":"No","id":${id}}`, 404)
    const expected = { code: 1, message: 'No', id }
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ status: 404, body: expected })
    const { error } = await sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } })
    expect(error).toEqual(expected)
  })

  it('has it as a string in the items of a list', async () => {
    const sceyt = client(`{"users":[{"username":"zoe","id": ${id}}],"count":1,"links":{"next":null,"self":${id}}}`)
    expect(await collect(sceyt.users.list())).toEqual([{ username: 'zoe', id }])
    expect(await sceyt.users.list()).toMatchObject({ links: { self: id } })
  })

  it('returns text as it is', async () => {
    const { data } = await client(`{"id":${id}}`).raw.GET('/users/{username}', {
      params: { path: { username: 'zoe' } },
      parseAs: 'text',
    })
    expect(data).toBe(`{"id":${id}}`)
  })
})

it('validation checks the data that the call returns', async () => {
  const problemOf = async (body: string) => {
    const options = { baseUrl: 'https://api.example.com', apiKey, fetch: async () => new Response(body) }
    return failure(createSceyt({ ...options, validate: 'throw' }).messages.list('1'))
  }
  const page = (id: string) => `{"messages":[{"id":${id}}],"count":1,"links":{"next":null}}`
  const { message } = (await problemOf(page(`"${id}"`))) as Error
  expect(message).toContain('messages')
  expect(await problemOf(page(id))).toMatchObject({ message })
  expect(((await problemOf(page('5'))) as Error).message).not.toBe(message)
})
