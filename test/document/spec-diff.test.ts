import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { endpointsOf, type OpenApiDocument, readDocument, releasedFile } from '../../scripts/document.js'
import { nextBreaking, unannounced } from '../../scripts/spec-diff/changelog.js'
import type { Change } from '../../scripts/spec-diff/changes.js'
import { compareDocuments } from '../../scripts/spec-diff/compare.js'
import { printRefusal } from '../../scripts/spec-diff/print.js'
import { root } from './files.js'

const document = await readDocument()
/** A tenth of the document, which is compared in a tenth of the time. */
const part: OpenApiDocument = {
  ...document,
  paths: Object.fromEntries(
    ['/channels/{channelId}', '/files', '/public-channels', '/users/{username}'].map((path) => [
      path,
      document.paths[path] ?? {},
    ]),
  ),
}

/** An edit of a document: a place as keys with spaces between, and what stands there then. Without a value, nothing does. At `-` a list grows. */
type Edit = [place: string, value?: unknown]

function edited(edits: Edit[], from: OpenApiDocument = document): OpenApiDocument {
  const copy = structuredClone(from)
  for (const [place, value] of edits) {
    const keys = place.split(' ')
    const last = keys.pop() ?? ''
    const node = keys.reduce<Record<string, unknown>>(
      (parent, key) => parent[key] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    )
    if (Array.isArray(node))
      node.splice(
        last === '-' ? node.length : Number(last),
        last === '-' ? 0 : 1,
        ...(value === undefined ? [] : [value]),
      )
    else if (value === undefined) delete node[last]
    else node[last] = value
  }
  return copy
}

/** The changes that edits make, each on a line: operation, what changed, where, and a `!` if it breaks. */
function linesOf(changes: Change[]): string[] {
  return changes.map(
    ({ operation, what, places, breaking }) => `${breaking ? '! ' : ''}${[operation, what, ...places].join(' | ')}`,
  )
}

const users = document.paths['/users'] ?? {}
const search = { name: 'q', in: 'query', description: 'What to look for.', schema: { type: 'string' } }
const schemas = 'components schemas'
const sent = `${schemas} PublicChannelCreate properties`
const got = `${schemas} UploadedFile properties`

