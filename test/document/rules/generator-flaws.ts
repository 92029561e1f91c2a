import type { Flaw, Sources } from './sources.js'

const users = 'paths/users.yaml'
const user = 'paths/users_{username}.yaml'
const upload = 'paths/files.yaml'
const limit = 'components/parameters/Limit.yaml'
const schemas = 'components/schemas/'
const named = (what: string) => `The ${what} must have a \`$ref\` to a named schema, not an inline one.`
const update = (sources: Sources) => sources[user].put.requestBody
const updateSchema = (sources: Sources) => sources[`${schemas}UserUpdate.yaml`]

const uploaded = { plain: { value: {} }, unicode: { value: {} } }

/** Renames the schema of a tag. */
function renameTag(sources: Sources, name: string): void {
  Object.assign(sources, {
    [`${schemas}${name}.yaml`]: sources[`${schemas}Tag.yaml`],
    [`${schemas}Tag.yaml`]: undefined,
  })
  sources[`${schemas}TagList.yaml`].items.$ref = `${name}.yaml`
}

/** Renames the parameter of the path of a room. */
function renameRoomId(sources: Sources, name: string): void {
  const list = sources['paths/rooms_{roomId}_users.yaml'].get
  Object.assign(list, { parameters: [{ ...sources['components/parameters/RoomId.yaml'], name }] })
}

const nameFlaws: Flaw[] = [
  ...[
    ['is not in camel case', 'create-user', 'must be in camel case, such as `createUser`'],
    ['is a reserved word', 'delete', 'is a reserved word'],
    ['is an argument of methods', 'options', 'is an argument of generated methods'],
    ['is exported already', 'serverUrl', 'is a name in generated/operations.ts'],
    ['would be that of a shape', 'shapeOfUser', 'is a name in generated/operations.ts'],
  ].map(
    ([flaw, id, problem]): Flaw => ({
      rule: 'identifiers',
      flaw: `an operationId ${flaw}`,
      mutate: (sources) => Object.assign(sources[users].get, { operationId: id }),
      messages: [`The operationId \`${id}\` ${problem}.`],
    }),
  ),
  ...[
    ['is a reserved word', 'class', 'has the name of a reserved word'],
    ['is an argument of methods', 'body', 'has the name of an argument of generated methods'],
    ['is the name of an operation', 'listUsers', 'has the name of an operation'],
  ].map(
    ([flaw, name, problem]): Flaw => ({
      rule: 'identifiers',
      flaw: `a parameter of a path ${flaw}`,
      mutate: (sources) => renameRoomId(sources, String(name)),
      messages: [`The parameter \`${name}\` of a path ${problem}.`],
    }),
  ),
  {
    rule: 'identifiers',
    flaw: 'a parameter of a query is not an identifier',
    mutate: (sources) => {
      const { [limit]: parameter } = sources
      Object.assign(sources[users].get, { parameters: [{ ...parameter, name: 'page-size' }] })
    },
    messages: ['The name of the parameter `page-size` must be a valid identifier.'],
  },
  ...[
    ['Core', 'has the name of a type of the client'],
    ['ApiPromise', 'has the name of a type of the client'],
    ['Resources', 'has the name of a type of the client'],
    ['RequestOptions', 'has the name of a type of the client'],
    ['Blob', 'has the name of a type of the client'],
    ['RoomsUsersResource', 'has the name of the class of `rooms.users`'],
    ['ListUsersQuery', 'has the name of the type of the query of `listUsers`'],
    ['Class', 'would be a variable `class` in samples'],
  ].map(
    ([name, problem]): Flaw => ({
      rule: 'identifiers',
      flaw: `a schema is called ${name}`,
      mutate: (sources) => renameTag(sources, String(name)),
      messages: [`The schema \`${name}\` ${problem}.`],
    }),
  ),
  {
    rule: 'identifiers',
    flaw: 'two schemas differ only in case',
    mutate: (sources) => renameTag(sources, 'ROOM'),
    messages: ['The schemas `Room` and `ROOM` differ only in case.'],
  },
]

const resourceFlaws: Flaw[] = [
  ...[
    [
      'is a member of every object',
      'users.constructor',
      '`constructor` in `users.constructor` is a member of every object.',
    ],
    ['would be called by `await`', 'users.then', '`then` in `users.then` would be called by `await`.'],
    [
      'is a method too',
      'users.create.many',
      '`users.create` is both a method and the resource of `users.create.many`.',
    ],
    ['has no method', 'guests.tags.list', 'The resource `guests` must have a method of its own.'],
    ['is a member of the client', 'raw.list', '`raw` in `raw.list` is a member of the client.'],
    ['is the file of all resources', 'index.list', '`index` in `index.list` is the file of all resources.'],
    [
      'has the class of another one',
      'usersTags.list',
      '`users.tags` and `usersTags` would both be the class `UsersTagsResource`.',
    ],
  ].map(
    ([flaw, name, message]): Flaw => ({
      rule: 'sdk-resources',
      flaw: `a part of an SDK name ${flaw}`,
      mutate: (sources) => Object.assign(sources[users].get, { 'x-sdk-name': name }),
      messages: [String(message)],
    }),
  ),
  {
    rule: 'sdk-resources',
    flaw: 'a composition is a resource too',
    mutate: (sources) => Object.assign(sources[users].post['x-sdk-compose'], { name: 'users.tags' }),
    messages: ['`users.tags` is both a method and the resource of `users.tags.listAll`.'],
  },
]

