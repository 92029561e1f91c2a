import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Endpoint, endpointsOf, type JsonSchema, type OpenApiDocument, resolveIn } from '../../scripts/document.js'
import { describeRules } from '../../scripts/generate/describe-rules.js'
import { showProvenance } from '../../scripts/lib/show-provenance.js'
import { root } from './files.js'

/** Fields of one name that are described in several ways, and why. */
const ambiguous: Readonly<Record<string, string>> = {
  id: 'of a channel, a message or a role',
  name: 'of an application, a channel type, a role or an attachment',
  type: 'of a channel in a response or in an update, of a message, an attachment or an error',
  created_at: 'of a user or a channel',
  from: 'the user who wrote, edits or deletes a message, or who is typing',
  owner: 'of a new channel, or the next one',
  role: 'of a member, or of a user to add, where it has a default',
  members: 'to start with, to add or to remove, or the two of a direct channel',
  url: 'of an attachment, or of an uploaded file',
  size: 'in a request a number, in a response perhaps a string',
}

const document = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8')) as OpenApiDocument
const endpoints = endpointsOf(document)
const resolve = resolveIn(document)

describe('A field', () => {
  const wordings = new Map<string, Set<string>>()
  const add = (name: string, description: string | undefined) => {
    if (description) wordings.set(name, (wordings.get(name) ?? new Set()).add(description))
  }
  const collect = ({ properties = {}, items }: JsonSchema) => {
    for (const [name, property] of Object.entries(properties)) {
      add(name, property.description)
      collect(property)
    }
    if (items) collect(items)
  }
  for (const schema of Object.values(document.components.schemas)) collect(schema)
  for (const { parameters } of endpoints) for (const { name, description } of parameters) add(name, description)

  test('has one description wherever it has one meaning.', () => {
    expect(wordings.size).toBeGreaterThan(40)
    const several = [...wordings].filter(([, { size }]) => size > 1).map(([name]) => name)
    expect(several.sort()).toEqual(Object.keys(ambiguous).sort())
  })
})

describe('The description of an operation', () => {
  test.each(cases(() => true))('of $id says more than its summary.', ({ operation }) => {
    const said = wordsOf(operation.summary)
    const [own = ''] = operation.description.split('\n\nThe TypeScript client')
    expect(wordsOf(own).filter((word) => !said.includes(word)).length).toBeGreaterThan(3)
  })

  test.each(cases(({ operation }) => operation['x-permissions']))('of $id names each permission.', ({ operation }) => {
    for (const { permission } of operation['x-permissions'] ?? [])
      expect(operation.description.replace(/\s+/g, ' ')).toContain(permission)
  })

  test.each(cases(({ operation }) => operation['x-pagination']?.defaultLimit))(
    'of $id states the size of a page without `limit`.',
    ({ operation }) => {
      const size = operation['x-pagination']?.defaultLimit
      expect(operation.description).toContain(`Without \`limit\`, a page has up to ${size} `)
    },
  )

  test.each([
    ['channels.list', '/items', 'channels'],
    ['messages.list', '/messages', 'messages'],
    ['channels.members.list', '/users', 'members'],
    ['channels.members.listBlocked', '/users', 'members'],
    ['users.list', '/users', 'users'],
    ['channels.listAttachments', '/items', 'attachments'],
    ['channelTypes.list', '/items', 'channel types'],
    ['users.feed.list', '/messages', 'messages'],
    ['users.history.list', '/items', 'histories'],
    ['users.feed.list', '/entry', 'entries'],
  ])('of %s, with its items in %s, counts %s.', (name, items, noun) => {
    const [endpoint] = endpoints as [Endpoint]
    const operation = { ...endpoint.operation, 'x-sdk-name': name, 'x-pagination': { items, defaultLimit: 7 } }
    expect(describeRules(operation)[0]).toBe(`Without \`limit\`, a page has up to 7 ${noun}.`)
  })

  test('of a filter lists its fields and operators.', () => {
    const filters = endpoints.flatMap(({ parameters }) => parameters.filter(({ schema }) => schema.items?.['x-filter']))
    expect(filters).toHaveLength(1)
    for (const { description, schema } of filters) {
      const { fields = {}, operators = {} } = schema.items?.['x-filter'] ?? {}
      for (const word of [...Object.keys(fields), ...Object.keys(operators)])
        expect(description).toContain(`\`${word}\``)
    }
  })
})

describe('The examples of a request and of its response', () => {
  test.each(cases(({ operation }) => operation.requestBody))(
    'of $id have one summary for one name.',
    ({ operation }) => {
      const [body] = Object.values(operation.requestBody?.content ?? {})
      const [response] = Object.values(resolve(operation.responses['200'])?.content ?? {})
      for (const [name, example] of Object.entries(body?.examples ?? {})) {
        const shown = response?.examples?.[name]
        if (shown) expect(resolve(example).summary).toBe(resolve(shown).summary)
      }
    },
  )
})

describe('Notes on provenance', () => {
  test('follow the description on the page, and what was observed names its source.', () => {
    const tag = { name: 'Roles', description: 'Sets of permissions.\n', 'x-provenance-note': 'Decided here.' }
    const schema = { type: 'object', 'x-observed-in': 'the SDK' }
    expect(JSON.parse(showProvenance(JSON.stringify({ tags: [tag], schema })))).toEqual({
      tags: [{ name: 'Roles', description: 'Sets of permissions.\n\n> **Provenance:** Decided here.' }],
      schema: { type: 'object', description: '> **Provenance:** Observed in the SDK.' },
    })
  })
})

/** Lists the operations that meet a condition, with their ids for the names of tests. */
function cases(condition: (endpoint: Endpoint) => unknown): (Endpoint & { id: string })[] {
  return endpoints.filter(condition).map((endpoint) => ({ ...endpoint, id: endpoint.operation.operationId }))
}

/** Returns the words of a text without endings, such as `creat` for `Creates`, and without short ones. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]{3,}/g) ?? []
  return [...new Set(words.map((word) => word.replace(/(es|e|s)$/, '')))]
}