const breaking: Record<string, [edits: Edit[], expected: string]> = {
  'an operation that is gone': [[['paths /users post']], 'createUser | it was removed'],
  'a path that is gone': [[['paths /roles/{roleId}']], 'deleteRole | it was removed'],
  'a path that has moved': [
    [['paths /users'], ['paths /people', users]],
    'listUsers | it is at GET /people, and was at GET /users',
  ],
  'a path parameter by another name': [
    [['paths /files/{fileName}'], ['paths /files/{name}', document.paths['/files/{fileName}']]],
    'deleteFile | it is at DELETE /files/{name}, and was at DELETE /files/{fileName}',
  ],
  'another operationId': [
    [['paths /users get operationId', 'listPeople']],
    'listUsers | `operationId` is listPeople, and was listUsers',
  ],
  'another name in the client': [
    [['paths /users get x-sdk-name', 'users.all']],
    'listUsers | `x-sdk-name` is users.all, and was users.list',
  ],
  'a repeat that is no longer safe': [
    [['paths /users/{username} put x-idempotent', false]],
    'updateUser | it is no longer idempotent',
  ],
  'items that are elsewhere': [
    [['paths /users get x-pagination items', '/items']],
    'listUsers | `x-pagination` has changed',
  ],
  'a list that no longer pages': [[['paths /users get x-pagination']], 'listUsers | `x-pagination` has changed'],
  'a composed method that is gone': [[['paths /users post x-sdk-compose']], 'createUser | `users.upsert` was removed'],
  'a composed method by another name': [
    [['paths /users post x-sdk-compose name', 'users.put']],
    'createUser | `users.upsert` is called users.put',
  ],
  'a composed method that takes something else': [
    [['paths /direct-channels post x-sdk-compose argument', 'pair']],
    'createDirectChannel | the argument of `channels.getOrCreateDirect` has changed',
  ],

  'a new parameter that is required': [
    [['paths /users get parameters -', { ...search, required: true }]],
    'listUsers | `q` is new, and required | query',
  ],
  'a parameter that is required now': [
    [['components parameters Limit required', true]],
    'listUsers | `limit` is required | query',
  ],
  'a parameter that is gone': [[['paths /users get parameters 1']], 'listUsers | `offset` was removed | query'],
  'a parameter that is written another way': [
    [['components parameters ChannelFilter explode', false]],
    'listChannels | `explode` of `filter` has changed | query',
  ],
  'a parameter of another type': [
    [['components parameters RoleId schema type', 'string']],
    'getRole | `roleId` is no longer integer | path',
  ],
  'a parameter with less room': [
    [['components parameters Limit schema maximum', 20]],
    'listUsers | `maximum` of `limit` is 20, and was 50 | query',
  ],
  'a filter that knows fewer fields': [
    [['components parameters ChannelFilter schema items x-filter fields label']],
    'listChannels | `filter[]` is no longer "label:…" | query',
  ],

  'a separator of a filter that is gone': [
    [['components parameters ChannelFilter schema items x-filter otherSeparators']],
    'listChannels | `filter[]` is no longer "in:…&…" | query',
  ],
  'a filter that accepts certain words only': [
    [
      [
        'components parameters ChannelFilter schema items x-filter fields type',
        { description: 'Kind of channel.', enum: ['public'] },
      ],
    ],
    'listChannels | `filter[]` is no longer "type:…" | query',
  ],

  'a body that must be sent': [
    [['paths /users get requestBody', users.post?.requestBody]],
    'listUsers | it is required | body',
  ],
  'a body that is not taken any more': [[['paths /users post requestBody']], 'createUser | it was removed | body'],
  'a body of another media type': [
    [['paths /users post requestBody content', { 'text/csv': users.post?.requestBody?.content['application/json'] }]],
    'createUser | it is no longer application/json | body',
  ],
  'a new property that must be sent': [
    [
      [`${schemas} UserCreate properties email`, { type: 'string' }],
      [`${schemas} UserCreate required -`, 'email'],
    ],
    'createUser | `email` is new, and required | body',
  ],
  'a property that must be sent now': [
    [[`${schemas} UserCreate required -`, 'first_name']],
    'createUser | `first_name` is required | body',
  ],
  'a property that must be sent now, deep in a list': [
    [[`${schemas} MemberAdd required -`, 'role']],
    'addChannelMembers | `members[].role` is required | body',
  ],
  'a property that cannot be sent any more': [
    [[`${schemas} UserCreate properties last_name`]],
    'createUser | `last_name` was removed | body',
  ],
  'no more other properties': [
    [[`${schemas} UserCreate additionalProperties`, false]],
    'createUser | `body` no longer allows additional properties | body',
  ],
  'a type that is sent no more': [
    [[`${sent} label type`, 'integer']],
    'createPublicChannel | `label` is no longer string | body',
  ],
  'something definite, where anything could be sent': [
    [[`${schemas} ChannelUpdate properties options additionalProperties`, { type: 'string' }]],
    'updateChannel | `options.*` is no longer anything | body',
  ],
  'a new list of words': [
    [[`${sent} label enum`, ['hobby']]],
    'createPublicChannel | `label` is one of "hobby", and was any | body',
  ],
  'a shorter text': [
    [[`${sent} uri maxLength`, 20]],
    'createPublicChannel | `maxLength` of `uri` is 20, and was 128 | body',
  ],
  'a longer text': [
    [[`${sent} uri minLength`, 6]],
    'createPublicChannel | `minLength` of `uri` is 6, and was 1 | body',
  ],
  'a new bound': [
    [[`${sent} subject maxLength`, 80]],
    'createPublicChannel | `maxLength` of `subject` is 80, and was none | body',
  ],
  'a longer list': [
    [[`${schemas} MembersAdd properties members minItems`, 2]],
    'addChannelMembers | `minItems` of `members` is 2, and was 1 | body',
  ],
  'a smaller number': [
    [[`${schemas} RoleCreate properties priority maximum`, 50]],
    'createRole | `maximum` of `priority` is 50, and was 99 | body',
  ],
  'a new pattern': [
    [[`${sent} label pattern`, '^a']],
    'createPublicChannel | `pattern` of `label` is "^a", and was none | body',
  ],
  'another pattern': [
    [[`${sent} uri pattern`, '^a']],
    'createPublicChannel | `pattern` of `uri` is "^a", and was "^[A-Za-z0-9_-]+$" | body',
  ],
  'another default': [
    [[`${sent} label default`, 'hobby']],
    'createPublicChannel | `default` of `label` is "hobby", and was none | body',
  ],

  'a field that is gone': [[[`${schemas} User properties avatar`]], 'getUser | `avatar` was removed | response 200'],
  'a field that is gone, deep in a list': [
    [[`${schemas} User properties avatar`]],
    'listChannels | `items[].owner.avatar` was removed | response 200',
  ],
  'a field that may be missing': [
    [[`${schemas} User required 0`]],
    'getUser | `username` is no longer required | response 200',
  ],
  'a field that may be null': [
    [[`${schemas} User properties avatar type`, ['string', 'null']]],
    'getUser | `avatar` may be null | response 200',
  ],
  'a field that may be something else': [
    [[`${schemas} Channel properties last_message oneOf -`, { $ref: '#/components/schemas/Message' }]],
    'getChannel | `last_message` may be Message | response 200',
  ],
  'a field that may be larger': [
    [[`${schemas} Role properties priority maximum`, 100]],
    'getRole | `maximum` of `priority` is 100, and was 99 | response 200',
  ],
  'a text that is a file now': [[[`${got} url format`, 'binary']], 'uploadFile | `url` may be file | response 200'],
  'a field of an error that is gone': [
    [[`${schemas} ErrorBody properties type`]],
    'getUser | `type` was removed | response 400 | response 401 | response 403 | response 404 | response 429 | response 500',
  ],
  'a status that is gone': [[['paths /users post responses 409']], 'createUser | it was removed | response 409'],
  'another status of success': [
    [['paths /users post responses 201', users.post?.responses['200']]],
    'createUser | it is new | response 201',
  ],
  'an answer of another media type': [
    [
      [
        'paths /users get responses 200 content',
        { 'text/csv': users.get?.responses['200']?.content?.['application/json'] },
      ],
    ],
    'listUsers | it is no longer application/json | response 200',
  ],
  'a header that is gone': [
    [['components responses TooManyRequests headers']],
    'listUsers | header `Retry-After` was removed | response 429',
  ],
  'a header that may be missing': [
    [['components headers RetryAfter required']],
    'listUsers | header `Retry-After` is no longer required | response 429',
  ],

  'another header for the key': [
    [['components securitySchemes ApiKey name', 'Authorization']],
    'listUsers | in header, name Platform-Api-Key, scopes [], type apiKey is no longer enough',
  ],
  'an operation that asks for another key': [
    [
      ['components securitySchemes Token', { type: 'http', scheme: 'bearer' }],
      ['paths /users get security', [{ Token: [] }]],
    ],
    'listUsers | in header, name Platform-Api-Key, scopes [], type apiKey is no longer enough',
  ],
  'another base URL': [[['servers 0 url', 'https://{apiUrl}/v2/{appId}']], 'every operation | `servers` has changed'],
  'a schema that is no longer named': [
    [
      [`${schemas} Channel properties last_message oneOf 0`, document.components.schemas['LastMessage']],
      [`${schemas} LastMessage`],
    ],
    'every operation | schema `LastMessage` was removed',
  ],
}

