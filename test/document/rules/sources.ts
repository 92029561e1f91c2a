import type { rules } from '../../../scripts/lint/rules.js'

const failures = {
  '400': { description: 'Malformed' },
  '401': { description: 'No key' },
  '403': { description: 'Not allowed' },
  '429': { $ref: '../components/responses/TooManyRequests.yaml' },
  '500': { description: 'Failed' },
}

/** The responses of an operation with a body. */
const refusals = {
  '413': { description: 'Too large' },
  '415': { description: 'Of another type' },
  '422': { description: 'Refused' },
}

const unicode = { value: { name: 'username_new*user Զոյա 佐伊 🎉' } }

/** A JSON response of a schema, with examples. */
const json = <Examples extends object>(schema: string, examples: Examples) => ({
  'application/json': { schema: { $ref: `../components/schemas/${schema}.yaml` }, examples },
})

/** A small document without a flaw, by file. */
export const good = {
  'openapi.yaml': {
    openapi: '3.1.0',
    info: { title: 'Users', version: '1.0.0' },
    servers: [
      { url: 'https://{host}/v1/{appId}', variables: { host: { default: 'a.example' }, appId: { default: '8l' } } },
    ],
    'x-snowflake': { epoch: 1584611944111, shift: 22 },
    paths: {
      '/files': { $ref: 'paths/files.yaml' },
      '/rooms': { $ref: 'paths/rooms.yaml' },
      '/rooms/{roomId}/users': { $ref: 'paths/rooms_{roomId}_users.yaml' },
      '/users': { $ref: 'paths/users.yaml' },
      '/users/{username}': { $ref: 'paths/users_{username}.yaml' },
      '/users/{username}/tags': { $ref: 'paths/users_{username}_tags.yaml' },
    },
  },
  'paths/users.yaml': {
    get: {
      operationId: 'listUsers',
      'x-sdk-name': 'users.list',
      'x-provenance': 'decided',
      'x-provenance-note': 'Found in one table.',
      'x-idempotent': true,
      'x-pagination': { items: '/users', next: '/links/next', defaultLimit: 30 },
      parameters: [{ $ref: '../components/parameters/Limit.yaml' }],
      responses: {
        '200': {
          description: 'A page',
          content: {
            'application/json': {
              schema: { $ref: '../components/schemas/UserList.yaml' },
              examples: { firstPage: { $ref: '../components/examples/UserListFirst.yaml' } },
            },
          },
        },
        ...failures,
        '422': { description: 'Refused' },
      },
    },
    post: {
      operationId: 'createUser',
      'x-sdk-name': 'users.create',
      'x-provenance': 'documented',
      'x-idempotent': false,
      'x-sdk-compose': {
        name: 'users.upsert',
        summary: 'Create or update',
        description: 'Does one of both.',
        otherwise: { update: 'updateUser' },
      },
      requestBody: {
        required: true,
        description: 'What to write',
        content: {
          'application/json': {
            schema: { $ref: '../components/schemas/User.yaml' },
            examples: {
              plain: { value: { username: 'zoe', contact: 'zoe@example.com', phones: ['+374 10 000000'] } },
              unicode: { $ref: '../components/examples/UserUnicode.yaml' },
            },
          },
        },
      },
      responses: {
        '200': {
          description: 'The user',
          content: {
            'application/json': {
              schema: { $ref: '../components/schemas/User.yaml' },
              examples: {
                plain: { value: { username: 'zoe', contact: 'zoe@example.com' } },
                unicode: { value: { phones: [] } },
              },
            },
          },
        },
        ...failures,
        ...refusals,
      },
    },
  },
  'paths/users_{username}.yaml': {
    put: {
      operationId: 'updateUser',
      'x-sdk-name': 'users.update',
      'x-provenance': 'decided',
      'x-provenance-note': 'Found in one table.',
      'x-idempotent': true,
      parameters: [{ $ref: '../components/parameters/Username.yaml' }],
      requestBody: {
        required: true,
        description: 'What to write',
        content: {
          'application/json': {
            schema: { $ref: '../components/schemas/UserUpdate.yaml' },
            examples: { plain: { value: { contact: 'zoe@example.com' } }, unicode },
          },
        },
      },
      responses: {
        '200': {
          description: 'The user',
          content: json('User', { plain: { value: { contact: 'zoe@example.com' } }, unicode: { value: {} } }),
        },
        ...failures,
        ...refusals,
        '404': { description: 'No such user' },
      },
    },
    delete: {
      operationId: 'deleteUser',
      'x-sdk-name': 'users.delete',
      'x-provenance': 'inferred',
      'x-uncertain': 'The path is assumed.',
      'x-idempotent': true,
      parameters: [{ $ref: '../components/parameters/Username.yaml' }],
      responses: { '204': { description: 'Gone' }, ...failures, '404': { description: 'No such user' } },
    },
  },
  'paths/users_{username}_tags.yaml': {
    get: {
      operationId: 'listUserTags',
      'x-sdk-name': 'users.tags.listAll',
      'x-provenance': 'documented',
      'x-idempotent': true,
      'x-pagination': { items: '' },
      parameters: [{ $ref: '../components/parameters/Username.yaml' }],
      responses: {
        '200': {
          description: 'The tags',
          content: json('TagList', { few: { value: [{ name: 'early' }] } }),
        },
        ...failures,
        '404': { description: 'No such user' },
      },
    },
  },
  'paths/files.yaml': {
    post: {
      operationId: 'uploadFile',
      'x-sdk-name': 'files.upload',
      'x-provenance': 'documented',
      'x-idempotent': false,
      requestBody: {
        required: true,
        description: 'What to write',
        content: {
          'multipart/form-data': {
            schema: { $ref: '../components/schemas/FileUpload.yaml' },
            examples: { plain: { value: { file: 'Hello' } }, unicode },
          },
        },
      },
      responses: { '200': { description: 'The file' }, ...failures, ...refusals },
    },
  },
  'paths/rooms.yaml': {
    get: {
      operationId: 'listRooms',
      'x-sdk-name': 'rooms.list',
      'x-provenance': 'documented',
      'x-idempotent': true,
      'x-pagination': { items: '/items' },
      parameters: [
        { $ref: '../components/parameters/Limit.yaml' },
        { $ref: '../components/parameters/RoomFilter.yaml' },
      ],
      responses: {
        '200': {
          description: 'A page',
          content: json('RoomList', { few: { value: { items: [{ id: '1' }] } } }),
        },
        ...failures,
        '422': { description: 'Refused' },
      },
    },
    post: {
      operationId: 'createRoom',
      'x-sdk-name': 'rooms.create',
      'x-provenance': 'documented',
      'x-idempotent': false,
      'x-sdk-compose': {
        name: 'rooms.getOrCreate',
        summary: 'Get or create',
        description: 'Does one of both.',
        argument: 'members',
        otherwise: {
          find: 'listRooms',
          query: { limit: 50 },
          id: 'id',
          count: 'size',
          match: 'listRoomUsers',
          by: 'username',
        },
      },
      requestBody: {
        required: true,
        description: 'What to write',
        content: {
          'application/json': {
            schema: { $ref: '../components/schemas/RoomCreate.yaml' },
            examples: {
              plain: {
                value: { members: [{ username: 'zoe', contact: 'zoe@example.com', phones: ['+374 10 000000'] }] },
              },
              unicode,
            },
          },
        },
      },
      responses: {
        '200': {
          description: 'The room',
          content: json('Room', { plain: { value: { id: '1' } }, unicode: { value: { id: '2' } } }),
        },
        ...failures,
        ...refusals,
      },
    },
  },
  'paths/rooms_{roomId}_users.yaml': {
    get: {
      operationId: 'listRoomUsers',
      'x-sdk-name': 'rooms.users.list',
      'x-provenance': 'documented',
      'x-idempotent': true,
      'x-pagination': { items: '/users' },
      parameters: [{ $ref: '../components/parameters/RoomId.yaml' }],
      responses: {
        '200': {
          description: 'The users',
          content: json('UserList', { few: { value: { users: [] } } }),
        },
        ...failures,
        '404': { description: 'No such room' },
      },
    },
  },
  'components/examples/UserListFirst.yaml': {
    value: { users: [], links: { next: 'https://a.example/v1/8l/users?limit=2&offset=2', previous: null } },
  },
  'components/examples/UserUnicode.yaml': { value: { username: 'username_new*user', name: 'Զոյա 佐伊 🎉' } },
  'components/parameters/Limit.yaml': {
    'x-provenance': 'decided',
    'x-provenance-note': 'Found in one table.',
    name: 'limit',
    in: 'query',
    description: 'How many at most.',
    schema: { type: 'integer' },
    examples: { few: { value: 2 } },
  },
  'components/parameters/RoomFilter.yaml': {
    'x-provenance': 'documented',
    name: 'filter',
    in: 'query',
    description: 'Conditions.',
    schema: {
      type: 'array',
      items: {
        type: 'string',
        examples: ['size:eq:2'],
        'x-filter': { fields: { size: { description: 'Its size.' } }, operators: { eq: 'Equal' }, separator: ';' },
      },
    },
    example: ['size:eq:2'],
  },
  'components/parameters/RoomId.yaml': {
    name: 'roomId',
    in: 'path',
    required: true,
    description: 'Which room.',
    schema: { type: 'string' },
    example: '1',
  },
  'components/parameters/Username.yaml': {
    name: 'username',
    in: 'path',
    required: true,
    description: 'Who.',
    schema: { type: 'string' },
    example: 'zoe',
  },
  'components/responses/TooManyRequests.yaml': {
    description: 'Slow down',
    headers: { 'Retry-After': { schema: { type: 'integer' } } },
    content: {
      'application/json': {
        schema: { $ref: '../schemas/ErrorBody.yaml' },
        examples: { slowDown: { value: { code: 42900 } } },
      },
    },
  },
  'components/schemas/Channel.yaml': {
    description: 'A place to talk.',
    'x-provenance': 'documented',
    type: 'object',
    properties: {
      type: { description: 'Its kind.', type: 'integer', 'x-enum-varnames': { none: 0 }, examples: [0] },
    },
  },
  'components/schemas/ErrorBody.yaml': {
    description: 'An error.',
    'x-provenance': 'documented',
    type: 'object',
    properties: { code: { description: 'Its number.', type: 'integer', examples: [42900] } },
    'x-error-reasons': {
      'rate-limit': { description: 'Too many calls.', codes: { '42900': 'Too many.' }, statuses: ['429'] },
      invalid: { description: 'Not acceptable.', codes: { '40000': 'Malformed.' }, types: ['BadRequest'] },
    },
  },
  'components/schemas/FileUpload.yaml': {
    description: 'A file.',
    'x-provenance': 'documented',
    type: 'object',
    properties: {
      file: { description: 'Its content.', writeOnly: true, type: 'string', format: 'binary', examples: ['Hello'] },
    },
  },
  'components/schemas/Links.yaml': {
    description: 'Other pages.',
    'x-provenance': 'documented',
    type: 'object',
    properties: { next: { description: 'The next page.', type: ['string', 'null'], examples: [null] } },
  },
  'components/schemas/Room.yaml': {
    description: 'A room.',
    'x-provenance': 'documented',
    type: 'object',
    required: ['id'],
    properties: {
      channel: { $ref: 'Channel.yaml' },
      id: { description: 'The id.', type: 'string', examples: ['1'] },
      size: { description: 'How many users it has.', type: 'integer', examples: [2] },
    },
  },
  'components/schemas/RoomCreate.yaml': {
    description: 'A room to make.',
    'x-provenance': 'documented',
    type: 'object',
    required: ['members'],
    properties: {
      members: { description: 'Its users.', writeOnly: true, type: 'array', items: { $ref: 'User.yaml' } },
    },
  },
  'components/schemas/RoomList.yaml': {
    description: 'A page of rooms.',
    'x-provenance': 'documented',
    type: 'object',
    properties: { items: { description: 'The rooms.', type: 'array', items: { $ref: 'Room.yaml' } } },
  },
  'components/schemas/Tag.yaml': {
    description: 'A tag.',
    'x-provenance': 'documented',
    type: 'object',
    required: ['name'],
    properties: { name: { description: 'Its name.', type: 'string', examples: ['early'] } },
  },
  'components/schemas/TagList.yaml': {
    description: 'The tags of a user.',
    'x-provenance': 'documented',
    type: 'array',
    items: { $ref: 'Tag.yaml' },
  },
  'components/schemas/User.yaml': {
    description: 'A user.',
    'x-provenance': 'documented',
    type: 'object',
    required: ['username'],
    properties: {
      username: { description: 'The unique name.', type: 'string', examples: ['zoe'] },
      contact: { description: 'How to reach the user.', type: ['string', 'null'], examples: ['zoe@example.com'] },
      phones: { $ref: '../parts/Phones.yaml' },
    },
  },
  'components/schemas/UserUpdate.yaml': {
    description: 'What to change.',
    'x-provenance': 'decided',
    type: 'object',
    properties: { contact: { description: 'How to reach the user.', type: 'string', examples: ['zoe@example.com'] } },
  },
  'components/schemas/UserList.yaml': {
    description: 'A page of users.',
    'x-provenance': 'decided',
    type: 'object',
    properties: {
      users: { description: 'The users.', type: 'array', items: { $ref: 'User.yaml' } },
      links: { $ref: 'Links.yaml' },
    },
  },
  // Beside the named schemas, so that `Phone.yaml` is found only from here.
  'components/parts/Phones.yaml': { description: 'Numbers to call.', type: 'array', items: { $ref: 'Phone.yaml' } },
  'components/parts/Phone.yaml': { type: 'string', examples: ['+374 10 000000'] },
}
export type Sources = typeof good

export interface Flaw {
  rule: keyof typeof rules
  flaw: string
  /** A property set to undefined is not written. */
  mutate(sources: Sources): void
  messages: string[]
}
