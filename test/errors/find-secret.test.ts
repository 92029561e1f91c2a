import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedact } from '../../src/errors/redact.js'
import { type Encoding, encodeTwice, encodings, keys, twoLayers } from '../lib/encodings.js'

const key = 'k"1\\2/3 4+5=é$&.*(6)<7>\'\u00a0A%b'
const redact = createRedact(key)
const names = Object.keys(encodings)
const hex = (character: string) => character.charCodeAt(0).toString(16)

describe('the key is redacted', () => {
  it.each<[string, (character: string) => string]>([
    ['a backslash', (character) => `&bsol;u00${hex(character)}`],
    ['a percent sign', (character) => `&percnt;${hex(character)}`],
    ['an equals sign', (character) => `&equals;${hex(character)}`],
    ['a number sign and a semicolon', (character) => `&amp;&num;${character.charCodeAt(0)}&semi;`],
    ['codes in \\x', (character) => `&#${character.charCodeAt(0)};`.replace(/./g, (part) => `\\x${hex(part)}`)],
  ])('with a name or code in HTML for what begins its escapes: %s', (_name, encode) => {
    expect(createRedact('s3cret-k3y')(`(${[...'s3cret-k3y'].map(encode).join('')})`)).toBe('([redacted])')
  })

  it.each(names.flatMap((inner) => names.map((outer) => [inner, outer] as const)))(
    'as %s, within %s',
    (inner, outer) => {
      expect(redact(`(${encodeTwice(key, [inner, outer])})`)).toBe('([redacted])')
    },
  )

  it('whatever the key, its two encodings, and the text around it', () => {
    fc.assert(
      fc.property(keys, twoLayers, fc.string({ unit: 'grapheme' }), fc.string(), (key, layers, before, after) => {
        fc.pre(![before, after].some((text) => text.toLowerCase().includes(key.toLowerCase())))
        // Any text beyond ASCII may be a key that is, read in another charset.
        fc.pre(/[ -~]/.test(key) || /^[ -~]*$/.test(before + after))
        const encoded = encodeTwice(key, layers)
        const shown = createRedact(key)(`${before}${encoded}${after}`)
        expect(shown).toContain('[redacted]')
        // All of it: even where the text before or after it reads as a part of an escape.
        expect(shown.length).toBeLessThanOrEqual(before.length + after.length + '[redacted]'.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('with each character in an encoding of its own', () => {
    const reversible = names.filter((name) => !/case|read as|ASCII/.test(name))
    fc.assert(
      fc.property(
        keys.chain((key) =>
          fc.tuple(
            fc.constant(key),
            fc.array(fc.constantFrom(...reversible), { minLength: key.length, maxLength: key.length }),
          ),
        ),
        ([key, chosen]) => {
          const encoded = [...key].map((character, index) =>
            (encodings[chosen[index] as string] as Encoding)(character),
          )
          expect(createRedact(key)(`\n${encoded.join('')}\n`)).toBe('\n[redacted]\n')
        },
      ),
      { numRuns: 1000 },
    )
  })
})