const compatible: Record<string, [edits: Edit[], expected: string]> = {
  'a new operation': [
    [['paths /people', { get: { ...users.get, operationId: 'listPeople', 'x-sdk-name': 'people.list' } }]],
    'listPeople | it is new',
  ],
  'a new composed method': [
    [['paths /public-channels post x-sdk-compose', { name: 'channels.getOrCreatePublic' }]],
    'createPublicChannel | `channels.getOrCreatePublic` is new',
  ],
  'a composed method that finds by another query': [
    [['paths /direct-channels post x-sdk-compose otherwise query limit', 20]],
    'createDirectChannel | `channels.getOrCreateDirect` is composed differently',
  ],
  'a repeat that is safe now': [[['paths /users post x-idempotent', true]], 'createUser | it is idempotent now'],
  'other words': [[['paths /users get summary', 'All users']], 'listUsers | words, examples or tags'],
  'other words of a field': [
    [[`${schemas} User properties avatar description`, 'A picture.']],
    'getUser | words, examples or tags | response 200',
  ],
  'other words of the whole': [[['info description', 'An API.']], 'every operation | words, examples or tags'],
  'a new parameter that may be left out': [
    [['paths /users get parameters -', search]],
    'listUsers | `q` is new | query',
  ],
  'a parameter that may be left out now': [
    [['components parameters From required', false]],
    'deleteMessage | `from` is no longer required | query',
  ],
  'a parameter with more room': [
    [['components parameters Limit schema maximum', 100]],
    'listUsers | `maximum` of `limit` is 100, and was 50 | query',
  ],
  'a filter that knows another field, whatever its pattern': [
    [
      ['components parameters ChannelFilter schema items x-filter fields owner', { description: 'The owner.' }],
      ['components parameters ChannelFilter schema items pattern', '^owner'],
    ],
    'listChannels | `filter[]` may be "owner:…" | query',
  ],
  'a new property that may be sent': [
    [[`${schemas} UserCreate properties email`, { type: 'string' }]],
    'createUser | `email` is new | body',
  ],
  'a property that may be left out now': [
    [[`${schemas} MessageSend required 1`]],
    'sendMessage | `body` is no longer required | body',
  ],
  'a property that may be null': [
    [[`${sent} label type`, ['string', 'null']]],
    'createPublicChannel | `label` may be null | body',
  ],
  'any number, where an integer was sent': [
    [[`${schemas} RoleCreate properties access type`, 'number']],
    'createRole | `access` may be number | body',
  ],
  'more room': [
    [[`${sent} uri maxLength`, 200]],
    'createPublicChannel | `maxLength` of `uri` is 200, and was 128 | body',
  ],
  'no pattern': [
    [[`${sent} uri pattern`]],
    'createPublicChannel | `pattern` of `uri` is none, and was "^[A-Za-z0-9_-]+$" | body',
  ],
  'a body that may be left out': [
    [['paths /users post requestBody required', false]],
    'createUser | it is no longer required | body',
  ],
  'another media type to send': [
    [['paths /users post requestBody content text/csv', { schema: { type: 'string' } }]],
    'createUser | it may be text/csv | body',
  ],
  'a new field': [
    [[`${schemas} User properties email`, { type: 'string' }]],
    'getUser | `email` is new | response 200',
  ],
  'a field that is always there': [
    [[`${schemas} User required -`, 'avatar']],
    'getUser | `avatar` is required | response 200',
  ],
  'a field that is never null': [
    [[`${schemas} Channel properties last_message oneOf 1`]],
    'getChannel | `last_message` is no longer null | response 200',
  ],
  'a field with less room': [
    [[`${schemas} Role properties priority maximum`, 50]],
    'getRole | `maximum` of `priority` is 50, and was 99 | response 200',
  ],
  'a new error': [
    [['paths /users get responses 503', users.get?.responses['500']]],
    'listUsers | it is new | response 503',
  ],
  'a key of another kind beside the known one': [
    [
      ['components securitySchemes Token', { type: 'http', scheme: 'bearer' }],
      ['security -', { Token: [] }],
    ],
    'listUsers | scheme bearer, scopes [], type http is enough',
  ],
}