const unsupported: [flaw: string, mutate: (sources: Sources) => void, ...messages: string[]][] = [
  ...['patch', 'trace', 'summary'].map((key): [string, (sources: Sources) => void, string] => [
    `a path has ${key}`,
    (sources) => {
      const { delete: operation } = sources[user]
      Object.assign(sources[user], key === 'summary' ? { summary: 'A user' } : { [key]: operation, delete: undefined })
    },
    `\`${key}\` is not supported by the generator in a path, only get, put, post, delete and parameters.`,
  ]),
  [
    'a parameter is in a header',
    (sources) => Object.assign(sources[users].get, { parameters: [{ ...sources[limit], in: 'header' }] }),
    'The parameter `limit` must be in the path or the query, not in the header.',
  ],
  [
    'a parameter is a number',
    (sources) => Object.assign(sources[limit].schema, { type: 'number' }),
    'The parameter `limit` in the query must be of type string, integer or array, not number.',
  ],
  [
    'a parameter of a path is a list',
    (sources) =>
      Object.assign(sources['components/parameters/RoomId.yaml'].schema, { type: 'array', items: { type: 'string' } }),
    'The parameter `roomId` in the path must be of type string or integer, not array.',
  ],
  [
    'a parameter is a list of lists',
    (sources) => Object.assign(sources[limit].schema, { type: 'array', items: { type: 'array' } }),
    'The items of the parameter `limit` must be of type string or integer.',
  ],
  [
    'an address is of a query',
    (sources) => Object.assign(sources[limit], { 'x-sdk-address': { schema: 'Room', property: 'id' } }),
    'x-sdk-address is for a parameter in the path.',
  ],
  [
    'a body is optional',
    (sources) => Object.assign(update(sources), { required: false }),
    'The body must be required: the client always sends it.',
  ],
  [
    'a body has no description',
    (sources) => Object.assign(update(sources), { description: undefined }),
    'The body must have a description, which the client shows.',
  ],
  [
    'a body has two media types',
    (sources) => Object.assign(update(sources).content, { 'text/plain': update(sources).content['application/json'] }),
    'The body must have one media type.',
  ],
  [
    'a body is inline',
    (sources) =>
      Object.assign(update(sources).content['application/json'], {
        schema: { type: 'object', properties: { contact: { description: 'How.', type: 'string', examples: ['a'] } } },
      }),
    named('body'),
  ],
  [
    'a body is a reference',
    (sources) => {
      Object.assign(sources, { 'components/bodies/Upload.yaml': sources[upload].post.requestBody })
      Object.assign(sources[upload].post, { requestBody: { $ref: '../components/bodies/Upload.yaml' } })
    },
    'The body must be inline, not a reference.',
  ],
  [
    'a property of a body is a number',
    (sources) => Object.assign(updateSchema(sources).properties.contact, { type: 'number' }),
    '`contact` in the body must be of type string, integer, boolean, array, object, not number.',
  ],
  [
    'a property of a body has alternatives',
    (sources) =>
      Object.assign(updateSchema(sources).properties.contact, { type: undefined, oneOf: [{ type: 'string' }] }),
    '`contact` in the body must be of type string, integer, boolean, array, object, not undefined.',
  ],
  [
    'a property of a body is not an identifier',
    (sources) => {
      const { properties } = updateSchema(sources)
      Object.assign(properties, { 'first-name': { ...properties.contact, writeOnly: true } })
      Object.assign(update(sources).content['application/json'].examples.plain.value, { 'first-name': 'Zoe' })
    },
    'The name `first-name` in the body must be a valid identifier.',
  ],
  [
    'a body contains itself',
    (sources) => {
      Object.assign(updateSchema(sources).properties, { friend: { $ref: 'UserUpdate.yaml', writeOnly: true } })
      Object.assign(update(sources).content['application/json'].examples.plain.value, {
        friend: { contact: 'omar@example.com' },
      })
    },
    '`friend` in the body must not contain itself.',
  ],
  [
    'a form has two fields',
    (sources) => {
      const { properties } = sources[`${schemas}FileUpload.yaml`]
      Object.assign(properties, { second: properties.file })
      Object.assign(sources[upload].post.requestBody.content['multipart/form-data'].examples.plain.value, {
        second: 'Hello',
      })
    },
    'A form must have one field, of the format binary.',
  ],
  [
    'the field of a form is a text',
    (sources) => Object.assign(sources[`${schemas}FileUpload.yaml`].properties.file, { format: undefined }),
    'A form must have one field, of the format binary.',
  ],
  ...['default', '4XX'].map((status): [string, (sources: Sources) => void, string] => [
    `a response is for ${status}`,
    (sources) => Object.assign(sources[users].get.responses, { [status]: { description: 'Failed' } }),
    `The response \`${status}\` must have a status of three digits.`,
  ]),
  [
    'a success has another status',
    (sources) => Object.assign(sources[user].delete.responses, { '204': undefined, '202': { description: 'Soon' } }),
    'An operation must have one success, 200 or 204, but this one has 202.',
  ],
  [
    'there are two successes',
    (sources) => Object.assign(sources[user].delete.responses, { '200': { description: 'Gone' } }),
    'An operation must have one success, 200 or 204, but this one has 200 and 204.',
  ],
  [
    'there is no success',
    (sources) => Object.assign(sources[user].delete.responses, { '204': undefined }),
    'An operation must have one success, 200 or 204, but this one has none.',
  ],
  [
    'a response is inline',
    (sources) =>
      Object.assign(sources[upload].post.responses['200'], {
        content: { 'application/json': { schema: { type: 'object', properties: {} }, examples: uploaded } },
      }),
    named('200 response'),
  ],
  [
    'a response is a text',
    (sources) =>
      Object.assign(sources[upload].post.responses['200'], {
        content: { 'application/json': { schema: { $ref: '../components/parts/Phone.yaml' }, examples: uploaded } },
      }),
    'The 200 response must be an object or an array, not string.',
  ],
  [
    'the items of a list are inline',
    (sources) => Object.assign(sources[`${schemas}TagList.yaml`], { items: { type: 'string' } }),
    'The items of a list must have a `$ref` to a named schema, not an inline one.',
  ],
  [
    'the items of a list have no required field',
    (sources) => Object.assign(sources[`${schemas}Tag.yaml`], { required: undefined }),
    'The items of a list must have a required field, which samples print.',
  ],
]

