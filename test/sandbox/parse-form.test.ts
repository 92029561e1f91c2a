import { describe, expect, it } from 'vitest'
import { parseForm } from '../../src/sandbox/parse-form.js'

const boundary = '------WebKitFormBoundaryAbC'
const type = `multipart/form-data; boundary=${boundary}`
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** A form with one part. */
const formOf = (headers: string, content = 'text') =>
  utf8(`--${boundary}\r\n${headers}\r\n\r\n${content}\r\n--${boundary}--\r\n`)
const formsOf = (count: number) =>
  utf8(`${`--${boundary}\r\n${file('filename=a')}\r\n\r\n\r\n`.repeat(count)}--${boundary}--`)
const file = (filename: string) => `Content-Disposition: form-data; name="files"; ${filename}`

describe('a form', () => {
  const every = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 256)

  it.each<[string, BlobPart]>([
    ['text', 'Բարեւ, 你好'],
    ['nothing', ''],
    ['every byte', every],
    ['a line break', '\r\n'],
    ['many line breaks', '\r\n'.repeat(1000)],
    ['dashes', '-'.repeat(1000)],
    ['the start of a delimiter', '\r\n------WebKitFormBoundary\r\n--\r\n\r\n'],
    ['headers', 'Content-Disposition: form-data; name="x"\r\n\r\n'],
  ])('of the platform is read, with a file of %s', async (_what, content) => {
    const form = new FormData()
    form.append('before', 'a\r\nb')
    form.append('files', new File([content], 'a "b"\r\n%.txt', { type: 'Text/X-Test' }))
    form.append('files', new Blob([content]))
    form.append('', '')
    const response = new Response(form)
    const header = response.headers.get('content-type') ?? ''
    const parts = parseForm(new Uint8Array(await response.arrayBuffer()), header)
    const bytes = new Uint8Array(await new Blob([content]).arrayBuffer())
    expect(parts).toEqual([
      { name: 'before', filename: undefined, type: 'text/plain', content: utf8('a\r\nb') },
      { name: 'files', filename: 'a "b"\r\n%.txt', type: 'text/x-test', content: bytes },
      { name: 'files', filename: 'blob', type: 'application/octet-stream', content: bytes },
      { name: '', filename: undefined, type: 'text/plain', content: utf8('') },
    ])
  })

  it('is copied, so that a file does not keep the whole body', () => {
    const body = formOf(file('filename="a.txt"'))
    const [part] = parseForm(Buffer.from(body), type)
    expect(part?.content.buffer.byteLength).toBe(4)
  })

  it.each([
    ['filename="a.txt"', 'a.txt'],
    ['filename=a.txt', 'a.txt'],
    ['FileName="a.txt"', 'a.txt'],
    ['filename="a; name=b.txt"', 'a; name=b.txt'],
    ['filename="Երևան 😀.txt"', 'Երևան 😀.txt'],
    ["filename*=UTF-8''%E2%82%AC.txt", '€.txt'],
    ['filename*=utf-8\'en\'%E2%82%AC.txt; filename="E.txt"', '€.txt'],
    ['filename="100%.txt"', '100%.txt'],
    ['filename="%41.txt"', '%41.txt'],
    ['filename=""', ''],
  ])('has the filename of %s', (parameter, filename) => {
    expect(parseForm(formOf(file(parameter)), type)).toMatchObject([{ name: 'files', filename }])
  })

  it.each([
    ['', 'text/plain'],
    ['\r\nContent-Type:', ''],
    ['\r\nContent-Type: ', ''],
    ['\r\ncontent-type :  IMAGE/png ', 'image/png'],
    ['\r\nContent-Type: größe', ''],
    ['\r\nX-Other: 1', 'text/plain'],
  ])('has the media type of the headers %j', (more, expected) => {
    expect(parseForm(formOf(file('filename="a"') + more), type)).toMatchObject([{ type: expected }])
  })

  it.each([
    [
      'quotes around the boundary',
      formOf(file('filename=a')),
      `multipart/form-data; charset=utf-8; Boundary="${boundary}"`,
    ],
    ['text before the first delimiter', utf8(`x\r\n${new TextDecoder().decode(formOf(file('filename=a')))}`), type],
    ['text after the last delimiter', utf8(`${new TextDecoder().decode(formOf(file('filename=a')))}x`), type],
    ['no line break at its end', formOf(file('filename=a')).subarray(0, -2), type],
  ])('may have %s', (_what, body, header) => {
    expect(parseForm(body, header)).toMatchObject([{ name: 'files', content: utf8('text') }])
  })

  it('may have 1,000 parts', () => {
    expect(parseForm(formsOf(1000), type)).toHaveLength(1000)
  })

  it('may have no part', () => {
    expect(parseForm(utf8(`--${boundary}--\r\n`), type)).toEqual([])
  })
})

describe('a malformed form', () => {
  const whole = formOf(`${file('filename="a.txt"')}\r\nContent-Type: text/plain`)

  it('is one that is cut anywhere before its last delimiter ends', () => {
    for (let length = 0; length < whole.length - 2; length++)
      expect(() => parseForm(whole.slice(0, length), type), `${length}`).toThrow(SyntaxError)
  })

  it.each<[string, Uint8Array<ArrayBuffer>, string?]>([
    ['no boundary', whole, 'multipart/form-data'],
    ['an empty boundary', whole, 'multipart/form-data; boundary=""'],
    ['another boundary', whole, 'multipart/form-data; boundary=x'],
    ['a boundary of 71 characters', utf8(`--${'x'.repeat(71)}--`), `multipart/form-data; boundary=${'x'.repeat(71)}`],
    ['no name', formOf('Content-Disposition: form-data; filename="a"')],
    ['no disposition', formOf('Content-Type: text/plain')],
    ['another disposition', formOf('Content-Disposition: attachment; name="files"')],
    ['an open quote', formOf(file('filename="a'))],
    ['a header without a colon', formOf(`${file('filename="a"')}\r\nContent-Type`)],
    ['a header without a name', formOf(`${file('filename="a"')}\r\n: b`)],
    ['a bare line feed in a header', formOf(file('filename="a"\nX: b'))],
    ['text behind a delimiter', utf8(`--${boundary}x\r\n${file('filename=a')}\r\n\r\n\r\n--${boundary}--`)],
    ['an escape that is not UTF-8', formOf(file("filename*=utf-8''%FF"))],
    ['no line break before its delimiter', utf8(`--${boundary}\r\n${file('filename=a')}\r\n\r\n--${boundary}--`)],
    ['a part with headers of more than 16 KiB', formOf(`${file('filename=a')}\r\nX: ${'x'.repeat(16 * 1024)}`)],
    ['more than 1,000 parts', formsOf(1001)],
    ['binary rubbish', latin1('\0\xff\r\n--')],
  ])('has %s', (_what, body, header = type) => {
    expect(() => parseForm(body, header)).toThrow(Error)
  })

  it.each([
    ['of line breaks', '\r\n'],
    ['of dashes', '-'],
    ['of delimiters that end in another way', `\r\n--${boundary.slice(0, -1)}`],
    ['of a header', 'a'],
    ['of parameters', '; a'],
    ['of white space', '; '],
    ['of quotes', '"'],
  ])('%s is rejected in linear time', (_what, text) => {
    const content = text.repeat(2_000_000 / text.length)
    const start = performance.now()
    for (const body of [`--${boundary}\r\n${content}`, `--${boundary}\r\n${file(content)}\r\n\r\n`, content])
      expect(() => parseForm(utf8(body), type)).toThrow(SyntaxError)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