test('A document breaks nothing of itself.', () => {
  expect(compareDocuments(document, document)).toEqual([])
})

test.each(Object.entries(breaking))('It breaks callers: %s.', (_title, [edits, expected]) => {
  const [before, after] = pathsOf(expected.split(' | ', 1)[0] ?? '', document, edited(edits))
  expect(linesOf(compareDocuments(before, after))).toContain(`! ${expected}`)
})

/** Two documents with only the paths at which one of them has an operation, if any has it: they are compared faster. */
function pathsOf(id: string, ...documents: [OpenApiDocument, OpenApiDocument]): [OpenApiDocument, OpenApiDocument] {
  const found = documents.flatMap((each) =>
    endpointsOf(each).flatMap(({ operation, path }) => (operation.operationId === id ? [path] : [])),
  )
  const reduce = (whole: OpenApiDocument): OpenApiDocument => ({
    ...whole,
    paths: Object.fromEntries(Object.entries(whole.paths).filter(([path]) => found.includes(path))),
  })
  return found.length === 0 ? documents : [reduce(documents[0]), reduce(documents[1])]
}

test.each(Object.entries(compatible))('It is compatible: %s.', (_title, [edits, expected]) => {
  const lines = linesOf(compareDocuments(document, edited(edits)))
  expect(lines).toContain(expected)
  expect(lines.filter((line) => line.startsWith('!'))).toEqual([])
})

