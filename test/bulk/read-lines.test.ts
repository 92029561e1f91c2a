import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, readLines } from '../../src/bulk/read-lines.js'
import { InputError } from '../../src/index.js'
import { failure } from '../lib/fetches.js'
import { randomCases } from '../lib/random.js'
import { useJournal } from './journals.js'

const journal = useJournal()

async function read(content: string | Buffer, mayBeTorn?: boolean): Promise<Line[]> {
  const path = join(journal.folder, 'rows.txt')
  writeFileSync(path, content)
  const lines: Line[] = []
  for await (const batch of readLines(path, 'file', mayBeTorn)) lines.push(...batch)
  return lines
}

const texts = async (content: string | Buffer) => (await read(content)).map(({ text }) => text)

describe('the lines of a file', () => {
  it.each([
    ['', []],
    ['\n', ['']],
    ['\n\n', ['', '']],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b']],
    ['a\r\n\r\nb', ['a', '', 'b']],
    ['a\rb\n', ['a\rb']],
    ['a\r', ['a\r']],
    ['\uFEFFa\nb\n', ['a', 'b']],
    ['\uFEFF', ['']],
    ['a\n\uFEFFb\n', ['a', '\uFEFFb']],
    ['zoë\n👩‍💻\n\u2028\u0085\n', ['zoë', '👩‍💻', '\u2028\u0085']],
  ])('of %j are %j', async (content, expected) => {
    expect(await texts(content)).toEqual(expected)
  })

  it('have a number, the offset after them, and whether they have a line break', async () => {
    expect(await read('\uFEFFzoë\r\n\nb')).toEqual([
      { number: 1, text: 'zoë', end: 9, isEnded: true },
      { number: 2, text: '', end: 10, isEnded: true },
      { number: 3, text: 'b', end: 11, isEnded: false },
    ])
  })

  it('are whole where a chunk splits a character or a line break', async () => {
    const chunk = 2 ** 17
    for (let before = chunk - 5; before <= chunk + 1; before++) {
      const start = 'x'.repeat(before)
      expect(await texts(`${start}👩‍💻\r\nzoë\r\n`)).toEqual([`${start}👩‍💻`, 'zoë'])
      expect(await texts(`${start}\r\n\r\nzoë`)).toEqual([start, '', 'zoë'])
    }
  })

  it('are those of the text, whatever it is', async () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'ë', '👩', '\r', '"'), maxLength: 5 })
    const line = fc
      .tuple(part, fc.integer({ min: 0, max: 50_000 }), part)
      .map(([own, times, end]) => own.repeat(times) + end)
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 5 }), fc.boolean(), async (lines, isEnded) => {
        const content = lines.join('\n') + (isEnded ? '\n' : '')
        const expected = content.split('\n')
        const last = expected.pop() as string
        const found = await read(content)
        expect(found.map(({ text }) => text)).toEqual([
          ...expected.map((text) => text.replace(/\r$/, '')),
          ...(last === '' ? [] : [last]),
        ])
        expect(found.at(-1)?.end ?? 0).toBe(Buffer.byteLength(content))
      }),
      randomCases(20),
    )
  })

  it('may have 16 MiB', async () => {
    const longest = 'x'.repeat(2 ** 24)
    const lines = await read(`a\n${longest}\nb`)
    expect(lines.map(({ text }) => text.length)).toEqual([1, 2 ** 24, 1])
    expect((await read(longest)).map(({ text }) => text.length)).toEqual([2 ** 24])
  })
})

describe('a file is refused, with the line,', () => {
  const long = 'x'.repeat(17 * 2 ** 20)
  it.each<[string, string | Buffer, number, RegExp]>([
    ['if it is not UTF-8', Buffer.from('a\nzo\xeb\nb', 'latin1'), 2, /not UTF-8/],
    ['if its last line is not UTF-8', Buffer.from('a\nzo\xeb', 'latin1'), 2, /not UTF-8/],
    ['if a character is cut', Buffer.from('a\nzoë').subarray(0, -1), 2, /not UTF-8/],
    ['if a surrogate is encoded', Buffer.from([0xed, 0xa0, 0x80, 0x0a]), 1, /not UTF-8/],
    ['if it has a zero byte', 'a\n\nb\0c\n', 3, /zero byte/],
    ['if it is UTF-16', Buffer.from('a\nb\n', 'utf16le'), 1, /zero byte/],
    ['if a line has 17 MiB', `a\n${long}\nb`, 2, /longer than 16777216 bytes/],
    ['if the only line has 17 MiB', long, 1, /longer than 16777216 bytes/],
    ['if a line has one byte too many', `${'x'.repeat(2 ** 24 + 1)}\n`, 1, /longer than 16777216 bytes/],
  ])('%s', async (_name, content, number, problem) => {
    const error = await failure(read(content))
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({ parameter: 'file', message: expect.stringMatching(problem) })
    expect((error as Error).message).toContain(`${join(journal.folder, 'rows.txt')}:${number}: `)
  })
})

it('the last line of a file that may be torn can be anything, and the others cannot', async () => {
  const torn = Buffer.from('a\nzoë').subarray(0, -1)
  expect((await read(torn, true)).map(({ number, isEnded }) => [number, isEnded])).toEqual([
    [1, true],
    [2, false],
  ])
  expect(await read('a\n\0\0', true)).toHaveLength(2)
  expect(await failure(read(Buffer.concat([torn, Buffer.from('\n')]), true))).toBeInstanceOf(InputError)
  expect(await failure(read('\0\nb', true))).toBeInstanceOf(InputError)
})

it('a file that does not exist is an error with its code', async () => {
  const error = await failure(readLines(join(journal.folder, 'none'), 'file').next())
  expect(error).toMatchObject({ code: 'ENOENT' })
})
