import type { Flaw, Sources } from './sources.js'

const users = 'paths/users.yaml'
const body = (sources: Sources) => sources[users].post.requestBody.content['application/json']
const room = (sources: Sources) =>
  sources['paths/rooms.yaml'].post.requestBody.content['application/json'].examples.plain.value
const links = (sources: Sources) => sources['components/examples/UserListFirst.yaml'].value.links
const pageUrl = 'https://a.example/v1/8l/users'

/** Flaws of examples, and of the names and places of files. */
export const exampleFlaws: Flaw[] = [
  {
    rule: 'body-examples',
    flaw: 'the plain example has a letter that is not ASCII',
    mutate: (sources) => Object.assign(body(sources).examples.plain.value, { phones: ['+374 — 10'] }),
    messages: ['The example `plain` must be ASCII, but contains `—`.'],
  },
  {
    rule: 'response-examples',
    flaw: 'a 200 response has none',
    mutate: (sources) =>
      Object.assign(sources['paths/rooms.yaml'].get.responses['200'].content['application/json'], {
        examples: undefined,
      }),
    messages: ['The 200 response has no examples.'],
  },
  {
    rule: 'response-examples',
    flaw: 'a 200 response has none with the name of one of the body',
    mutate: (sources) =>
      Object.assign(sources[users].post.responses['200'].content['application/json'].examples, { unicode: undefined }),
    messages: ['The 200 response has no example named `unicode`, as the body has.'],
  },
  {
    rule: 'example-fields',
    flaw: 'a property is in no example of the body',
    mutate: (sources) => Object.assign(body(sources).examples.plain.value, { phones: undefined }),
    messages: ['No example of the body has `phones`.'],
  },
  {
    rule: 'example-fields',
    flaw: 'a property of the items of a list is in no example of the body',
    mutate: (sources) =>
      Object.assign(room(sources), {
        members: [{ username: 'zoe', contact: 'zoe@example.com' }],
      }),
    messages: ['No example of the body has `members.phones`.'],
  },
  {
    rule: 'example-agreement',
    flaw: 'a response has another value than the request',
    mutate: (sources) => Object.assign(body(sources).examples.plain.value, { contact: 'zoe@example.org' }),
    messages: [
      'In the example `plain`, the body has "zoe@example.org" as `contact`, but the response has "zoe@example.com" as `contact`.',
    ],
  },
  {
    rule: 'example-agreement',
    flaw: 'a response has another value under the name that it gives the field',
    mutate: (sources) => {
      const avatar = { avatar: 'https://a.example/2.png' }
      Object.assign(body(sources).examples.plain.value, { ...avatar, avatar_url: 'https://a.example/1.png' })
      Object.assign(room(sources).members[0] ?? {}, { ...avatar, avatar_url: 'https://a.example/1.png' })
      Object.assign(sources['components/schemas/User.yaml'].properties, {
        avatar: { description: 'A picture.', type: 'string', examples: ['a'] },
        avatar_url: { description: 'A picture.', type: 'string', examples: ['a'], 'x-response-name': 'avatar' },
      })
      const response = sources[users].post.responses['200'].content['application/json']
      Object.assign(response.examples.plain.value, { avatar: 'https://a.example/2.png' })
    },
    messages: [
      'In the example `plain`, the body has "https://a.example/1.png" as `avatar_url`, but the response has "https://a.example/2.png" as `avatar`.',
    ],
  },
  ...Object.entries({
    'another path': 'https://a.example/v1/8l/rooms?limit=2',
    'another host': 'https://b.example/v1/8l/users?limit=2',
    'another application': 'https://a.example/v1/9l/users?limit=2',
  }).map(
    ([what, next]): Flaw => ({
      rule: 'example-links',
      flaw: `a link is of ${what}`,
      mutate: (sources) => Object.assign(links(sources), { next }),
      messages: [
        `The link \`next\` of the example \`firstPage\` must be \`${pageUrl}\` with a query, not \`${next}\`.`,
      ],
    }),
  ),
  {
    rule: 'example-links',
    flaw: 'a link has another value in its path than the example of the parameter',
    mutate: (sources) => {
      const list = sources['paths/rooms_{roomId}_users.yaml'].get
      Object.assign(list['x-pagination'], { next: '/links/next', defaultLimit: 30 })
      Object.assign(list.responses['200'].content['application/json'], {
        examples: { firstPage: { value: { links: { next: 'https://a.example/v1/8l/rooms/2/users' } } } },
      })
    },
    messages: [
      'The link `next` of the example `firstPage` must be `https://a.example/v1/8l/rooms/1/users` with a query, not `https://a.example/v1/8l/rooms/2/users`.',
    ],
  },
  {
    rule: 'path-file',
    flaw: 'a file is of no path',
    mutate: (sources) => Object.assign(sources, { 'paths/guests.yaml': sources[users] }),
    messages: ['`paths` does not list the file `paths/guests.yaml`.'],
  },
  {
    rule: 'path-order',
    flaw: 'a path comes too late',
    mutate: (sources) => {
      const { paths } = sources['openapi.yaml']
      const { '/files': files, ...others } = paths
      sources['openapi.yaml'].paths = { ...others, '/files': files }
    },
    messages: ['Path `/files` must come before `/users/{username}/tags`: paths are sorted by code units.'],
  },
  {
    rule: 'component-file',
    flaw: 'the file of a schema is not in PascalCase',
    mutate: (sources) => {
      Object.assign(sources, { 'components/schemas/tag_one.yaml': sources['components/schemas/Tag.yaml'] })
      sources['components/schemas/TagList.yaml'].items.$ref = 'tag_one.yaml'
    },
    messages: ['The file `tag_one.yaml` must have a name in PascalCase.'],
  },
  {
    rule: 'component-file',
    flaw: 'the file of a response is not in PascalCase',
    mutate: (sources) => {
      const file = 'components/responses/too-many-requests.yaml'
      Object.assign(sources, { [file]: sources['components/responses/TooManyRequests.yaml'] })
      Object.assign(sources[users].get.responses, { '429': { $ref: `../${file}` } })
    },
    messages: ['The file `too-many-requests.yaml` must have a name in PascalCase.'],
  },
  {
    rule: 'component-file',
    flaw: 'the file of a parameter does not end in its name',
    mutate: (sources) => {
      Object.assign(sources, { 'components/parameters/RoomNumber.yaml': sources['components/parameters/RoomId.yaml'] })
      const [parameter] = sources['paths/rooms_{roomId}_users.yaml'].get.parameters
      Object.assign(parameter ?? {}, { $ref: '../components/parameters/RoomNumber.yaml' })
    },
    messages: ['The file `RoomNumber.yaml` of the parameter `roomId` must end in `RoomId.yaml`.'],
  },
  {
    rule: 'component-file',
    flaw: 'the file of an example does not end in the names of its schema and its own',
    mutate: (sources) => {
      const file = 'components/examples/Armenian.yaml'
      Object.assign(sources, { [file]: sources['components/examples/UserUnicode.yaml'] })
      body(sources).examples.unicode.$ref = `../${file}`
    },
    messages: [
      'The example `unicode` must be in a file whose name ends in `UserUnicode.yaml`, not in `Armenian.yaml`.',
    ],
  },
]
