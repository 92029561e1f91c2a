import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn, root } from './files.js'

const document = await readFile(join(root, 'SECURITY.md'), 'utf8')
// The last cell of a row, such as `test/client/key.test.ts`: `is not seen by a middleware`.
const rows = [...document.matchAll(/\| *`([^`|]+)`: `([^`]+)` *\|$/gm)].map(([, file = '', name = '']) => ({
  file,
  name,
}))

/** The parts of a test's name, its groups first, that are not the title of a test or a group that runs. */
function missingIn(source: string, name: string): string[] {
  const isTitle = (title: string) =>
    ["'", '"', '`'].some((quote) => {
      const [before, after] = source.split(`(${quote}${title}${quote}`)
      return after !== undefined && !/\.(skip|todo|fails|skipIf\(.*\)|runIf\(.*\))$/.test(before ?? '')
    })
  return name.split(' > ').filter((title) => !isTitle(title))
}

test('SECURITY.md names tests, one in each row but the heads.', () => {
  const lines = document.split('\n').filter((line) => line.startsWith('|') && !/^\|[ -]+\||\| test +\|$/.test(line))
  expect(rows.length).toBeGreaterThan(60)
  expect(lines.filter((line) => !/: `[^`]+` *\|$/.test(line))).toEqual([])
})

test.each(rows)('The test exists: $file: $name', async ({ file, name }) => {
  const source = (await readFile(join(root, file), 'utf8')).replaceAll(/\(\s+/g, '(')
  expect(missingIn(source, name)).toEqual([])
})

test('SECURITY.md names every file of threats.', async () => {
  const files = (await filesIn(join(root, 'test/threats'))).filter((file) => file.endsWith('.test.ts'))
  expect(files.filter((file) => !rows.some((row) => row.file === `test/threats/${file}`))).toEqual([])
})

test('SECURITY.md contains no address that was made up.', () => {
  expect(document.replace(/`[^`]*`/g, '')).not.toMatch(/\w@\w|:\/\/|www\./)
})

test('A test that was renamed or left out is reported.', () => {
  const source = "describe('a', () => { it('b', () => {}) })\ndescribe.each([1])('c %s', () => {})"
  expect(missingIn(source, 'a > b')).toEqual([])
  expect(missingIn(source, 'c %s')).toEqual([])
  expect(missingIn(source, 'a > bb')).toEqual(['bb'])
  expect(missingIn(source.replace('it(', 'it.skip('), 'a > b')).toEqual(['b'])
})
