import fc from 'fast-check'

/** How servers and proxies write a text within another one. */
export type Encoding = (text: string) => string

const each =
  (write: (character: string) => string, escaped = /./gs): Encoding =>
  (text) =>
    text.replace(escaped, write)
const hexOf = (character: string, length: number) => character.charCodeAt(0).toString(16).padStart(length, '0')
const upper = (text: string) => text.toUpperCase()
const special = /[^A-Za-z0-9]/g
const utf8 = (character: string) =>
  [...new TextEncoder().encode(character)].map((byte) => byte.toString(16).padStart(2, '0'))
const names = new Map(
  Object.entries({
    '"': 'quot',
    '<': 'lt',
    '>': 'gt',
    '&': 'amp',
    "'": 'apos',
    '\u00a0': 'nbsp',
    '\u00ad': 'shy',
    '£': 'pound',
  }),
)
for (const [character, name] of Object.entries({ '§': 'sect', é: 'eacute', è: 'egrave', à: 'agrave', ç: 'ccedil' }))
  names.set(character, name)
for (const [character, name] of Object.entries({ ñ: 'ntilde', ö: 'ouml', ü: 'uuml', ÿ: 'yuml', ß: 'szlig' }))
  names.set(character, name)
for (const [character, name] of Object.entries({ À: 'Agrave', Ã: 'Atilde' })) names.set(character, name)
const nameOf = (end: string) =>
  each((character) => (names.has(character) ? `&${names.get(character)}${end}` : character), special)

export const encodings: Readonly<Record<string, Encoding>> = {
  'as it is': (text) => text,
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON, with slashes escaped': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'JSON, with special characters by code': each((character) => `\\u${hexOf(character, 4)}`, special),
  'JSON, by code in upper case': each((character) => `\\u${upper(hexOf(character, 4))}`),
  'JSON, beyond ASCII by code': each((character) => `\\u${hexOf(character, 4)}`, /[^ -~]|["\\]/g),
  'JavaScript, in braces': each((character) => `\\u{${hexOf(character, 1)}}`, special),
  'Python or nginx': each(
    (character) =>
      utf8(character)
        .map((hex) => `\\x${hex}`)
        .join(''),
    /[^ -~]|["\\]/g,
  ),
  'a URL': encodeURIComponent,
  'a URL, in lower case': (text) => encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()),
  'a URL, each character': each((character) =>
    utf8(character)
      .map((hex) => `%${hex}`)
      .join(''),
  ),
  'a URL of Latin-1': each(
    (character) => (character > '\xff' ? encodeURIComponent(character) : `%${hexOf(character, 2)}`),
    special,
  ),
  'a form': (text) => new URLSearchParams([['', text]]).toString().slice(1),
  'escape()': each((character) => `%u${hexOf(character, 4)}`, special),
  'HTML names': nameOf(';'),
  'HTML names without semicolons': nameOf(''),
  'HTML, decimal': each((character) => `&#${character.charCodeAt(0)};`, special),
  'HTML, each character': each((character) => `&#${character.charCodeAt(0)};`),
  'HTML, with zeros': each((character) => `&#${String(character.charCodeAt(0)).padStart(7, '0')};`, special),
  'HTML, hexadecimal': each((character) => `&#x${hexOf(character, 2)};`, special),
  'HTML, hexadecimal in upper case': each((character) => `&#X${upper(hexOf(character, 4))};`, special),
  'HTML, without semicolons': each((character) => `&#x${hexOf(character, 6)}`, special),
  'quoted-printable': each(
    (character) =>
      utf8(character)
        .map((hex) => `=${upper(hex)}`)
        .join(''),
    /[^ -<>-~]|=/g,
  ),
  'UTF-8 read as Latin-1': (text) => Buffer.from(text, 'utf8').toString('latin1'),
  'UTF-8 read as Windows-1252': (text) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text)),
  // A buffer would cut a character that Latin-1 lacks to its low byte, such as a letter.
  'Latin-1 read as UTF-8': (text) => Buffer.from(text.replace(/[^\0-\xff]/g, '?'), 'latin1').toString('utf8'),
  'ASCII alone': (text) => text.replace(/[^ -~]/g, '?'),
  'upper case': (text) => text.replace(/[a-z]/g, upper),
  'lower case': (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
}

const alphabets = [
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=',
  '0123456789abcdef',
  ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~azAZ09',
  '\\%&=;#ux0123',
  'éèàçöüÿßÀÃ\u00a0\u00ad£§azAZ09"<&',
]

/** Keys that a header can carry, of at least 8 characters. */
export const keys: fc.Arbitrary<string> = fc
  .constantFrom(...alphabets)
  .chain((alphabet) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: 8, maxLength: 40 }))
  .filter((key) => key === key.trim())

/** Two encodings, one within the other. */
export const twoLayers: fc.Arbitrary<[string, string]> = fc.tuple(
  fc.constantFrom(...Object.keys(encodings)),
  fc.constantFrom(...Object.keys(encodings)),
)

export function encodeTwice(text: string, [inner, outer]: readonly [string, string]): string {
  return (encodings[outer] as Encoding)((encodings[inner] as Encoding)(text))
}
