import type { Flaw, Sources } from './sources.js'

const provenance = 'x-provenance must be one of documented, observed, decided, inferred.'
const dotted = 'x-sdk-name must be a dotted name such as `users.create`.'
const users = 'paths/users.yaml'
const user = 'components/schemas/User.yaml'
const body = (sources: Sources) => sources[users].post.requestBody.content['application/json']
const rooms = 'paths/rooms.yaml'
const upload = 'paths/files.yaml'
const upsert = (sources: Sources) => sources[users].post['x-sdk-compose']
const find = (sources: Sources) => sources[rooms].post['x-sdk-compose'].otherwise
const example = (sources: Sources) => sources['components/examples/UserUnicode.yaml'].value

const extensionFlaws = (
  [
    ['an operation', 'x-error', ': did you mean `x-errors`?', (sources) => sources[users].get],
    ['the document', 'x-snowflakes', ': did you mean `x-snowflake`?', (sources) => sources['openapi.yaml']],
    [
      'a parameter',
      'x-sdk-adress',
      ': did you mean `x-sdk-address`?',
      (sources) => sources['components/parameters/Limit.yaml'],
    ],
    ['a schema', 'x-enum-names', ': did you mean `x-enum-varnames`?', (sources) => sources[user]],
    ['a response', 'x-statis', ': did you mean `x-status`?', (sources) => sources[users].post.responses['200']],
    ['a media type', 'x-example-page', ': did you mean `x-example-pages`?', (sources) => body(sources)],
    ['a body', 'x-note', ', which has none.', (sources) => sources[users].post.requestBody],
    [
      'an example',
      'x-code',
      ', which may have x-applies-to, x-values, x-provenance, x-provenance-note, x-observed-in.',
      (sources) => sources['components/examples/UserUnicode.yaml'],
    ],
  ] satisfies [what: string, key: string, advice: string, node: (sources: Sources) => object][]
).map(
  ([what, key, advice, node]): Flaw => ({
    rule: 'known-extensions',
    flaw: `${what} has \`${key}\``,
    mutate: (sources) => Object.assign(node(sources), { [key]: 'a' }),
    messages: [`\`${key}\` is not an extension of ${what}${advice}`],
  }),
)

