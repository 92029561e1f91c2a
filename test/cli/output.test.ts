import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { createOutput } from '../../src/cli/output/output.js'
import type { OutputOptions } from '../../src/cli/output/output-options.js'

/** Prints the pages of a list, or one value, and returns what was written. */
async function print(
  options: Partial<OutputOptions>,
  pages: readonly (readonly unknown[])[],
  value?: unknown,
): Promise<{ out: string; notes: string[] }> {
  let out = ''
  const notes: string[] = []
  const output = createOutput({
    format: 'table',
    width: 80,
    isColored: false,
    write: async (text) => {
      out += text
    },
    note: (text) => notes.push(text),
    ...options,
  })
  for (const page of pages) await output.items(page)
  if (value !== undefined) await output.value(value)
  await output.end()
  return { out, notes }
}

const users = [
  { username: 'zoe', first_name: 'Zoe', owner: { username: 'omar' }, roles: [1, 2] },
  { username: '佐伊', first_name: '佐', owner: { username: 'zoe' }, roles: [1] },
]

describe('json', () => {
  it('is one array for a list of several pages', async () => {
    const { out } = await print({ format: 'json' }, [users, users])
    expect(JSON.parse(out)).toEqual([...users, ...users])
    expect(out.startsWith('[\n  {\n    "username": "zoe",\n')).toBe(true)
    expect(out.endsWith('  }\n]\n')).toBe(true)
  })

  it('is an empty array for a list without items', async () => {
    expect((await print({ format: 'json' }, [[]])).out).toBe('[]\n')
  })

  it('is what was received, for any values, and has nothing that a terminal obeys', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.string({ unit: 'binary' }), async (values, text) => {
        for (const format of ['json', 'ndjson'] as const) {
          const { out } = await print({ format }, [[...values, text]])
          const parsed =
            format === 'json'
              ? JSON.parse(out)
              : out
                  .trimEnd()
                  .split('\n')
                  .map((line) => JSON.parse(line))
          expect(parsed).toEqual(JSON.parse(JSON.stringify([...values, text])))
          expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        }
      }),
    )
  })

  it('has the named fields alone, nested as they were', async () => {
    const { out } = await print({ format: 'json', fields: ['owner.username', 'username'] }, [users])
    expect(JSON.parse(out)[0]).toEqual({ owner: { username: 'omar' }, username: 'zoe' })
  })

  it('has a whole field, though a field of it is named too', async () => {
    for (const fields of [
      ['owner', 'owner.username'],
      ['owner.username', 'owner'],
    ]) {
      const { out } = await print({ format: 'json', fields }, [], { owner: { username: 'omar', role: 'Owner' } })
      expect(JSON.parse(out)).toEqual({ owner: { username: 'omar', role: 'Owner' } })
    }
  })

  it('keeps names that contain dots', async () => {
    const item = { metadata: { 'app.version': { major: 1 } } }
    const { out } = await print({ format: 'json', fields: ['metadata.app.version.major'] }, [], item)
    expect(JSON.parse(out)).toEqual(item)
  })

  it('is not changed by fields with the names of a prototype', async () => {
    const item = JSON.parse('{"__proto__":{"a":1},"constructor":"c"}')
    const { out } = await print({ format: 'json', fields: ['__proto__.a', 'constructor'] }, [[item]])
    expect(out).toContain('"__proto__": {\n      "a": 1')
    expect(({} as { a?: number }).a).toBeUndefined()
  })
})

