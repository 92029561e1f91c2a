import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesIn, root } from './files.js'

const document = await readFile(join(root, 'SECURITY.md'), 'utf8')

/** What is said in one row of a table, and the test that holds it. */
interface Row {
  said: string
  file: string
  name: string
}

/** The rows of every table, without their heads. */
function rowsOf(text: string): Row[] {
  let said = ''
  return text.split('\n').flatMap((line) => {
    const cells = line.startsWith('|')
      ? line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
      : []
    const cell = cells.at(-1)
    if (cell === undefined || cell === 'test' || /^-+$/.test(cell)) return []
    const [, file = '', name = ''] = /^`([^`]+)`: `([^`]+)`$/.exec(cell) ?? []
    // What several tests hold is said once.
    said = cells.slice(0, -1).join(' ') || said
    return [{ said, file, name }]
  })
}

/** The names of the tests in a file, each after those of the groups that it is in. Those that are not run are left out. */
function testsIn(source: string): string[] {
  const names: string[] = []
  const walk = (node: ts.Node, groups: readonly string[]): void => {
    const call = ts.isCallExpression(node) ? testOf(node) : undefined
    if (call?.kind === 'skipped') return
    if (call?.kind === 'test') names.push([...groups, call.name].join(' > '))
    ts.forEachChild(node, (child) => walk(child, call?.kind === 'group' ? [...groups, call.name] : groups))
  }
  walk(ts.createSourceFile('', source, ts.ScriptTarget.Latest), [])
  return names
}

function testOf({
  expression,
  arguments: [title],
}: ts.CallExpression): { kind: 'test' | 'group' | 'skipped'; name: string } | undefined {
  if (!title || !ts.isStringLiteralLike(title)) return undefined
  let callee: ts.Expression = expression
  while (!ts.isIdentifier(callee)) {
    if (ts.isPropertyAccessExpression(callee) && /^(skip|skipIf|runIf|todo|fails)$/.test(callee.name.text))
      return { kind: 'skipped', name: title.text }
    if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee) || ts.isTaggedTemplateExpression(callee)) {
      callee = ts.isTaggedTemplateExpression(callee) ? callee.tag : callee.expression
    } else return undefined
  }
  if (callee.text === 'describe') return { kind: 'group', name: title.text }
  return callee.text === 'it' || callee.text === 'test' ? { kind: 'test', name: title.text } : undefined
}

const rows = rowsOf(document)

test('There is something to hold.', () => {
  expect(rows.length).toBeGreaterThan(60)
  expect(rows.filter(({ said }) => said === '')).toEqual([])
})

test.each(rows)('A test holds: $said ($file: $name)', async ({ file, name }) => {
  expect(file).toMatch(/^test\/.+\.test\.ts$/)
  expect(testsIn(await readFile(join(root, file), 'utf8'))).toContain(name)
})

test('Every file of threats is told of.', async () => {
  const files = (await filesIn(join(root, 'test/threats')))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/threats/${file}`)
  expect(files.filter((file) => !rows.some((row) => row.file === file))).toEqual([])
})

test('No address is made up.', () => {
  const prose = document.replace(/`[^`]*`/g, '')
  expect(prose).not.toMatch(/\w@\w|:\/\/|www\./)
})

test('Tests are found by the names of their groups, and those that are not run are not.', () => {
  const source = `
describe('a', () => {
  it('b', () => {})
  describe.each([1])('c %s', () => { it.concurrent.for([2])('d', () => {}) })
  it.skip('e', () => {})
  test.todo('f')
})
describe.skip('g', () => { it('h', () => {}) })
test('i', () => { expect('j') })
other('k')`
  expect(testsIn(source)).toEqual(['a > b', 'a > c %s > d', 'i'])
})
