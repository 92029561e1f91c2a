import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesIn, root } from './files.js'

/** The names of the types that a file declares and exports. */
function exportedTypesOf(source: string): string[] {
  const { statements } = ts.createSourceFile('', source, ts.ScriptTarget.Latest)
  return statements.flatMap((node) => {
    const isType =
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isEnumDeclaration(node)
    const isExported = isType && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    return isExported && node.name ? [node.name.text] : []
  })
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].sort()
}

test('No two exported types have one name.', async () => {
  const files = (
    await Promise.all(
      ['src', 'generated'].map(async (folder) =>
        (await filesIn(join(root, folder))).map((file) => join(root, folder, file)),
      ),
    )
  ).flat()
  const sources = await Promise.all(files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFile(file, 'utf8')))
  const names = sources.flatMap(exportedTypesOf)
  expect(names).toContain('SandboxRateLimit')
  expect(repeated(names)).toEqual([])
})

test('Exported types are found, whatever declares them, and other exports are not.', () => {
  const source = [
    'export interface A {}',
    'export type B = 1',
    'export declare class C {}',
    'export abstract class D {}',
    'export const enum E {}',
    "export type { F } from './f.js'",
    'export const g = 1',
    'interface H {}',
  ]
  expect(exportedTypesOf(source.join('\n'))).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect(repeated(['A', 'B', 'A', 'A'])).toEqual(['A'])
})
