import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { Contract } from '../../scripts/contract.js'
import { readDocument } from '../../scripts/document.js'
import { Journal } from '../../scripts/tour/journal.js'
import { terminalWidth } from '../../src/cli/output/terminal-width.js'
import { wrapText } from '../../src/cli/output/wrap-text.js'

it('breaks lines at words alone, and loses none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zé佐]{1,12}$/), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 30, max: 100 }),
      fc.nat({ max: 6 }),
      (words, width, depth) => {
        const lines = wrapText(words.join(' '), width, ' '.repeat(depth)).split('\n')
        for (const line of lines) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width)
          expect(line.startsWith(' '.repeat(depth))).toBe(true)
        }
        expect(lines.map((line) => line.trim()).join(' ')).toBe(words.join(' '))
      },
    ),
  )
})

it('keeps the indentation of a line in all its parts', () => {
  expect(wrapText('{\n  one two three four\n}', 12)).toBe('{\n  one two\n  three four\n}')
})

it('begins and ends no line with a space, in colours too', () => {
  const dim = (text: string) => `\u001b[2m${text}\u001b[22m`
  expect(wrapText(dim('one two three  four'), 12, '  ')).toBe(
    [dim('one two'), dim('three'), dim('four')].map((line) => `  ${line}`).join('\n'),
  )
})

it('keeps a word whole that is longer than a line', () => {
  const url = `https://example.com/${'a'.repeat(50)}`
  expect(wrapText(`See ${url} now`, 40)).toBe(`See\n${url}\nnow`)
})

it('takes 80 columns for a stream that is no terminal, and at least 40', () => {
  expect([{}, { columns: 100 }, { columns: 3 }, { columns: 0 }].map(terminalWidth)).toEqual([80, 100, 40, 80])
})

/** Returns the lines that a function prints. */
async function linesOf(print: () => unknown): Promise<string[]> {
  const lines: string[] = []
  const { log } = console
  console.log = (text: string) => lines.push(...text.split('\n'))
  try {
    await print()
  } finally {
    console.log = log
  }
  return lines
}

it('keeps the URL of a request in the tour whole, and wraps lists between their items', async () => {
  const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const journal = new Journal(new Contract(await readDocument()), 'http://127.0.0.1:1/v1/sandbox', 60)
    const path = `/channels?filter=${'a'.repeat(60)}`
    const [request, status] = await linesOf(() => journal.fetch(`${origin}${path}`, {}))
    expect([request, status]).toEqual([`  GET    ${path}`, expect.stringMatching(/^ {9}200 {2}\d+\.\d ms$/)])
    const names = ['zoe: Owner', 'omar: Participant', 'username_new: Moderator']
    expect(await linesOf(() => journal.expect(names, names))).toEqual([
      '         read back: [',
      "           'zoe: Owner',",
      "           'omar: Participant',",
      "           'username_new: Moderator'",
      '         ]',
    ])
  } finally {
    server.close()
  }
})

it('prints the tour within the width of the terminal', async () => {
  const journal = new Journal(new Contract(await readDocument()), 'http://127.0.0.1:1/v1/sandbox', 60)
  const lines = await linesOf(() => {
    journal.chapter('Errors')
    journal.note(
      'PermissionDeniedError: messages.edit: 403 NotAllowed: The role "Participant" of "omar" does not have the permission.',
    )
    journal.result({ body: 'Which chapter are we on? '.repeat(5), metadata: { mood: 'curious', page: 12 } })
  })
  expect(lines.length).toBeGreaterThan(6)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60)
})