test('A bound that forbids nothing is no change.', () => {
  expect(compareDocuments(document, edited([[`${sent} label minLength`, 0]]))).toEqual([])
})

test('A body that becomes required breaks callers.', () => {
  const optional = edited([['paths /users post requestBody required', false]])
  expect(linesOf(compareDocuments(optional, document))).toEqual(['! createUser | it is required | body'])
})

test('An integer, where any number could be sent, breaks callers; where any number was received, it is compatible.', () => {
  const numbers = edited([
    [`${schemas} RoleCreate properties access`, { type: 'number', maximum: 9 }],
    [`${schemas} Member properties status type`, 'number'],
  ])
  const lines = linesOf(compareDocuments(numbers, document))
  expect(lines.filter((line) => line.startsWith('!'))).toEqual(['! createRole | `access` is no longer number | body'])
  expect(lines).toContain('createRole | `maximum` of `access` is none, and was 9 | body')
  expect(lines).toContain('listChannelMembers | `users[].status` is no longer number | response 200')
  const back = linesOf(compareDocuments(document, numbers))
  expect(back).toContain('createRole | `access` may be number | body')
  expect(back).toContain('! createRole | `maximum` of `access` is 9, and was none | body')
  expect(back).toContain('! listChannelMembers | `users[].status` may be number | response 200')
})

test('A schema of both requests and responses is compared in each direction.', () => {
  const shared: Edit = [`${schemas} MessageSend properties attachments items $ref`, '#/components/schemas/Attachment']
  // These paths alone, whatever else has attachments.
  const messages = ['/channels/{channelId}/messages', '/channels/{channelId}/messages/{messageId}']
  const from = { ...document, paths: Object.fromEntries(messages.map((path) => [path, document.paths[path] ?? {}])) }
  const before = edited([shared], from)
  const stricter = edited([shared, [`${schemas} Attachment properties size minimum`, 1]], from)
  const what = '`minimum` of `attachments[].size` is 1, and was 0'
  expect(linesOf(compareDocuments(before, stricter))).toEqual([
    `! sendMessage | ${what} | body`,
    'listMessages | `minimum` of `messages[].attachments[].size` is 1, and was 0 | response 200',
    `sendMessage | ${what} | response 200`,
    `editMessage | ${what} | response 200`,
  ])
  expect(linesOf(compareDocuments(stricter, before)).filter((line) => line.startsWith('!'))).toHaveLength(3)
})

