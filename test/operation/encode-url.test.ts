import { describe, expect, it } from 'vitest'
import { encode, encodePath, encodeQuery, isWellFormed } from '../../src/operation/encode-url.js'

const unreserved = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~'
const high = '\ud83d'
const low = '\ude00'
const refusal = (parameter: string, message = parameter) =>
  expect.objectContaining({ name: 'InputError', parameter, message: expect.stringContaining(message) })

/** Mulberry32: small, and the same on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function randomStrings(count: number): string[] {
  const random = createRandom(20)
  const ceilings = [0x80, 0x800, 0x10000, 0x110000]
  const character = (): string => {
    const code = random(ceilings[random(ceilings.length)] as number)
    return code >= 0xd800 && code <= 0xdfff ? character() : String.fromCodePoint(code)
  }
  return Array.from({ length: count }, () => Array.from({ length: random(20) }, character).join(''))
}

describe('encode', () => {
  it('leaves the unreserved characters of RFC 3986 and no other character of ASCII', () => {
    const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
    expect(ascii.filter((character) => encode(character) === character).join('')).toBe([...unreserved].sort().join(''))
    for (const character of ascii.filter((each) => !unreserved.includes(each))) {
      expect(encode(character)).toBe(`%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    }
  })

  it.each([
    ['username_new*user', 'username_new%2Auser'],
    ['a/b?c#d', 'a%2Fb%3Fc%23d'],
    ["it's (me)!", 'it%27s%20%28me%29%21'],
    ['50%2F', '50%252F'],
    ['Ա', '%D4%B1'],
    ['😀', '%F0%9F%98%80'],
    ['', ''],
  ])('writes %j as %j', (text, encoded) => {
    expect(encode(text)).toBe(encoded)
  })

  it('gives back any well-formed text when it is decoded, and stays within the allowed characters', () => {
    const texts = randomStrings(500)
    expect(new Set(texts).size).toBeGreaterThan(400)
    for (const text of texts) {
      expect(decodeURIComponent(encode(text))).toBe(text)
      expect(encode(text)).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/)
    }
  })

  it.each([high, low, `a${high}b`, low + high])('refuses %j, which UTF-8 cannot hold', (text) => {
    expect(() => encode(text)).toThrow(URIError)
  })
})

describe('encodePath', () => {
  it('puts encoded parameters into their places and leaves the rest', () => {
    expect(encodePath('/channels/{channelId}/messages/{messageId}', { channelId: 'a/b', messageId: '12' })).toBe(
      '/channels/a%2Fb/messages/12',
    )
    expect(encodePath('/users/{username}', { username: 'username_new*user' })).toBe('/users/username_new%2Auser')
    expect(encodePath('/roles/{roleId}', { roleId: 0 })).toBe('/roles/0')
    expect(encodePath('/application', {})).toBe('/application')
  })

  it('does not take a replacement pattern or a brace in a value for its own', () => {
    expect(encodePath('/users/{username}/{id}', { username: '{id}', id: '$&' })).toBe('/users/%7Bid%7D/%24%26')
  })

  it.each([[{}], [{ username: undefined }], [{ username: null }]])(
    'refuses %j, naming what is missing',
    (parameters) => {
      expect(() => encodePath('/users/{username}', parameters)).toThrow(refusal('username', 'is missing'))
    },
  )
})

describe('encodeQuery', () => {
  it.each<[object, string]>([
    [{ limit: 50, offset: 0 }, 'limit=50&offset=0'],
    [{ from: 'a&b=c d+e' }, 'from=a%26b%3Dc%20d%2Be'],
    [{ 'a&b': '' }, 'a%26b='],
    [{ on: true, off: false }, 'on=true&off=false'],
    [{ filter: ['type:eq:public', 'uri:in:a;b'] }, 'filter=type%3Aeq%3Apublic&filter=uri%3Ain%3Aa%3Bb'],
    [{ filter: [] }, ''],
    [{ filter: ['a', undefined, 'b'] }, 'filter=a&filter=b'],
    [{ limit: undefined, offset: 1 }, 'offset=1'],
    [{}, ''],
  ])('writes %j as %j', (query, written) => {
    expect(encodeQuery(query)).toBe(written)
  })

  it('is read back by URLSearchParams as it was given', () => {
    for (const text of randomStrings(300))
      expect([...new URLSearchParams(encodeQuery({ [`k${text}`]: text }))]).toEqual([[`k${text}`, text]])
  })

  it.each([
    ['a Date', new Date(0)],
    ['an object', { a: 1 }],
    ['null', null],
    ['a bigint', 5n],
    ['a function', () => 1],
    ['an array in an array', [['a']]],
    ['null in an array', ['a', null]],
    ['a Date in an array', [new Date(0)]],
    ['a lone surrogate', `a${high}`],
  ])('refuses %s, naming the parameter', (_what, value) => {
    expect(() => encodeQuery({ limit: 5, from: value })).toThrow(
      refusal('from', typeof value === 'string' ? 'well-formed' : 'a string, a number or a boolean'),
    )
  })

  it('refuses a lone surrogate in an array', () => {
    expect(() => encodeQuery({ from: ['a', low] })).toThrow(refusal('from', 'well-formed'))
  })

  it('refuses a lone surrogate in a name, also if the value begins with its counterpart', () => {
    expect(() => encodeQuery({ [high]: 'a' })).toThrow(refusal(high))
    expect(() => encodeQuery({ [high]: low })).toThrow(refusal(high))
  })
})

describe('isWellFormed', () => {
  it.each([
    ['', true],
    ['Ա😀', true],
    [high + low, true],
    [high, false],
    [low, false],
    [low + high, false],
    [`${high}😀`, false],
  ])('says of %j: %s', (text, wellFormed) => {
    expect(isWellFormed(text)).toBe(wellFormed)
  })
})
