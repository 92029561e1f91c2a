import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createRedact, redactError, redactHeaders } from '../../src/errors/redact.js'
import { encode } from '../../src/operation/encode-url.js'

const key = 'k"1\\2/3 4+5=é$&.*(6)'
const redact = createRedact(key)

describe('createRedact', () => {
  it.each([
    ['as it is', key],
    ['escaped for JSON', JSON.stringify(key).slice(1, -1)],
    ['percent-encoded', encodeURIComponent(key)],
    ['percent-encoded as this client does', encode(key)],
    ['percent-encoded in lower case', encodeURIComponent(key).replace(/%../g, (hex) => hex.toLowerCase())],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(key))],
    ['escaped for JSON as PHP does', JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/').replace('é', '\\u00e9')],
    [
      'escaped for JSON as .NET does',
      key.replace(/["\\+&é]/g, (character) => `\\u00${character.charCodeAt(0).toString(16).toUpperCase()}`),
    ],
    ['escaped for JSON as Go does', JSON.stringify(key).slice(1, -1).replace('&', '\\u0026')],
    ['escaped for HTML', key.replace('&', '&amp;').replace('"', '&#34;')],
    ['escaped for HTML by numbers', key.replace(/[^A-Za-z0-9]/g, (character) => `&#${character.charCodeAt(0)};`)],
    [
      'escaped for HTML by hexadecimal numbers',
      key.replace(/[^A-Za-z0-9]/g, (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`),
    ],
  ])('strikes out the key %s, each time', (_how, form) => {
    expect(redact(`a ${form}, b ${form}${form}.`)).toBe('a [redacted], b [redacted][redacted].')
  })

  it('strikes the key out of JSON and of an address', () => {
    expect(JSON.parse(redact(JSON.stringify({ key, nested: [`is ${key}`] })))).toEqual({
      key: '[redacted]',
      nested: ['is [redacted]'],
    })
    expect(redact(`https://api.example/?${new URLSearchParams([['limit', '5']])}&key=${encodeURIComponent(key)}`)).toBe(
      'https://api.example/?limit=5&key=[redacted]',
    )
  })

  it.each(['Bearer ', 'bearer ', 'Basic ', 'Token '])(
    'strikes out the key alone of %j and the key, since servers echo it alone',
    (prefix) => {
      const redactBearer = createRedact(prefix + key)
      expect(redactBearer(`${prefix}${key}, ${key}`)).toBe('[redacted], [redacted]')
    },
  )

  it('leaves every other text as it is', () => {
    expect(redact('k1 and k"1')).toBe('k1 and k"1')
    expect(createRedact('a.c.e.g.')('abcdefgh a.c.e.g.')).toBe('abcdefgh [redacted]')
    expect(createRedact('aaaa+bbbb')('aaaabbbb aaaa bbbb aaaa%20bbbb aaaa&#44;bbbb')).toBe(
      'aaaabbbb aaaa bbbb aaaa%20bbbb aaaa&#44;bbbb',
    )
  })
})

describe('redactError', () => {
  it('keeps name, message and code, without the key', () => {
    const error = Object.assign(new TypeError(`bad header ${key}`), { code: `E_${key}`, headers: { key } })
    const copy = redactError(error, redact)
    expect(copy).toBeInstanceOf(Error)
    expect(copy).toMatchObject({ name: 'TypeError', message: 'bad header [redacted]', code: 'E_[redacted]' })
    expect(copy).not.toHaveProperty('headers')
    expect(error.message).toContain(key)
  })

  it('strikes the key out of every cause that it keeps', () => {
    const chain = [1, 2, 3, 4, 5].reduce<Error | undefined>(
      (cause, level) => new Error(`${level} ${key}`, { cause }),
      undefined,
    )
    const copy = redactError(chain, redact)
    const messages: unknown[] = []
    for (let error: unknown = copy; error instanceof Error; error = error.cause) messages.push(error.message)
    expect(messages).toEqual(['5 [redacted]', '4 [redacted]', '3 [redacted]', '2 [redacted]'])
    expect(inspect(copy, { depth: 9 })).not.toContain('$&.*(6)')
  })

  it('ends where causes form a circle', () => {
    const error = new Error('round')
    error.cause = error
    expect(inspect(redactError(error, redact), { depth: 9 }).match(/Error: round/g)).toHaveLength(4)
  })

  it.each([
    ['a string', `text ${key}`, 'text [redacted]'],
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['a number', 5, '5'],
    ['an object with a message', { message: key }, '[redacted]'],
  ])('makes an error of %s', (_what, thrown, message) => {
    const copy = redactError(thrown, redact)
    expect(copy).toBeInstanceOf(Error)
    expect(copy).toMatchObject({ name: 'Error', message })
  })

  it('strikes the key out of a name and of a cause that is no error', () => {
    const error = Object.assign(new Error('outer', { cause: `inner ${key}` }), { name: `Bad ${key}` })
    const copy = redactError(error, redact)
    expect(copy.name).toBe('Bad [redacted]')
    expect(copy.cause).toMatchObject({ message: 'inner [redacted]' })
  })

  it('leaves out a cause that says nothing', () => {
    expect(redactError(new TypeError('Failed to fetch', { cause: Response.error() }), redact)).not.toHaveProperty(
      'cause',
    )
  })
})

describe('redactHeaders', () => {
  it('strikes the key out of values, keeps the rest, and leaves the original alone', () => {
    const headers = new Headers([
      ['x-echo', `key ${key}`],
      ['x-request-id', 'r-1'],
      ['set-cookie', `a=${encodeURIComponent(key)}`],
      ['set-cookie', 'b=2'],
    ])
    const copy = redactHeaders(headers, redact)
    expect([...copy]).toEqual([
      ['set-cookie', 'a=[redacted]'],
      ['set-cookie', 'b=2'],
      ['x-echo', 'key [redacted]'],
      ['x-request-id', 'r-1'],
    ])
    expect(headers.get('x-echo')).toContain(key)
  })
})