/** Schemas of one value, of which the second allows more than the first; and how the difference is reported, in either direction. */
const widenings: Record<string, [narrow: object, wide: object, gained: string, lost: string]> = {
  'a second type': [{ type: 'string' }, { type: ['integer', 'string'] }, 'may be integer', 'is no longer integer'],
  'a second type, with a bound of its own': [
    { type: 'integer', minimum: 0 },
    { type: ['integer', 'string'], minimum: 0, minLength: 1 },
    'may be string',
    'is no longer string',
  ],
  'any type': [{ type: ['integer', 'string'] }, {}, 'may be anything', 'is no longer anything'],
  'any number beside a text': [
    { type: ['integer', 'string'] },
    { type: ['number', 'string'] },
    'may be number',
    'is no longer number',
  ],
  '`anyOf` around the type': [
    { type: 'string' },
    { anyOf: [{ type: 'integer' }, { type: 'string' }] },
    'may be integer',
    'is no longer integer',
  ],
  'another schema in `anyOf`': [
    { anyOf: [{ type: 'string', format: 'uri' }] },
    { anyOf: [{ type: 'null' }, { type: 'string', format: 'uri' }] },
    'may be null',
    'is no longer null',
  ],
  'a freer schema of the same type in `anyOf`': [
    { anyOf: [{ type: 'string', enum: ['book'] }] },
    { anyOf: [{ type: 'string' }, { type: 'string', enum: ['book'] }] },
    'may be string',
    'is no longer string',
  ],
  'another schema by name in `anyOf`': [
    { anyOf: [{ $ref: '#/components/schemas/User' }] },
    { anyOf: [{ $ref: '#/components/schemas/Role' }, { $ref: '#/components/schemas/User' }] },
    'may be Role',
    'is no longer Role',
  ],
  '`additionalProperties: true`': [
    { type: 'object', additionalProperties: false },
    { type: 'object', additionalProperties: true },
    'allows additional properties',
    'no longer allows additional properties',
  ],
  'any additional properties, where texts were allowed': [
    { type: 'object', additionalProperties: { type: 'string' } },
    { type: 'object', additionalProperties: true },
    '.* may be anything',
    '.* is no longer anything',
  ],
}

/** The changes of a property that is sent or got, from one schema to another. */
function changesOf(place: string, before: object, after: object): string[] {
  return linesOf(compareDocuments(edited([[place, before]], part), edited([[place, after]], part)))
}

/** A property's name with what is reported of it. A report that starts with `.*` is of its additional properties. */
const of = (name: string, what: string) =>
  what.startsWith('.*') ? `\`${name}.*\`${what.slice(2)}` : `\`${name}\` ${what}`

describe.each(Object.entries(widenings))('A wider schema: %s.', (_title, [narrow, wide, gained, lost]) => {
  test('It is compatible in a request.', () => {
    expect(changesOf(`${sent} label`, narrow, wide)).toEqual([`createPublicChannel | ${of('label', gained)} | body`])
  })

  test('Taken back, it breaks callers in a request.', () => {
    expect(changesOf(`${sent} label`, wide, narrow)).toEqual([`! createPublicChannel | ${of('label', lost)} | body`])
  })

  test('It breaks callers in a response.', () => {
    expect(changesOf(`${got} url`, narrow, wide)).toEqual([`! uploadFile | ${of('url', gained)} | response 200`])
  })

  test('Taken back, it is compatible in a response.', () => {
    expect(changesOf(`${got} url`, wide, narrow)).toEqual([`uploadFile | ${of('url', lost)} | response 200`])
  })
})

test.each<[string, object, object]>([
  ['the order of types', { type: ['integer', 'string'] }, { type: ['string', 'integer'] }],
  [
    'the order in `anyOf`',
    { anyOf: [{ type: 'string', maxLength: 9 }, { type: 'string' }] },
    { anyOf: [{ type: 'string' }, { type: 'string', maxLength: 9 }] },
  ],
  [
    '`anyOf` or `oneOf`',
    { oneOf: [{ type: 'string' }, { type: 'null' }] },
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
  ],
  ['types in a list or in `anyOf`', { type: ['string', 'null'] }, { anyOf: [{ type: 'string' }, { type: 'null' }] }],
  ['`additionalProperties: true` or none', { type: 'object' }, { type: 'object', additionalProperties: true }],
  [
    'a bound of a type that it cannot have',
    { type: 'string' },
    { type: 'string', minimum: 1, items: { type: 'string' }, required: ['id'] },
  ],
])('It is no change: %s.', (_title, one, other) => {
  for (const place of [`${sent} label`, `${got} url`])
    expect([...changesOf(place, one, other), ...changesOf(place, other, one)]).toEqual([])
})

test('A schema of the same name and another type is another schema.', () => {
  const label: Edit = [`${sent} label`, { $ref: '#/components/schemas/Label' }]
  const [before, after] = ['string', 'integer'].map((type) => edited([[`${schemas} Label`, { type }], label]))
  if (!before || !after) throw new Error('There are two documents.')
  expect(linesOf(compareDocuments(before, after))).toEqual([
    '! createPublicChannel | `label` is no longer string | body',
    'createPublicChannel | `label` may be integer | body',
  ])
})

