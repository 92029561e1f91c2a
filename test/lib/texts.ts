import fc from 'fast-check'

/** Text with a special meaning in a URL, a form, JSON, a filter or a header. */
const special = [
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
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...special), { maxLength: 6 }).map((parts) => parts.join('')) },
  // As a path segment, it is close to the longest that servers accept.
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 500, maxLength: 800, size: 'max' }) },
)

/** Any text that contains a lone surrogate. */
export const illFormed: fc.Arbitrary<string> = fc
  .tuple(wellFormed, fc.integer({ min: 0xd800, max: 0xdfff }), wellFormed)
  .map(([before, surrogate, after]) => before + String.fromCharCode(surrogate) + after)
  .filter((text) => /\p{Surrogate}/u.test(text))

/** Text that cannot be a path segment. */
export const unnameable = ['', '.', '..']
