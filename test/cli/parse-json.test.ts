import { array, assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'
import { parseJson } from '../../src/cli/parse-json.js'
import { UsageError } from '../../src/cli/usage-error.js'

const parse = (text: string) => parseJson(text, 'profiles.json')

it.each([
  ['{"a": [1, "é"]}', { a: [1, 'é'] }],
  ['\ufeff{"a": 1}', { a: 1 }],
  ['"text"\r\n', 'text'],
  [' null ', null],
])('parses %j', (text, value) => expect(parse(text)).toEqual(value))

it('keeps a name that an object inherits', () => {
  expect(Object.keys(parse('{"__proto__": {"a": 1}}') as object)).toEqual(['__proto__'])
})

it.each([
  ['', 'it is empty.'],
  ['\ufeff \r\n', 'it is empty.'],
  ['{"a": 1', 'line 1, column 8: expected a closing brace.'],
  ['[1, 2', 'line 1, column 6: expected a closing bracket.'],
  ['{"a": 1,}', 'line 1, column 9: expected a name in double quotes.'],
  ['[1,\n 2,\n]', 'line 3, column 1: expected a value.'],
  ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3: expected a comma.'],
  ['{\r\n  "a": 1\r\n  "b": 2\r\n}', 'line 3, column 3: expected a comma.'],
  ['\ufeff{\r  "a" 1}', 'line 2, column 7: expected a colon after the name.'],
  ["{'a': 1}", 'line 1, column 2: expected a value; text and names are in double quotes.'],
  ['{"a": tru}', 'line 1, column 7: expected a value; text and names are in double quotes.'],
  ['{"a": 1} // one', 'line 1, column 10: JSON has no comments.'],
  ['/* one */ 1', 'line 1, column 1: JSON has no comments.'],
  ['1 2', 'line 1, column 3: expected nothing after the value.'],
  ['["a', 'line 1, column 2: the string has no closing quote on its line.'],
  ['["a\nb"]', 'line 1, column 2: the string has no closing quote on its line.'],
  ['["a\tb"]', 'line 1, column 2: the string contains a control character; write it with a backslash, such as \\t.'],
  ['"\\u12"', 'line 1, column 1: \\u must be followed by four hexadecimal digits.'],
  ['"\\q"', 'line 1, column 1: the string has a backslash before a character that JSON does not escape.'],
  ['1.', 'line 1, column 1: expected a digit after this part of a number.'],
])('refuses %j, and names the place', (text, problem) => {
  expect(() => parse(text)).toThrow(new UsageError(`profiles.json is not JSON: ${problem}`))
})

it('refuses text with very many brackets', () => {
  expect(() => parse('['.repeat(200_000))).toThrow(UsageError)
})

it('names a place in every text that is not JSON', () => {
  const piece = constantFrom(...'{}[],:"\\/*-+.e019 \t\n\r\u00a0u', 'true', 'null', '"a"', '\\u00')
  assert(
    property(array(piece, { minLength: 1 }), (pieces) => {
      const text = pieces.join('')
      try {
        JSON.parse(text)
      } catch {
        expect(() => parse(text)).toThrow(/^profiles\.json is not JSON: (line \d+, column \d+: .+|it is empty)\.$/)
      }
    }),
    { numRuns: 2_000 },
  )
})