const extensible: [string, place: string, line: string][] = [
  ['an operation', 'paths /users/{username} get', 'getUser |'],
  ['a parameter', 'components parameters Username', 'getUser |'],
  ['a schema', `${schemas} User`, 'getUser |'],
  ['a schema of a union', `${schemas} Channel properties last_message oneOf 1`, 'getChannel |'],
]

test.each(extensible)(
  'An extension of %s that describes is compatible, whether it is new, changed or gone.',
  (_title, place) => {
    for (const extension of ['x-provenance', 'x-observed-in', 'x-error-reasons']) {
      const [one, other] = ['one', 'other'].map((value) => edited([[`${place} ${extension}`, value]], part))
      const none = edited([[`${place} ${extension}`]], part)
      if (!one || !other) throw new Error('There are two documents.')
      const lines = [compareDocuments(none, one), compareDocuments(one, other), compareDocuments(other, none)].map(
        linesOf,
      )
      for (const found of lines)
        expect(new Set(found.map((line) => line.split(' | ')[1]))).toEqual(new Set(['words, examples or tags']))
    }
  },
)

test.each(extensible)(
  'Any other extension of %s is compatible if it is new, and breaks callers if it changes or is gone.',
  (_title, place, operation) => {
    const [one, other] = [1, 2].map((value) => edited([[`${place} x-cost`, value]], part))
    if (!one || !other) throw new Error('There are two documents.')
    const lines = [compareDocuments(part, one), compareDocuments(one, other), compareDocuments(other, part)].map(
      linesOf,
    )
    const starts = [
      `${operation} \`x-cost\` is new`,
      `! ${operation} \`x-cost\` has changed`,
      `! ${operation} \`x-cost\` has changed`,
    ]
    starts.forEach((start, index) => {
      expect(lines[index]?.filter((line) => line.startsWith(start))).toHaveLength(1)
      expect(lines[index]?.filter((line) => !line.includes('`x-cost`'))).toEqual([])
    })
  },
)

test('A schema that holds itself is compared once.', () => {
  const parent = { oneOf: [{ $ref: '#/components/schemas/User' }, { type: 'null' }] }
  const nested = edited([[`${schemas} User properties parent`, parent]])
  const lines = linesOf(compareDocuments(nested, edited([[`${schemas} User properties avatar`]], nested)))
  expect(lines.filter((line) => line.includes('getUser'))).toEqual(['! getUser | `avatar` was removed | response 200'])
})

test.each<[string, Edit]>([
  ['`allOf`', [`${schemas} User allOf`, []]],
  ['`allOf`', [`${schemas} Channel properties last_message oneOf 1 allOf`, []]],
  ['`encoding`', ['paths /files post requestBody content multipart/form-data encoding', {}]],
  ['`callbacks`', ['paths /files post callbacks', {}]],
  ['`webhooks`', ['webhooks', {}]],
  ['`type` beside `oneOf`', [`${schemas} Channel properties last_message type`, 'object']],
  ['`type` beside `anyOf`', [`${sent} label`, { type: 'string', anyOf: [{ minLength: 1 }] }]],
  ['`anyOf` beside `oneOf`', [`${schemas} Channel properties last_message anyOf`, []]],
])('An unknown keyword is an error: %s.', (name, edit) => {
  const unknown = edited([edit], part)
  expect(() => compareDocuments(unknown, unknown)).toThrow(`${name} is not supported`)
})

test('An unknown keyword is an error in a new schema of `anyOf` either.', () => {
  const after = { anyOf: [{ type: 'string' }, { type: 'object', allOf: [] }] }
  expect(() => changesOf(`${sent} label`, { type: 'string' }, after)).toThrow('`allOf` is not supported')
})

test.each([
  ['0.1.0', '0.2.0'],
  ['0.9.4', '0.10.0'],
  ['0.0.3', '0.1.0'],
  ['1.0.0', '2.0.0'],
  ['1.4.2', '2.0.0'],
])('After %s, a breaking change needs %s.', (released, needed) => {
  expect(nextBreaking(released)).toBe(needed)
})