const errorBody = (sources: Sources) => sources[`${schemas}ErrorBody.yaml`]
const documentFlaws: [flaw: string, mutate: (sources: Sources) => void, ...messages: string[]][] = [
  [
    'an address is of a schema that does not exist',
    (sources) =>
      Object.assign(sources['components/parameters/RoomId.yaml'], {
        'x-sdk-address': { schema: 'Room', property: 'url' },
      }),
    'x-sdk-address needs a schema `Room` with a property `url`.',
  ],
  [
    'no parameter is a filter',
    (sources) =>
      Object.assign(sources['components/parameters/RoomFilter.yaml'].schema.items, { 'x-filter': undefined }),
    'The document must have one filter grammar, but has 0.',
  ],
  [
    'ids do not say how they carry a time',
    (sources) => Object.assign(sources['openapi.yaml'], { 'x-snowflake': undefined }),
    'x-snowflake must have `epoch` and `shift`, both integers.',
  ],
  [
    'the numbers of channel types have no names',
    (sources) => Object.assign(sources[`${schemas}Channel.yaml`].properties.type, { 'x-enum-varnames': undefined }),
    'The schema Channel must have a `type` with x-enum-varnames.',
  ],
  [
    'errors have no reasons',
    (sources) => Object.assign(errorBody(sources), { 'x-error-reasons': undefined }),
    'The schema ErrorBody must have x-error-reasons.',
  ],
  [
    'a code has two reasons',
    (sources) => Object.assign(errorBody(sources)['x-error-reasons'].invalid.codes, { '42900': 'Twice.' }),
    'x-error-reasons lists the code 42900 twice, as `rate-limit` and as `invalid`.',
  ],
  [
    'an example has a code without a reason',
    (sources) =>
      Object.assign(
        sources['components/responses/TooManyRequests.yaml'].content['application/json'].examples.slowDown.value,
        { code: 42901 },
      ),
    'The example `slowDown` of status 429 has the code 42901, which x-error-reasons does not list.',
  ],
]

/** Flaws that the generator could not make code of, or only code that does not compile. */
export const generatorFlaws: Flaw[] = [
  ...nameFlaws,
  ...resourceFlaws,
  ...unsupported.map(([flaw, mutate, ...messages]): Flaw => ({ rule: 'supported', flaw, mutate, messages })),
  ...documentFlaws.map(([flaw, mutate, ...messages]): Flaw => ({ rule: 'document-facts', flaw, mutate, messages })),
]
