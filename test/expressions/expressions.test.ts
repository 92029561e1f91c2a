import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import { readDocument } from '../../scripts/document.js'
import type { Shape } from '../../src/operation/shape.js'
import { filesIn, root } from '../document/files.js'

/** The part of recheck that is used here. Its own types are available only once it is installed. */
interface Recheck {
  checkSync(
    source: string,
    flags: string,
  ): { status: 'safe' | 'vulnerable' | 'unknown'; complexity?: { summary: string } }
}

// This build is plain JavaScript; the other one looks for a binary or a Java runtime.
const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as Recheck

/** Expressions that take quadratic time, and why that does not matter. */
const bounded: Record<string, string> = {
  'errors/error-body.ts: /<style.*?<\\/style>|<[^>]*>/gis': 'Its text has at most 2,048 characters.',
}

interface Expression {
  place: string
  source: string
  flags: string
}

async function literals(): Promise<Expression[]> {
  const found: Expression[] = []
  for (const file of await filesIn(join(root, 'src'))) {
    const tree = ts.createSourceFile(file, await readFile(join(root, 'src', file), 'utf8'), ts.ScriptTarget.Latest)
    const walk = (node: ts.Node) => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        found.push({ place: `${file}: ${node.text}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
      }
      ts.forEachChild(node, walk)
    }
    walk(tree)
  }
  return found
}

/** The patterns in the OpenAPI document, and in the client's table of operations. */
async function patterns(): Promise<Expression[]> {
  const found = new Set<string>()
  JSON.stringify(await readDocument(), (key, value) => {
    if (key === 'pattern' && typeof value === 'string') found.add(value)
    return value
  })
  const collect = ({ pattern, items, properties = {} }: Shape) => {
    if (pattern) found.add(pattern)
    for (const shape of [...Object.values(properties), ...(items ? [items] : [])]) collect(shape)
  }
  for (const { pathParameters, query, body } of operations) {
    for (const shape of [...Object.values(pathParameters), query, body?.shape]) if (shape) collect(shape)
  }
  return [...found].map((source) => ({ place: `the document: ${source}`, source, flags: 'u' }))
}

const complexityOf = ({ source, flags }: Expression) => {
  const { status, complexity } = checkSync(source, flags)
  return status === 'safe' ? 'linear' : (complexity?.summary ?? status)
}

it('the checker distinguishes a bad expression from a good one', () => {
  expect(complexityOf({ place: '', source: '^(a|a)*$', flags: '' })).toBe('exponential')
  expect(complexityOf({ place: '', source: '\\s+$', flags: '' })).toBe('2nd degree polynomial')
  expect(complexityOf({ place: '', source: '^\\s+', flags: '' })).toBe('linear')
})

it('every expression in the sources takes linear time, except those with a bounded text', async () => {
  const all = await literals()
  expect(all.length).toBeGreaterThan(30)
  const slow = all.filter((expression) => complexityOf(expression) !== 'linear').map(({ place }) => place)
  expect(slow).toEqual(Object.keys(bounded))
})

it('every pattern in the OpenAPI document takes linear time', async () => {
  const all = await patterns()
  expect(all.length).toBeGreaterThan(0)
  expect(all.filter((expression) => complexityOf(expression) !== 'linear')).toEqual([])
})
