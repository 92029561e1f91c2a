import { expect, it } from 'vitest'
import { imports } from '../../generated/imports.js'
import { type OpenApiDocument, readDocument } from '../../scripts/document.js'
import { printImports } from '../../scripts/generate/imports.js'

/** Returns the error for the document with another rule for messages. */
async function problemOf(rule: object): Promise<string> {
  const document: OpenApiDocument = structuredClone(await readDocument())
  const operation = document.paths['/channels/{channelId}/messages']?.post
  Object.assign(operation?.['x-import'] ?? {}, rule)
  try {
    printImports(document)
    return ''
  } catch (error) {
    return String(error)
  }
}

it('every kind of rows has a rule', () => {
  expect([...new Set(imports.map(({ rows }) => rows))].sort()).toEqual([
    'channels',
    'members',
    'messages',
    'roles',
    'users',
  ])
})

it.each([
  [{}, ''],
  [{ inOrdr: true }, 'sendMessage: x-import has inOrdr, which nothing reads'],
  [{ list: 'listMesages' }, 'names listMesages, which is not an operation'],
  [{ key: 'id' }, 'has the key id, which is not a field of the row'],
  [{ columns: {} }, 'has no column for the path parameter channelId'],
  [{ read: { body: '/text' } }, 'reads /text, which is not in the list'],
  [{ items: 'rows' }, 'names the array rows, which the body does not have'],
])('x-import is checked: %j', async (rule, problem) => {
  expect(await problemOf(rule)).toContain(problem)
})
