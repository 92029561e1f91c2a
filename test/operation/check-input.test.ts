import { describe, expect, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import { checkInput, type Input } from '../../src/operation/check-input.js'
import type { Operation } from '../../src/operation/operation.js'
import { validOf } from '../lib/valid-of.js'

const lone = 'a\ud83d'

function validInput({ pathParameters, query, body }: Operation) {
  const path = Object.fromEntries(Object.entries(pathParameters).map(([name, shape]) => [name, validOf(shape)]))
  return { path, query: query && (validOf(query) as object), body: body && validOf(body.shape) }
}

const operationOf = (id: string) => operations.find((operation) => operation.id === id) as Operation

function expectRefusal(operation: Operation, input: Input, parameter: string, message = parameter) {
  const refusal = {
    name: 'InputError',
    parameter,
    operationId: operation.id,
    message: expect.stringContaining(`${operation.name}: ${message}`),
  }
  expect(() => checkInput(operation, { ...validInput(operation), ...input })).toThrow(expect.objectContaining(refusal))
}

const common = {
  missing: undefined,
  null: null,
  empty: '',
  'a dot': '.',
  'two dots': '..',
  'a lone surrogate': lone,
  'a Date': new Date(0),
  'an object': {},
}
const notText = { ...common, 'a number': 7, 'a bigint': 7n, 'an array': ['a'], 'a boolean': true }
const notWhole = {
  ...common,
  'a string': '7',
  '1.5': 1.5,
  NaN: Number.NaN,
  infinite: Infinity,
  'beyond safe integers': 2 ** 53,
  'a bigint': 7n,
}
const badPaths = operations.flatMap((operation) =>
  Object.entries(operation.pathParameters).flatMap(([name, { type }]) =>
    Object.entries(type === 'integer' ? notWhole : notText).map(([what, value]) => ({
      id: operation.id,
      name,
      type,
      what,
      value,
    })),
  ),
)
const paged = operations.filter(({ query }) => query?.properties?.['limit'])
const required = operations.flatMap((operation) =>
  (['query', 'body'] as const).flatMap((place) => {
    const shape = place === 'body' ? operation.body?.shape : operation.query
    return (shape?.required ?? []).map((name) => ({ id: operation.id, place, name }))
  }),
)

it('has parameters of every kind to try', () => {
  expect(new Set(badPaths.map(({ type }) => type))).toEqual(new Set(['string', 'integer']))
  expect(paged.length).toBeGreaterThan(1)
  expect(new Set(required.map(({ place }) => place))).toEqual(new Set(['query', 'body']))
})

it.each(operations)('$id accepts the least that the document asks for', (operation) => {
  expect(() => checkInput(operation, validInput(operation))).not.toThrow()
})

describe('a path parameter', () => {
  it.each(badPaths)('$id refuses $name that is $what', ({ id, name, value }) => {
    const { path } = validInput(operationOf(id))
    expectRefusal(operationOf(id), { path: { ...path, [name]: value } }, name)
  })

  it('may hold anything else that is text', () => {
    for (const username of ['a/b', '...', '%2e%2e', 'Ա😀', ' ', '0'])
      expect(() => checkInput(operationOf('getUser'), { path: { username } })).not.toThrow()
  })

  it('may not be left out with all others, and not be a bigint', () => {
    expectRefusal(
      operationOf('getChannel'),
      { path: undefined },
      'channelId',
      'channelId must be a string, got undefined.',
    )
    expectRefusal(
      operationOf('getChannel'),
      { path: { channelId: 5n } },
      'channelId',
      'channelId must be a string, got the bigint 5. Ids',
    )
    expectRefusal(
      operationOf('getRole'),
      { path: { roleId: 5n } },
      'roleId',
      'roleId must be a whole number, got the bigint 5.',
    )
  })
})

describe('a query', () => {
  const bad = [0.5, Number.NaN, -1, '5', null, Infinity]
  const values = { limit: [...bad, 51, 0], offset: bad }
  const cases = paged.flatMap(({ id }) =>
    Object.entries(values).flatMap(([name, all]) => all.map((value) => ({ id, name, value }))),
  )
  it.each(cases)('$id refuses $name $value', ({ id, name, value }) => {
    expectRefusal(operationOf(id), { query: { [name]: value } }, name)
  })

  it.each(operations)('$id refuses a query that is no object', (operation) => {
    for (const query of ['limit=5', 5, [], new Date(0)]) expectRefusal(operation, { query: query as never }, 'query')
  })

  it.each(paged)('$id accepts the limits of limit and offset', (operation) => {
    for (const query of [{ limit: 1, offset: 0 }, { limit: 50, offset: 51 }, { limit: undefined }])
      expect(() => checkInput(operation, { ...validInput(operation), query })).not.toThrow()
  })

  it.each([
    [['owner:eq:a'], 'filter[0]'],
    [['type:eq:public', 'type:eq:'], 'filter[1]'],
    ['type:eq:public', 'filter'],
  ])('refuses the filter %j', (filter, parameter) => {
    expectRefusal(operationOf('listChannels'), { query: { filter } }, parameter)
  })
})

describe('a body', () => {
  it.each(required)('$id refuses a $place without $name', ({ id, place, name }) => {
    const { [name]: _left, ...rest } = validInput(operationOf(id))[place] as Record<string, unknown>
    expectRefusal(operationOf(id), { [place]: rest }, name, `${name} is missing.`)
  })

  it.each(operations.filter(({ body }) => body))('$id refuses a body that is no object', (operation) => {
    for (const body of [undefined, null, [], 'text', 5, new Date(0)]) expectRefusal(operation, { body }, 'body')
  })

  it.each(operations.filter(({ body }) => !body))('$id refuses any body', (operation) => {
    for (const body of [{}, null, ''])
      expectRefusal(operation, { body }, 'body', 'body must not be set: this operation has no body.')
  })

  const [a, b] = [{ username: 'a' }, { username: 'b' }]
  it.each<[string, object, string]>([
    ['createRole', { name: 'r', priority: 0 }, 'priority must be 1 to 99, got 0.'],
    ['createRole', { name: 'r', priority: 100 }, 'priority must be 1 to 99, got 100.'],
    ['createRole', { name: 'r', priority: true }, 'priority must be a whole number, got the boolean true.'],
    ['createRole', { name: 'r', permissions: [1, '2'] }, 'permissions[1] must be a whole number, got "2".'],
    ['createRole', { name: '' }, 'name must not be empty.'],
    ['createDirectChannel', { members: [a] }, 'members must have exactly 2 items, got 1.'],
    ['createDirectChannel', { members: [a, b, a] }, 'members must have exactly 2 items, got 3.'],
    ['createDirectChannel', { members: [a, {}] }, 'members[1].username is missing.'],
    [
      'createDirectChannel',
      { members: [a, { username: 5 }] },
      'members[1].username must be a string, got the number 5.',
    ],
    [
      'createDirectChannel',
      { members: [a, 'b'.repeat(99)] },
      `members[1] must be an object, got "${'b'.repeat(80)}…".`,
    ],
    ['createDirectChannel', { members: new Map() }, 'members must be an array, got an object (Map).'],
    ['addChannelMembers', { members: [] }, 'members must have at least 1 item, got 0.'],
    ['removeChannelMembers', { members: ['a', ''] }, 'members[1] must not be empty.'],
    ['removeChannelMembers', { members: ['a', {}] }, 'members[1].username is missing.'],
    ['removeChannelMembers', { members: [{ username: '' }] }, 'members[0].username must not be empty.'],
    ['removeChannelMembers', { members: ['a', 5] }, 'members[1] must be a string or an object, got the number 5.'],
    ['removeChannelMembers', { members: [null] }, 'members[0] must be a string or an object, got null.'],
    ['removeChannelMembers', { members: [['a']] }, 'members[0] must be a string or an object, got an array.'],
    ['updateChannel', { type: true }, 'type must be a whole number or a string, got the boolean true.'],
    ['updateChannel', { type: 1.5 }, 'type must be a whole number, got the number 1.5.'],
    ['updateChannel', { type: '' }, 'type must not be empty.'],
    ['updateChannel', { type: lone }, 'type must be well-formed text'],
    ['createChannelType', {}, 'name is missing.'],
    ['createChannelType', { name: 'a', discoverable: 'yes' }, 'discoverable must be true or false, got "yes".'],
    [
      'createChannelType',
      { name: 'a', roleOverrides: 'all' },
      'roleOverrides must be an object or an array, got "all".',
    ],
    ['createPublicChannel', { uri: '' }, 'uri must not be empty.'],
    ['createPublicChannel', { uri: 'a'.repeat(129) }, 'uri must be 1 to 128 characters long, got 129.'],
    [
      'createPublicChannel',
      { uri: 'my channel' },
      'uri must be ASCII letters, digits, underscores and hyphens, got "my channel".',
    ],
    ['sendMessage', { from: 'a', body: lone }, 'body must be well-formed text; it contains a lone surrogate.'],
    ['sendMessage', { from: 'a', body: new Date(0) }, 'body must be a string, got a Date. Use its toISOString().'],
    ['sendMessage', { from: 'a', body: null }, 'body must be a string, got null.'],
    ['sendMessage', { from: 'a', body: [] }, 'body must be a string, got an array.'],
    ['sendMessage', { from: 'a', body: () => '' }, 'body must be a string, got a function.'],
    [
      'sendMessage',
      { from: 'a', body: '', attachments: [{ url: 'u' }, { name: 'n' }] },
      'attachments[1].url is missing.',
    ],
    [
      'sendMessage',
      { from: 'a', body: '', attachments: [{ url: 'u', size: -1 }] },
      'attachments[0].size must be at least 0, got -1.',
    ],
    [
      'uploadFile',
      { files: './a.txt' },
      "files must be a Blob or File. For a path, use fromPath() from 'sceyt-platform/node'.",
    ],
    [
      'uploadFile',
      { files: { name: 'a' } },
      'files must be a Blob or File, or come from fromPath() or fromStream(), got an object.',
    ],
  ])('%s refuses %j, saying that %s', (id, body, message) => {
    expectRefusal(operationOf(id), { body }, message.split(' ', 1).join(), message)
  })

  it.each<[string, object]>([
    ['sendMessage', { from: 'a', body: '' }],
    ['createRole', { name: 'r', priority: 1 }],
    ['createRole', { name: 'r', priority: 99, description: undefined }],
    ['createPublicChannel', {}],
    ['createPrivateChannel', {}],
    ['createPublicChannel', { subject: '', uri: 'a' }],
    ['createPublicChannel', { uri: 'A_1-'.padEnd(128, '_') }],
    ['updateChannel', { type: 2 }],
    ['updateChannel', { type: 'broadcast' }],
    ['removeChannelMembers', { members: ['a', { username: 'b' }] }],
    ['createChannelType', { name: 'a', discoverable: false, roleOverrides: [{}], anything: { else: 1 } }],
    ['createUser', { username: 'a', unknown_field: 5 }],
  ])('%s accepts %j', (id, body) => {
    expect(() => checkInput(operationOf(id), { ...validInput(operationOf(id)), body })).not.toThrow()
  })
})
