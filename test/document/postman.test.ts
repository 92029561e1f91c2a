import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { endpointsOf, postmanFiles, readDocument } from '../../scripts/document.js'
import type { Collection, Request } from '../../scripts/generate/postman/convert.js'
import { printPostmanFiles } from '../../scripts/generate/postman/files.js'

interface Variable {
  key: string
  value: string
  type: string
}

interface DescribedRequest extends Request {
  request: Request['request'] & { description: { content: string; type: string }; auth: unknown }
}

const document = await readDocument()
const [collection, environment] = (await Promise.all(
  postmanFiles.map(async (file) => JSON.parse(await readFile(file, 'utf8'))),
)) as [Collection & { variable: Variable[] }, { values: Variable[] }]
const requests = collection.item.flatMap(({ item }) => item) as DescribedRequest[]

test('The Postman collection has a folder for each tag, with the operations of the tag.', () => {
  const byTag = document.tags.map(({ name }) => ({
    name,
    requests: endpointsOf(document)
      .filter(({ operation }) => operation.tags[0] === name)
      .map(({ operation }) => operation.summary),
  }))
  expect(collection.item.map(({ name, item }) => ({ name, requests: item.map((request) => request.name) }))).toEqual(
    byTag,
  )
})

test.each(requests)('$name has a description in Markdown, and a saved response of a success.', (item) => {
  expect(item.request.description.content).not.toBe('')
  expect(item.request.description.type).toBe('text/markdown')
  expect(item.response.some(({ code }) => code < 300)).toBe(true)
})

test.each(requests)(
  'The saved responses of $name have names of their own, and none has an error that every call can have.',
  ({ response }) => {
    expect(new Set(response.map(({ name }) => name)).size).toBe(response.length)
    expect(response.filter(({ code }) => [400, 401, 413, 415, 429, 500].includes(code))).toEqual([])
  },
)

test('The API key is an empty variable, masked in the environment, and every request inherits it.', () => {
  expect(collection.auth).toMatchObject({
    apikey: expect.arrayContaining([{ type: 'any', key: 'value', value: '{{apiKey}}' }]),
  })
  expect(requests.filter(({ request }) => request.auth !== null)).toEqual([])
  expect(collection.variable.map(({ key }) => key)).toEqual(['baseUrl', 'apiKey'])
  expect(environment.values.map(({ key }) => key)).toEqual(['baseUrl', 'apiKey'])
  expect(collection.variable[1]).toMatchObject({ value: '', type: 'string' })
  expect(environment.values[1]).toMatchObject({ value: '', type: 'secret' })
})

test('An operation keeps its ids if others are removed.', async () => {
  const smaller = structuredClone(document)
  delete smaller.paths['/application']
  const ids = (text: string | undefined) => text?.match(/"id": "[^"]+"/g) ?? []
  const all = ids((await printPostmanFiles(document))['postman-collection.json'])
  const some = ids((await printPostmanFiles(smaller))['postman-collection.json'])
  expect(new Set(all).size).toBe(all.length)
  expect(some.length).toBeGreaterThan(100)
  expect(all).toEqual(expect.arrayContaining(some))
})
