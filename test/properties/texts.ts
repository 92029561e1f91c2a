import fc from 'fast-check'

/** What has a meaning of its own in a URL, a form, JSON, a filter or a header. */
const telling = [
  '%',
  '%22',
  '%2e',
  '%2F',
  '*',
  '.',
  '..',
  '/',
  '\\',
  '+',
  ' ',
  '&',
  '=',
  '?',
  '#',
  ':',
  ';',
  '"',
  "'",
  '\r\n',
  '\t',
  '\0',
  '\u007f',
  '\u2028',
  '\ufeff',
  '\ufffd',
  '__proto__',
  'é',
  'e\u0301',
  'Զոյա',
  '佐伊',
  '🎉',
]

/** Any text that can be written as UTF-8. */
export const wellFormed: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...telling), { maxLength: 6 }).map((parts) => parts.join('')) },
  // As a segment of a path it is nearly as long as a server reads.
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 500, maxLength: 800, size: 'max' }) },
)

/** Any text with half of a surrogate pair in it. */
export const illFormed: fc.Arbitrary<string> = fc
  .tuple(wellFormed, fc.integer({ min: 0xd800, max: 0xdfff }), wellFormed)
  .map(([before, half, after]) => before + String.fromCharCode(half) + after)
  .filter((text) => /\p{Surrogate}/u.test(text))

/** What no segment of a path can be. */
export const unnameable = ['', '.', '..']
