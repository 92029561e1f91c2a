import { expect, it } from 'vitest'
import { parseUrl } from '../../src/common/parse-url.js'

it.each([
  ['https://münchen.example/ä', 'https://xn--mnchen-3ya.example/%C3%A4'],
  ['https://例え.example', 'https://xn--r8jz45g.example/'],
  ['https://chat.example:99999', undefined],
  ['', undefined],
])('parses %s the same, however often it is called', (text, expected) => {
  // Enough for the engine to compile it.
  const results = new Set(Array.from({ length: 100_000 }, () => parseUrl(text)?.href))
  expect([...results]).toEqual([expected])
})
