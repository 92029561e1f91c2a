import { describe, expect, it } from 'vitest'
import { type Operation, operations, type Shape } from '../../generated/operations.js'
import { checkInput, type Input } from '../../src/input.js'

const lone = 'a\ud83d'

/** The least that a shape accepts. */
function validOf(shape: Shape): unknown {
  if (shape.type === 'string') return shape.filter ? 'type:eq:public' : 'channel'
  if (shape.type === 'integer') return shape.minimum ?? 7
  if (shape.type === 'file') return new Blob(['content'])
  if (shape.type === 'array') return Array.from({ length: shape.minItems ?? 0 }, () => validOf(shape.items as Shape))
  return Object.fromEntries((shape.required ?? []).map((key) => [key, validOf(shape.properties?.[key] as Shape)]))
}

function validInput({ pathParameters, query, body }: Operation) {
  const path = Object.fromEntries(Object.entries(pathParameters).map(([name, shape]) => [name, validOf(shape)]))
  return { path, query: query && (validOf(query) as object), body: body && validOf(body.shape) }
}

const operationOf = (id: string) => operations.find((operation) => operation.id === id) as Operation

function expectRefusal(operation: Operation, input: Input, parameter: string, message: RegExp = /./) {
  const refusal = { name: 'InputError', parameter, operationId: operation.id, message: expect.stringMatching(message) }
  expect(() => checkInput(operation, { ...validInput(operation), ...input })).toThrow(expect.objectContaining(refusal))
}

const common = {
  missing: undefined,
  null: null,
  empty: '',
  'a dot': '.',
  'two dots': '..',
  'half of a surrogate pair': lone,
  'a Date': new Date(0),
  'an object': {},
}
const notText = { ...common, 'a number': 7, 'a bigint': 7n, 'an array': ['a'], 'a boolean': true }
const notWhole = { ...common, 'a string': '7', '1.5': 1.5, NaN: Number.NaN, infinite: Infinity, 'beyond safe integers': 2 ** 53, 'a bigint': 7n }
const badPaths = operations.flatMap((operation) =>
  Object.entries(operation.pathParameters).flatMap(([name, { type }]) =>
    Object.entries(type === 'integer' ? notWhole : notText).map(([what, value]) => ({ id: operation.id, name, type, what, value })),
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
    for (const username of ['a/b', '...', '%2e%2e', 'Ա😀', ' ', '0']) expect(() => checkInput(operationOf('getUser'), { path: { username } })).not.toThrow()
  })

  it('tells what came, and what to do about an id that is a number', () => {
    expectRefusal(operationOf('getChannel'), { path: { channelId: 5 } }, 'channelId', /number 5.*keep them as the strings/)
    expectRefusal(operationOf('getChannel'), { path: undefined }, 'channelId', /undefined/)
  })
})

describe('a query', () => {
  const bad = [0.5, Number.NaN, -1, '5', null, Infinity]
  const values = { limit: [...bad, 51, 0], offset: bad }
  const cases = paged.flatMap(({ id }) => Object.entries(values).flatMap(([name, all]) => all.map((value) => ({ id, name, value }))))
  it.each(cases)('$id refuses $name $value', ({ id, name, value }) => {
    expectRefusal(operationOf(id), { query: { [name]: value } }, name)
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
    expectRefusal(operationOf(id), { [place]: rest }, name, /is missing/)
  })

  it.each(operations.filter(({ body }) => body))('$id refuses a body that is no object', (operation) => {
    for (const body of [undefined, null, [], 'text', 5, new Date(0)]) expectRefusal(operation, { body }, 'body')
  })

  it.each(operations.filter(({ body }) => !body))('$id refuses any body', (operation) => {
    for (const body of [{}, null, '']) expectRefusal(operation, { body }, 'body', /this call has none/)
  })

  const [a, b] = [{ username: 'a' }, { username: 'b' }]
  it.each<[string, object, string]>([
    ['createRole', { name: 'r', priority: 0 }, 'priority'],
    ['createRole', { name: 'r', priority: 100 }, 'priority'],
    ['createRole', { name: 'r', permissions: [1, '2'] }, 'permissions[1]'],
    ['createDirectChannel', { members: [a] }, 'members'],
    ['createDirectChannel', { members: [a, b, a] }, 'members'],
    ['createDirectChannel', { members: [a, {}] }, 'members[1].username'],
    ['createDirectChannel', { members: [a, { username: 5 }] }, 'members[1].username'],
    ['createDirectChannel', { members: [a, 'b'] }, 'members[1]'],
    ['addChannelMembers', { members: [] }, 'members'],
    ['removeChannelMembers', { members: ['a', ''] }, 'members[1]'],
    ['createPublicChannel', { subject: 's', uri: 'a'.repeat(4) }, 'uri'],
    ['createPublicChannel', { subject: 's', uri: 'a'.repeat(51) }, 'uri'],
    ['createPublicChannel', { subject: 's', uri: 'my-channel' }, 'uri'],
    ['sendMessage', { from: '', body: lone }, 'from'],
    ['sendMessage', { from: 'a', body: lone }, 'body'],
    ['sendMessage', { from: 'a', body: null }, 'body'],
    ['sendMessage', { from: 'a', body: '', attachments: [{ url: 'u' }, { name: 'n' }] }, 'attachments[1].url'],
    ['uploadFile', { file: './a.txt' }, 'file'],
    ['uploadFile', { file: { name: 'a' } }, 'file'],
  ])('%s refuses %j, naming %s', (id, body, parameter) => {
    expectRefusal(operationOf(id), { body }, parameter)
  })

  it.each<[string, object]>([
    ['sendMessage', { from: 'a', body: '' }],
    ['createRole', { name: 'r', priority: 1 }],
    ['createRole', { name: 'r', priority: 99, description: undefined }],
    ['createPublicChannel', { subject: '', uri: 'a'.repeat(5) }],
    ['createPublicChannel', { subject: 's', uri: 'A_1'.padEnd(50, '_') }],
    ['createUser', { username: 'a', unknown_field: 5 }],
  ])('%s accepts %j', (id, body) => {
    expect(() => checkInput(operationOf(id), { ...validInput(operationOf(id)), body })).not.toThrow()
  })
})