/** Reads CSV as RFC 4180 describes it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('csv', () => {
  it('has a header, a column for each field of a field, and arrays as JSON', async () => {
    const { out } = await print({ format: 'csv' }, [users])
    expect(readCsv(out)).toEqual([
      ['username', 'first_name', 'owner.username', 'roles'],
      ['zoe', 'Zoe', 'omar', '[1,2]'],
      ['佐伊', '佐', 'zoe', '[1]'],
    ])
  })

  it('keeps every text as it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ a: fc.string({ unit: 'binary' }), b: fc.constantFrom('=1+1', '"', 'x\r\ny', ',') }), {
          minLength: 1,
        }),
        async (items) => {
          const { out } = await print({ format: 'csv' }, [items])
          expect(readCsv(out).slice(1)).toEqual(items.map(({ a, b }) => [a, b]))
        },
      ),
    )
  })

  it('shows control characters on a terminal, and obeys none', async () => {
    const { out } = await print({ format: 'csv', isTerminal: true }, [[{ 'a\u001b': 'b\u001b[2J' }]])
    expect(out).toBe('a\\u001b\r\nb\\u001b[2J\r\n')
  })

  it('keeps the columns of the first page, and names what they leave out', async () => {
    const { out, notes } = await print({ format: 'csv' }, [[{ a: 1 }], [{ a: 2, b: 3 }]])
    expect(readCsv(out)).toEqual([['a'], ['1'], ['2']])
    expect(notes).toEqual(['Fields that no item of the first page has were left out: b. Name them with --fields.'])
  })

  it('has a value for each column, whatever the names of the fields', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-c][a-c.]{0,4}$/), fc.constant('x')), async (metadata) => {
        const { out } = await print({ format: 'csv' }, [[{ id: '1', 'app.metadata': { ...metadata, last: 'x' } }]])
        expect(readCsv(out)[1]).not.toContain('')
      }),
    )
  })

  it('has one column for values that are not objects', async () => {
    expect(readCsv((await print({ format: 'csv' }, [['zoe', '佐伊']])).out)).toEqual([['value'], ['zoe'], ['佐伊']])
  })

  it('has no empty line, which many programs skip', async () => {
    expect((await print({ format: 'csv' }, [[{ a: '' }, { a: 'x' }]])).out).toBe('a\r\n""\r\nx\r\n')
  })

  it('has a header without items too, if the fields are named', async () => {
    expect((await print({ format: 'csv', fields: ['a', 'b'] }, [[]])).out).toBe('a,b\r\n')
  })

  it('has a column for each named field, though no item has it', async () => {
    const { out } = await print({ format: 'csv', fields: ['a', 'b'], knownFields: ['b'] }, [[{ a: 1 }]])
    expect(readCsv(out)).toEqual([
      ['a', 'b'],
      ['1', ''],
    ])
  })
})

describe('table', () => {
  it('aligns columns, wide characters too, and counts the items of arrays', async () => {
    const { out } = await print({}, [users])
    expect(out).toBe(
      [
        'username  first_name  owner.username  roles',
        'zoe       Zoe         omar            2 items',
        '佐伊      佐          zoe             1 item',
        '',
      ].join('\n'),
    )
  })

  it('has a line for each field of one value', async () => {
    const { out } = await print({}, [], users[0])
    expect(out).toBe('username        zoe\nfirst_name      Zoe\nowner.username  omar\nroles           2 items\n')
  })

  it('shows a control character, and obeys none', async () => {
    const { out } = await print({}, [[{ name: 'a\u001b[31mred\nb\u202ec\u009b' }]])
    expect(out).toBe('name\na\\u001b[31mred\\nb\\u202ec\\u009b\n')
  })

  it('shows no character that a terminal obeys, neither of a value nor of a name', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 })
    const dictionary = fc.dictionary(text, text, { maxKeys: 4 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(text, dictionary, { maxKeys: 4 }), { minLength: 1, maxLength: 3 }),
        async (items) => {
          for (const { out } of [await print({}, [items]), await print({}, [], items[0])])
            expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
        },
      ),
    )
    const { out } = await print({}, [[{ metadata: { '\u001b]0;title\u0007': 'x' } }]])
    expect(out).toBe('metadata.\\u001b]0;title\\u0007\nx\n')
  })

  it('is never wider than the terminal, but for ids and names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.dictionary(fc.string({ minLength: 1, maxLength: 130 }), fc.string({ unit: 'grapheme', maxLength: 60 })),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        fc.integer({ min: 40, max: 120 }),
        async (items, width) => {
          const plain = items.map((item) =>
            Object.fromEntries(Object.entries(item).map(([name, value]) => [`f_${name.replaceAll(/\W/g, '')}`, value])),
          )
          const { out } = await print({ width }, [plain])
          for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })

  it('cuts long texts, and never an id', async () => {
    const id = '1'.repeat(50)
    const { out } = await print({ width: 40 }, [[{ id, body: 'b'.repeat(50) }]])
    expect(out).toContain(id)
    expect(out).not.toContain('body')
    const wide = await print({ width: 80 }, [[{ id, body: 'b'.repeat(50) }]])
    expect(wide.out).toContain(`${id}  ${'b'.repeat(27)}…\n`)
  })

  it('cuts no id on a later page either, and lets the last column have the rest of the row', async () => {
    const pages = [[{ username: 'zoe', body: 'Hi' }], [{ username: 'a_longer_name', body: 'b'.repeat(40) }]]
    const { out } = await print({ width: 40 }, pages)
    expect(out).toBe(`username  body\nzoe       Hi\na_longer_name  ${'b'.repeat(24)}…\n`)
  })

  it('cuts the name of a person, and not the username in from', async () => {
    const from = 'f'.repeat(30)
    const { out, notes } = await print({ width: 60 }, [[{ from, first_name: 'x'.repeat(60) }]])
    expect(out).toContain(`${from}  ${'x'.repeat(27)}…\n`)
    expect(notes).toEqual([])
  })

  it('cuts a text to 16 columns before it leaves out a column, and no time', async () => {
    const item = {
      id: '1'.repeat(18),
      from: 'username_new*user',
      body: 'b'.repeat(60),
      created_at: '2026-01-05T09:00:46.000Z',
    }
    const narrow = await print({ width: 60 }, [[item]])
    expect(narrow.out.split('\n')[1]).toBe(`${item.id}  ${item.from}  ${'b'.repeat(20)}…`)
    const wide = await print({ width: 81 }, [[item]])
    expect(wide.out.split('\n')[1]).toBe(`${item.id}  ${item.from}  ${'b'.repeat(15)}…  ${item.created_at}`)
  })

  it('leaves out no named column: cells are cut to 8 columns, and rows may be wider', async () => {
    const item = { a: 'a'.repeat(30), b: 'b'.repeat(30), c: 'c'.repeat(30), d: 'd'.repeat(30), e: 'e'.repeat(30) }
    const fitting = await print({ width: 40, fields: ['a', 'b', 'c'] }, [[item]])
    expect(fitting.out.split('\n')[1]).toBe(`${'a'.repeat(11)}…  ${'b'.repeat(11)}…  ${'c'.repeat(11)}…`)
    const wide = await print({ width: 40, fields: ['a', 'b', 'c', 'd', 'e'] }, [[item]])
    expect(stringWidth(wide.out.split('\n')[1] ?? '')).toBe(5 * 8 + 4 * 2)
    expect(wide.notes).toEqual([])
  })

  it('cuts long texts before times, if the fields are named', async () => {
    const item = {
      id: '1'.repeat(18),
      subject: 's'.repeat(40),
      created_at: '2026-01-05T09:00:46.000Z',
      username: 'zoe',
    }
    const { out } = await print({ width: 70, fields: Object.keys(item) }, [[item]])
    expect(out.split('\n')[1]).toBe(`${item.id}  ${'s'.repeat(13)}…  ${item.created_at}  zoe`)
  })

  it('has a header and rows for values without fields, and for fields that are all empty', async () => {
    expect((await print({}, [['zoe', 'omar']])).out).toBe('value\nzoe\nomar\n')
    expect((await print({}, [[{ a: null }]])).out).toBe('a\n\n')
  })

  it('shows the most important columns first, and names those of them that do not fit', async () => {
    const item = { a: 'a'.repeat(30), b: 'b'.repeat(30), c: 'c'.repeat(30), d: 'd'.repeat(30) }
    const { out, notes } = await print({ width: 40, columns: ['c', 'b', 'a'] }, [[item]])
    expect(out.split('\n')[0]).toMatch(/^c +b$/)
    expect(notes).toEqual(['One column does not fit: a. Show it with --fields or --output json.'])
  })

  it('says that there are no items', async () => {
    expect(await print({}, [[]])).toEqual({ out: '', notes: ['No items.'] })
  })

  it('is coloured only where that is wanted', async () => {
    expect((await print({ isColored: true }, [users])).out).toContain('\u001b[1m')
    expect((await print({}, [users])).out).not.toContain('\u001b')
  })
})

it('refuses what is not a field of the items: the length of an array, or a property of the prototype', async () => {
  for (const field of ['roles.length', 'constructor', '__proto__'])
    await expect(print({ fields: [field] }, [users])).rejects.toThrow(`there is no field "${field}"`)
})

it('refuses a field that there is not, and suggests the nearest', async () => {
  await expect(print({ fields: ['usernam'] }, [users])).rejects.toThrow(
    '--fields: there is no field "usernam"; did you mean "username"?',
  )
  await expect(print({ fields: ['x'] }, [users])).rejects.toThrow(
    '--fields: there is no field "x"; use username, first_name, owner.username, roles.',
  )
})