test.each([
  ['### Changed\n\n- Breaking: `listUsers` has no field `a`.', true],
  ['### Removed\n\n- The field `a` of `listUsers`.', true],
  ['### Fixed\n\n- A.\n- Breaking: in `getUser` and `listUsers`, a.', true],
  ['### Changed\n\n- Breaking: listUsers has no field `a`.', false],
  ['### Changed\n\n- Breaking: `getUser` has no field `a`.', false],
  ['### Changed\n\n- `listUsers` has no field `a`.\n- Breaking: b.', false],
  ['', false],
  ['## [0.2.0]\n\n- Breaking: `listUsers`.', false],
])('Whether the unreleased changes %j announce what breaks `listUsers`: %s.', (entries, announced) => {
  const change = { operation: 'listUsers', what: 'it was removed', places: [], breaking: true }
  const changelog = `# Changelog\n\n## [Unreleased]\n\n${entries}\n\n## [0.1.0]\n\n- Breaking: \`listUsers\`.\n`
  expect(unannounced(changelog, [change, { ...change, breaking: false }])).toEqual(announced ? [] : [change])
})

test('The document breaks nothing that was released, unless the changelog announces it.', async () => {
  const [released, changelog] = await Promise.all([
    readDocument(releasedFile),
    readFile(join(root, 'CHANGELOG.md'), 'utf8'),
  ])
  expect(unannounced(changelog, compareDocuments(released, document))).toEqual([])
})

test('The command fails on what breaks, says what to do, and is content once the changelog announces it.', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'sceyt-spec-diff-'))
  onTestFinished(() => rm(copy, { recursive: true }))
  await Promise.all(
    ['scripts', 'package.json', 'tsconfig.json'].map((part) =>
      cp(join(root, part), join(copy, part), { recursive: true }),
    ),
  )
  await Promise.all(['generated', 'openapi/released'].map((folder) => mkdir(join(copy, folder), { recursive: true })))
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  await writeFile(join(copy, 'openapi/released/openapi.json'), JSON.stringify(edited([['info version', '0.1.0']])))
  const broken = edited([
    ['paths /users get x-sdk-name', 'users.all'],
    [`${schemas} User properties email`, { type: 'string' }],
  ])
  await writeFile(join(copy, 'generated/openapi.json'), JSON.stringify(broken))
  await writeFile(join(copy, 'CHANGELOG.md'), '## [Unreleased]\n')

  const refused = await run(copy)
  expect(refused.code).toBe(1)
  expect(refused.output).toMatch(/^listUsers +`x-sdk-name` is users\.all, and was users\.list +breaking$/m)
  expect(refused.output).toMatch(/^getUser +`email` is new \(response 200\) +not breaking$/m)
  expect(refused.errors).toBe(`
CHANGELOG.md does not announce 1 breaking change since 0.1.0:
- listUsers: \`x-sdk-name\` is users.all, and was users.list
Revert it, or release it as 0.2.0 (below 1.0, a minor version may break callers): add an entry under \`## [Unreleased]\` that begins with "Breaking" and names the operation, such as "Breaking: \`listUsers\`", and describe there what callers must change.
`)

  await writeFile(join(copy, 'CHANGELOG.md'), '## [Unreleased]\n\n- Breaking: `listUsers` is `users.all`.\n')
  expect(await run(copy)).toEqual({ code: 0, output: refused.output, errors: '' })
})

test('After 1.4.2, the refusal asks for 2.0.0.', () => {
  const changes = compareDocuments(document, edited([['paths /users get x-sdk-name', 'users.all']]))
  expect(printRefusal(changes, '1.4.2')).toContain('release it as 2.0.0 (only a major version may break callers)')
})

/** Runs `npm run spec:diff` in a folder, without npm. */
function run(cwd: string): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/spec-diff.ts'], { cwd }, (error, output, errors) => {
      const code = error ? error.code : 0
      if (typeof code === 'number') resolve({ code, output, errors })
      else reject(error)
    })
  })
}