export const flaws: Flaw[] = [
  {
    rule: 'provenance',
    flaw: 'an operation has none',
    mutate: (sources) => Object.assign(sources[users].get, { 'x-provenance': undefined }),
    messages: [provenance],
  },
  {
    rule: 'provenance',
    flaw: 'an operation has an unknown one',
    mutate: (sources) => Object.assign(sources[users].get, { 'x-provenance': 'guessed' }),
    messages: [provenance],
  },
  {
    rule: 'provenance',
    flaw: 'a schema file has none',
    mutate: (sources) => Object.assign(sources[user], { 'x-provenance': undefined }),
    messages: [provenance],
  },
  {
    rule: 'provenance',
    flaw: 'a schema among the components of a bundle has none',
    mutate: (sources) =>
      Object.assign(sources['openapi.yaml'], {
        components: { schemas: { Tag: { description: 'A tag.', type: 'string' } } },
      }),
    messages: [provenance],
  },
  {
    rule: 'provenance',
    flaw: 'an observed operation does not say where it was seen',
    mutate: (sources) =>
      Object.assign(sources[users].get, {
        'x-provenance': 'observed',
        'x-observed-in': ' ',
        'x-uncertain': 'All of it.',
      }),
    messages: ['x-observed-in must name the source of an observed fact.'],
  },
  {
    rule: 'provenance',
    flaw: 'an inferred operation does not say what is uncertain',
    mutate: (sources) => Object.assign(sources[users].post, { 'x-provenance': 'inferred', 'x-uncertain': ' ' }),
    messages: ['x-uncertain must say what is not certain in an operation that is inferred.'],
  },
  {
    rule: 'provenance',
    flaw: 'a decided operation says what is uncertain',
    mutate: (sources) => Object.assign(sources[users].get, { 'x-uncertain': 'All of it.' }),
    messages: ['x-uncertain is for operations that are observed or inferred.'],
  },
  {
    rule: 'provenance',
    flaw: 'a documented schema says where it was observed',
    mutate: (sources) => Object.assign(sources[user], { 'x-observed-in': 'the SDK' }),
    messages: ['x-observed-in is for facts whose x-provenance is observed.'],
  },
  {
    rule: 'provenance',
    flaw: 'a parameter of a query has none',
    mutate: (sources) => Object.assign(sources['components/parameters/Limit.yaml'], { 'x-provenance': undefined }),
    messages: [provenance],
  },
  {
    rule: 'provenance',
    flaw: 'a decided operation does not say what was decided',
    mutate: (sources) => Object.assign(sources[users].get, { 'x-provenance-note': ' ' }),
    messages: ['x-provenance-note must explain a decided fact.'],
  },
  {
    rule: 'provenance',
    flaw: 'a decided parameter does not say what was decided',
    mutate: (sources) => Object.assign(sources['components/parameters/Limit.yaml'], { 'x-provenance-note': undefined }),
    messages: ['x-provenance-note must explain a decided fact.'],
  },
  {
    rule: 'description-words',
    flaw: 'an operation says how the documentation was read',
    mutate: (sources) => Object.assign(sources[users].post, { description: 'The verb is decided here.' }),
    messages: ['The description says "decided": how the documentation was read belongs in x-provenance-note.'],
  },
  {
    rule: 'description-words',
    flaw: 'a parameter says where it was seen',
    mutate: (sources) =>
      Object.assign(sources['components/parameters/Limit.yaml'], { description: "As Sceyt's clients send it." }),
    messages: ['The description says "Sceyt\'s": how the documentation was read belongs in x-provenance-note.'],
  },
  {
    rule: 'description-words',
    flaw: 'a property says that it is inferred',
    mutate: (sources) => Object.assign(sources[user].properties.username, { description: 'The name (inferred).' }),
    messages: ['The description says "inferred": how the documentation was read belongs in x-provenance-note.'],
  },
  {
    rule: 'pattern-words',
    flaw: 'a pattern has no words',
    mutate: (sources) => Object.assign(sources[user].properties.username, { pattern: '^[a-z]+$' }),
    messages: ['x-pattern-words must describe the pattern in words.'],
  },
  {
    rule: 'pattern-words',
    flaw: 'words have no pattern',
    mutate: (sources) => Object.assign(sources[user].properties.username, { 'x-pattern-words': 'letters' }),
    messages: ['x-pattern-words is for a schema with a pattern.'],
  },
  {
    rule: 'sdk-name',
    flaw: 'an operation has none',
    mutate: (sources) => Object.assign(sources[users].post, { 'x-sdk-name': undefined }),
    messages: [dotted],
  },
  {
    rule: 'sdk-name',
    flaw: 'a name has no resource',
    mutate: (sources) => Object.assign(sources[users].post, { 'x-sdk-name': 'createUser' }),
    messages: [dotted],
  },
  {
    rule: 'sdk-name',
    flaw: 'a name is not in camel case',
    mutate: (sources) => Object.assign(sources[users].post, { 'x-sdk-name': 'users.create_one' }),
    messages: [dotted],
  },
  {
    rule: 'sdk-name',
    flaw: 'two operations share a name',
    mutate: (sources) => Object.assign(sources['paths/users_{username}.yaml'].delete, { 'x-sdk-name': 'users.create' }),
    messages: ['x-sdk-name `users.create` is taken by createUser.'],
  },
  ...['name', 'summary', 'description', 'otherwise'].map(
    (key): Flaw => ({
      rule: 'sdk-compose',
      flaw: `a composition has no ${key}`,
      mutate: (sources) => Object.assign(upsert(sources), { [key]: undefined }),
      messages: [`x-sdk-compose must have \`${key}\`.`],
    }),
  ),
  ...['find', 'id', 'match', 'by'].map(
    (key): Flaw => ({
      rule: 'sdk-compose',
      flaw: `a step that finds has no ${key}`,
      mutate: (sources) => Object.assign(find(sources), { [key]: undefined }),
      messages: [`x-sdk-compose.otherwise must have \`${key}\`.`],
    }),
  ),
  {
    rule: 'sdk-compose',
    flaw: 'a composition has a key that is unknown',
    mutate: (sources) => Object.assign(upsert(sources), { arguments: 'members' }),
    messages: ['x-sdk-compose must not have `arguments`, which is not a key of a composition.'],
  },
  {
    rule: 'sdk-compose',
    flaw: 'a step both updates and finds',
    mutate: (sources) => Object.assign(find(sources), { update: 'updateUser' }),
    messages: ['x-sdk-compose.otherwise must not have `find`, which is not a key of a composition.'],
  },
  {
    rule: 'sdk-compose',
    flaw: 'a composition has a name without a resource',
    mutate: (sources) => Object.assign(upsert(sources), { name: 'upsert' }),
    messages: ['x-sdk-compose.name must be a dotted name such as `users.upsert`.'],
  },
  {
    rule: 'sdk-compose',
    flaw: 'a composition has the name of an operation',
    mutate: (sources) => Object.assign(upsert(sources), { name: 'rooms.users.list' }),
    messages: ['x-sdk-compose.name `rooms.users.list` is taken by listRoomUsers.'],
  },
  {
    rule: 'sdk-compose',
    flaw: 'two compositions have one name',
    mutate: (sources) => Object.assign(sources[rooms].post['x-sdk-compose'], { name: 'users.upsert' }),
    messages: ['x-sdk-compose.name `users.upsert` is taken by the composition of createRoom.'],
  },
  ...['find', 'match'].map(
    (key): Flaw => ({
      rule: 'sdk-compose',
      flaw: `the operation of ${key} does not exist`,
      mutate: (sources) => Object.assign(find(sources), { [key]: 'listNothing' }),
      messages: ['x-sdk-compose calls `listNothing`, which is not an operation.'],
    }),
  ),
  {
    rule: 'sdk-compose',
    flaw: 'the operation that updates does not exist',
    mutate: (sources) => Object.assign(upsert(sources).otherwise, { update: 'changeUser' }),
    messages: ['x-sdk-compose calls `changeUser`, which is not an operation.'],
  },
  {
    rule: 'sdk-compose',
    flaw: 'the body does not require what the path of the update needs',
    mutate: (sources) => Object.assign(sources[user], { required: ['contact'] }),
    messages: ['x-sdk-compose needs `username`, which the body does not require.'],
  },
  {
    rule: 'sdk-compose',
    flaw: 'what updates has no body, and no such result',
    mutate: (sources) => Object.assign(upsert(sources).otherwise, { update: 'deleteUser' }),
    messages: [
      'x-sdk-compose updates by `deleteUser`, which has no body.',
      'x-sdk-compose updates by `deleteUser`, which has another result.',
    ],
  },
  {
    rule: 'sdk-compose',
    flaw: 'an update has an argument in place of the body',
    mutate: (sources) => Object.assign(upsert(sources), { argument: 'username' }),
    messages: ['x-sdk-compose must not have `argument`: an update needs the whole body.'],
  },
  {
    rule: 'sdk-compose',
    flaw: 'the argument is not a required field',
    mutate: (sources) => Object.assign(sources['components/schemas/RoomCreate.yaml'], { required: undefined }),
    messages: ['x-sdk-compose must have as `argument` a field that the body requires.'],
  },
  {
    rule: 'sdk-compose',
    flaw: 'neither the argument nor the members have the field that names a member',
    mutate: (sources) => Object.assign(find(sources), { by: 'email' }),
    messages: [
      'x-sdk-compose matches by `email`, which is not a field of the argument.',
      'x-sdk-compose matches by `email`, which `listRoomUsers` does not list.',
    ],
  },
  {
    rule: 'sdk-compose',
    flaw: 'the query has a parameter that the list does not accept',
    mutate: (sources) => Object.assign(find(sources), { query: { page: 1 } }),
    messages: ['x-sdk-compose has `page` in its query, which `listRooms` does not accept.'],
  },
  {
    rule: 'sdk-compose',
    flaw: 'what is found is something else',
    mutate: (sources) => Object.assign(find(sources), { find: 'listUsers', id: 'username', count: 'contact' }),
    messages: ['x-sdk-compose finds by `listUsers`, which does not list what is created.'],
  },
  ...['id', 'count'].map(
    (key): Flaw => ({
      rule: 'sdk-compose',
      flaw: `the field of ${key} is not listed`,
      mutate: (sources) => Object.assign(find(sources), { [key]: 'number' }),
      messages: ['x-sdk-compose reads `number`, which `listRooms` does not list.'],
    }),
  ),
  {
    rule: 'sdk-compose',
    flaw: 'the list of members has no parameter in its path',
    mutate: (sources) => Object.assign(find(sources), { match: 'listUsers' }),
    messages: ['x-sdk-compose matches by `listUsers`, whose path must have one parameter.'],
  },
  {
    rule: 'idempotent',
    flaw: 'an operation does not say',
    mutate: (sources) => Object.assign(sources[users].post, { 'x-idempotent': undefined }),
    messages: ['x-idempotent must be true or false.'],
  },
  {
    rule: 'idempotent',
    flaw: 'it is a string',
    mutate: (sources) => Object.assign(sources[users].get, { 'x-idempotent': 'true' }),
    messages: ['x-idempotent must be true or false.'],
  },
  {
    rule: 'idempotent',
    flaw: 'a GET is not',
    mutate: (sources) => Object.assign(sources[users].get, { 'x-idempotent': false }),
    messages: ['A GET must be idempotent.'],
  },
  {
    rule: 'pagination',
    flaw: 'a list does not say how it pages',
    mutate: (sources) => Object.assign(sources[users].get, { 'x-pagination': undefined }),
    messages: ['A list must have x-pagination.'],
  },
  {
    rule: 'pagination',
    flaw: 'a list with a longer name does not say how it pages',
    mutate: (sources) => Object.assign(sources['paths/users_{username}_tags.yaml'].get, { 'x-pagination': undefined }),
    messages: ['A list must have x-pagination.'],
  },
  {
    rule: 'pagination',
    flaw: 'a list does not say how long its pages are',
    mutate: (sources) => Object.assign(sources[users].get['x-pagination'], { defaultLimit: undefined }),
    messages: ['x-pagination.defaultLimit must be the number of items on a page without a limit.'],
  },
  ...extensionFlaws,
  {
    rule: 'stored-fields',
    flaw: 'a response does not show a field of the body',
    mutate: (sources) =>
      Object.assign(sources['components/schemas/RoomCreate.yaml'].properties.members, { writeOnly: undefined }),
    messages: [
      'The body has `members`, which the response does not show: add `members` to it, name the field that shows it in x-response-name, or mark it as writeOnly.',
    ],
  },
  {
    rule: 'stored-fields',
    flaw: 'an item of a list in the response does not show a field of the items in the body',
    mutate: (sources) => {
      const color = { description: 'Its color.', type: 'string', examples: ['red'] }
      const list = (properties: object) => ({
        description: 'Its tags.',
        type: 'array',
        items: { type: 'object', properties },
      })
      const { name } = sources['components/schemas/Tag.yaml'].properties
      Object.assign(sources['components/schemas/RoomCreate.yaml'].properties, { tags: list({ name, color }) })
      Object.assign(sources['components/schemas/Room.yaml'].properties, { tags: list({ name }) })
      const { plain } = sources[rooms].post.requestBody.content['application/json'].examples
      Object.assign(plain.value, { tags: [{ name: 'early', color: 'red' }] })
    },
    messages: [
      'The body has `tags.color`, which the response does not show: add `tags.color` to it, name the field that shows it in x-response-name, or mark it as writeOnly.',
    ],
  },
  {
    rule: 'pagination',
    flaw: 'items lead nowhere',
    mutate: (sources) => Object.assign(sources[users].get['x-pagination'], { items: '/members' }),
    messages: ['x-pagination.items `/members` does not lead to an array of the 200 response.'],
  },
  {
    rule: 'pagination',
    flaw: 'items lead to something that is not an array',
    mutate: (sources) => Object.assign(sources[users].get['x-pagination'], { items: '/links' }),
    messages: ['x-pagination.items `/links` does not lead to an array of the 200 response.'],
  },
  {
    rule: 'pagination',
    flaw: 'next leads nowhere',
    mutate: (sources) => Object.assign(sources[users].get['x-pagination'], { next: '/links/following' }),
    messages: ['x-pagination.next `/links/following` does not lead into the 200 response.'],
  },
  {
    rule: 'pagination',
    flaw: 'there is no 200 response to lead into',
    mutate: (sources) => Object.assign(sources[users].get.responses, { '200': undefined }),
    messages: [
      'x-pagination.items `/users` does not lead to an array of the 200 response.',
      'x-pagination.next `/links/next` does not lead into the 200 response.',
    ],
  },
  ...Object.entries({
    '400': 'any request can be malformed',
    '401': 'every call carries a key',
    '403': 'every call carries a key',
    '422': 'the operation accepts input',
    '429': 'every call counts towards the rate limit',
    '500': 'every call can fail',
  }).map(
    ([status, reason]): Flaw => ({
      rule: 'responses',
      flaw: `an operation with a query has no ${status}`,
      mutate: (sources) => Object.assign(sources[users].get.responses, { [status]: undefined }),
      messages: [`Response ${status} is missing: ${reason}.`],
    }),
  ),
  {
    rule: 'responses',
    flaw: 'an operation with a parameter in its path has no 404',
    mutate: (sources) => Object.assign(sources['paths/users_{username}.yaml'].delete.responses, { '404': undefined }),
    messages: ['Response 404 is missing: the path has a parameter.'],
  },
  ...Object.entries({
    '413': 'the operation accepts a body',
    '415': 'the operation accepts a body',
    '422': 'the operation accepts input',
  }).map(
    ([status, reason]): Flaw => ({
      rule: 'responses',
      flaw: `an operation with a body has no ${status}`,
      mutate: (sources) => Object.assign(sources[users].post.responses, { [status]: undefined }),
      messages: [`Response ${status} is missing: ${reason}.`],
    }),
  ),
  {
    rule: 'retry-after',
    flaw: 'a shared 429 has no headers',
    mutate: (sources) => Object.assign(sources['components/responses/TooManyRequests.yaml'], { headers: undefined }),
    messages: ['Response 429 must have a Retry-After header.'],
  },
  {
    rule: 'retry-after',
    flaw: 'an inline 429 has another header only',
    mutate: (sources) =>
      Object.assign(sources[users].post.responses, {
        '429': { description: 'Slow down', headers: { 'X-Wait': { schema: { type: 'integer' } } } },
      }),
    messages: ['Response 429 must have a Retry-After header.'],
  },
  {
    rule: 'described',
    flaw: 'a parameter has no description',
    mutate: (sources) => Object.assign(sources['components/parameters/Limit.yaml'], { description: undefined }),
    messages: ['Parameter `limit` has no description.'],
  },
  {
    rule: 'described',
    flaw: 'a parameter has no type',
    mutate: (sources) => Object.assign(sources['components/parameters/Limit.yaml'].schema, { type: undefined }),
    messages: ['Parameter `limit` has no type.'],
  },
  {
    rule: 'described',
    flaw: 'a parameter has no example',
    mutate: (sources) => Object.assign(sources['components/parameters/Username.yaml'], { example: undefined }),
    messages: ['Parameter `username` has no example.'],
  },
  {
    rule: 'described',
    flaw: 'a schema has no description',
    mutate: (sources) => Object.assign(sources[user], { description: undefined }),
    messages: ['The schema has no description.'],
  },
  {
    rule: 'described',
    flaw: 'a property has no description',
    mutate: (sources) => Object.assign(sources[user].properties.username, { description: undefined }),
    messages: ['Property `username` has no description.'],
  },
  {
    rule: 'described',
    flaw: 'a property has no type',
    mutate: (sources) => Object.assign(sources[user].properties.username, { type: undefined }),
    messages: ['Property `username` has no type.'],
  },
  {
    rule: 'described',
    flaw: 'a property has no example',
    mutate: (sources) => Object.assign(sources[user].properties.username, { examples: [] }),
    messages: ['Property `username` has no example.'],
  },
  {
    rule: 'described',
    flaw: 'a property leads by way of two files to items without an example',
    mutate: (sources) => Object.assign(sources['components/parts/Phone.yaml'], { examples: undefined }),
    messages: ['Property `phones` has no example.'],
  },
  {
    rule: 'body-examples',
    flaw: 'a body has no plain example',
    mutate: (sources) => Object.assign(body(sources).examples, { plain: undefined }),
    messages: ['The body has no example named `plain`.'],
  },
  {
    rule: 'body-examples',
    flaw: 'a body has no unicode example',
    mutate: (sources) => Object.assign(body(sources).examples, { unicode: undefined }),
    messages: ['The body has no example named `unicode`.'],
  },
  {
    rule: 'body-examples',
    flaw: 'a body has no examples',
    mutate: (sources) => Object.assign(body(sources), { examples: undefined }),
    messages: ['The body has no example named `plain`.', 'The body has no example named `unicode`.'],
  },
  ...Object.entries({
    'username_new*user': { username: 'username_new_user' },
    Armenian: { name: '佐伊 🎉' },
    Chinese: { name: 'Զոյա 🎉' },
    emoji: { name: 'Զոյա 佐伊' },
  }).map(
    ([script, change]): Flaw => ({
      rule: 'body-examples',
      flaw: `the unicode example holds no ${script}`,
      mutate: (sources) => Object.assign(example(sources), change),
      messages: [`The example \`unicode\` contains no ${script}.`],
    }),
  ),
  {
    rule: 'path-file',
    flaw: 'a file is not named for its path',
    mutate: (sources) => {
      Object.assign(sources, { 'paths/people.yaml': sources[users], [users]: undefined })
      Object.assign(sources['openapi.yaml'].paths['/users'], { $ref: 'paths/people.yaml' })
    },
    messages: ['Path `/users` must be a file named `users.yaml`.'],
  },
  {
    rule: 'path-file',
    flaw: 'a path has no file of its own',
    mutate: (sources) => {
      Object.assign(sources, { 'paths/users_{username}.yaml': { one: sources['paths/users_{username}.yaml'] } })
      sources['openapi.yaml'].paths['/users/{username}'].$ref = 'paths/users_{username}.yaml#/one'
    },
    messages: ['Path `/users/{username}` must be a file named `users_{username}.yaml`.'],
  },
  {
    rule: 'filled-in',
    flaw: 'a summary is left to fill in',
    mutate: (sources) => Object.assign(sources[users].get, { summary: 'FILL IN' }),
    messages: ['`summary` contains "FILL IN": replace the marker.'],
  },
  {
    rule: 'filled-in',
    flaw: 'an example in a schema is left to fill in',
    mutate: (sources) => Object.assign(sources[user].properties.username, { examples: ['FILL IN'] }),
    messages: ['`examples` contains "FILL IN": replace the marker.'],
  },
  {
    rule: 'filled-in',
    flaw: 'an example of a body has a value to fill in',
    mutate: (sources) =>
      Object.assign(sources[upload].post.requestBody.content['multipart/form-data'].examples, {
        third: { value: { file: 'FILL IN' } },
      }),
    messages: ['`value` contains "FILL IN": replace the marker.'],
  },
]
