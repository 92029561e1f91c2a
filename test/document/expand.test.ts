import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenApiDocument, OperationObject } from '../../scripts/document.js'
import { describeMessage } from '../../scripts/lint/expand/describe-message.js'
import { joinCauses } from '../../scripts/lint/expand/join-causes.js'
import { lint } from '../../scripts/lint/lint.js'
import { root } from './files.js'

const run = promisify(execFile)
const cli = join(createRequire(import.meta.url).resolve('@redocly/cli/package.json'), '../bin/cli.js')

const error = (code: number, message: string, more: object = {}) => ({ ...more, value: { code, type: 'Any', message } })
const response = (status: string, examples: object) => ({
  description: `Shared ${status}`,
  'x-status': status,
  content: { 'application/json': { schema: { $ref: '../schemas/ErrorBody.yaml' }, examples } },
})
const text = (description: string) => ({ description, type: 'string', examples: ['zoe'] })

/** A small source of a document, by file. */
const sources = {
  'openapi.yaml': {
    openapi: '3.1.0',
    info: { title: 'Users', version: '1.0.0' },
    servers: [{ url: 'https://{host}/v1', variables: { host: { default: 'a.example' } } }],
    'x-permissions': { 'Edit User': 1 },
    paths: {
      '/users': { $ref: 'paths/users.yaml' },
      '/users/{username}': { $ref: 'paths/users_{username}.yaml' },
    },
    components: {
      responses: {
        NotFound: { $ref: 'components/responses/NotFound.yaml' },
        Forbidden: { $ref: 'components/responses/Forbidden.yaml' },
        TooMany: { $ref: 'components/responses/TooMany.yaml' },
      },
    },
  },
  'paths/users.yaml': {
    get: {
      operationId: 'listUsers',
      'x-pagination': { items: '/users', next: '/links/next' },
      parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 5 }, example: 2 }],
      responses: {
        '200': {
          description: 'A page',
          content: {
            'application/json': {
              schema: { $ref: '../components/schemas/UserList.yaml' },
              'x-example-pages': ['Zoe', 'Omar', 'Ann'].map((name) => ({
                $ref: `../components/examples/${name}.yaml`,
              })),
            },
          },
        },
      },
    },
  },
  'paths/users_{username}.yaml': {
    parameters: [{ $ref: '../components/parameters/Username.yaml' }],
    get: { operationId: 'getUser', responses: { '204': { description: 'Found' } } },
    put: {
      operationId: 'updateUser',
      'x-permissions': [{ permission: 'Edit User' }],
      'x-errors': { '403': ['ruled', 'This is the user {username} of {{host}}.'] } as Record<string, string | string[]>,
      parameters: [{ name: 'host', in: 'query', schema: { type: 'string' }, example: 'here' }],
      responses: { '204': { description: 'Updated' } },
    },
  },
  'components/parameters/Username.yaml': {
    name: 'username',
    in: 'path',
    required: true,
    schema: { type: 'string' },
    examples: { plain: { value: 'zoe "the first"' } },
  },
  'components/responses/NotFound.yaml': response('404', {
    userNotFound: error(40400, 'There is no user {username}.', { 'x-applies-to': ['path.username'] }),
  }),
  'components/responses/Forbidden.yaml': response('403', {
    forbidden: error(40300, 'This is forbidden.', { 'x-applies-to': ['every call'] }),
    ruled: error(40301, 'The rule forbids this.'),
    notPermitted: error(40302, '{role} may not {{permission}}.', {
      summary: 'The role does not have the permission {{permissions}}.',
      'x-applies-to': ['x-permissions'],
      'x-values': { role: 'Guest' },
    }),
  }),
  'components/responses/TooMany.yaml': response('429', {
    slowDown: error(42900, 'Slow down.', { 'x-applies-to': ['every call'] }),
  }),
  'components/schemas/ErrorBody.yaml': { type: 'object', properties: { code: { type: 'integer' } } },
  'components/schemas/Page.yaml': { type: 'object', properties: { count: { type: 'integer', examples: [1] } } },
  'components/schemas/User.yaml': { type: 'object', properties: { username: text('Name.') } },
  'components/schemas/UserList.yaml': {
    type: 'object',
    properties: {
      count: { $ref: 'Page.yaml#/properties/count', description: 'Number of users.' },
      links: { type: 'object', properties: { next: { type: ['string', 'null'] } } },
      users: { type: 'array', items: { $ref: 'User.yaml' } },
    },
  },
  ...Object.fromEntries(
    ['Zoe', 'Omar', 'Ann'].map((username) => [`components/examples/${username}.yaml`, { value: { username } }]),
  ),
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-expand-'))
  const config = {
    plugins: [join(root, 'scripts/lint/plugin.js')],
    preprocessors: { 'sceyt/expand': 'on' },
    rules: { spec: 'off' },
  }
  await writeFile(join(folder, 'redocly.yaml'), JSON.stringify(config))
})

afterAll(() => rm(folder, { recursive: true }))

/** Writes sources into a folder of their own, and returns the first file. */
async function write(name: string, files: Record<string, object | string>): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, name, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  }
  return join(folder, name, 'openapi.yaml')
}

/** Writes sources into a folder of their own, and bundles them. */
async function bundle(name: string, files: Record<string, object | string>): Promise<OpenApiDocument> {
  const [source, output] = [await write(name, files), join(folder, `${name}.json`)]
  await run(process.execPath, [cli, 'bundle', source, '--output', output, '--config', join(folder, 'redocly.yaml')])
  return JSON.parse(await readFile(output, 'utf8'))
}

/** Changes a copy of the sources, and lists the messages of the linter with the files and lines that they are about. */
async function problemsOf(name: string, mutate: (files: typeof sources) => void): Promise<string[]> {
  const files = structuredClone(sources)
  mutate(files)
  const [findings = []] = await lint([await write(name, files)], '--config', join(folder, 'redocly.yaml'))
  return findings.map(({ file, line, message }) => `${file.split(`/${name}/`)[1]}:${line}  ${message}`)
}

describe('The expansion of the sources', () => {
  let document: OpenApiDocument
  const operation = (path: string, method: 'get' | 'put') => document.paths[path]?.[method] as OperationObject
  const shared = (name: string) => ({ $ref: `#/components/responses/${name}` })

  beforeAll(async () => {
    document = await bundle('good', sources)
  }, 60_000)

  test('gives the parameters of a path to each of its operations.', () => {
    const names = (method: 'get' | 'put') => operation('/users/{username}', method).parameters?.map((one) => one.name)
    expect(document.paths['/users/{username}']).not.toHaveProperty('parameters')
    expect(operation('/users/{username}', 'get').parameters).toEqual([{ $ref: '#/components/parameters/Username' }])
    expect(names('put')).toEqual([undefined, 'host'])
  })

  test('adds the errors that follow from a rule, with the examples of the call.', () => {
    expect(operation('/users/{username}', 'get').responses).toEqual({
      '204': { description: 'Found' },
      '403': shared('Forbidden'),
      '404': {
        description: 'There is no user with this username.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
            examples: {
              userNotFound: {
                summary: 'There is no user with this username.',
                value: { code: 40400, type: 'Any', message: 'There is no user "zoe \\"the first\\"".' },
              },
            },
          },
        },
      },
      '429': shared('TooMany'),
    })
    expect(Object.keys(operation('/users', 'get').responses)).toEqual(['200', '403', '429'])
  })

  test('adds the errors that the call lists: by name, and as a sentence with the general code of the status.', () => {
    const { description, content } = operation('/users/{username}', 'put').responses['403'] ?? {}
    expect(description).toBe(
      'This is forbidden; the rule forbids this; the role does not have the permission Edit User; or this is the user with this username of this host.',
    )
    expect(content?.['application/json']?.examples).toMatchObject({
      forbidden: { value: { code: 40300 } },
      ruled: { value: { code: 40301, message: 'The rule forbids this.' } },
      notPermitted: { value: { code: 40302, message: '"Guest" may not Edit User.' } },
      updateUser403: { value: { code: 40300, message: 'This is the user "zoe \\"the first\\"" of here.' } },
    })
  })

  test('lists the errors of each call, and every message with its placeholders.', () => {
    expect(operation('/users/{username}', 'put')['x-errors']).toEqual({
      '403': ['forbidden', 'ruled', 'notPermitted', 'updateUser403'],
      '404': ['userNotFound'],
      '429': ['slowDown'],
    })
    expect(document['x-error-messages']['userNotFound']).toEqual({
      status: 404,
      code: 40400,
      type: 'Any',
      message: 'There is no user {username}.',
      description: 'There is no user with this username.',
      appliesTo: ['path.username'],
    })
  })

  test('makes the example pages of a list, with links to its own path.', () => {
    const examples = operation('/users', 'get').responses['200']?.content?.['application/json']?.examples
    const url = (offset: number) => `https://a.example/v1/users?limit=2&offset=${offset}`
    const links = { first: url(0), last: url(2) }
    expect(examples).toEqual({
      firstPage: {
        summary: 'The first of two pages',
        value: {
          count: 2,
          links: { current: url(0), previews: null, next: url(2), ...links },
          users: [{ username: 'Zoe' }, { username: 'Omar' }],
        },
      },
      lastPage: {
        summary: 'The last page',
        value: {
          count: 1,
          links: { current: url(2), previews: url(0), next: null, ...links },
          users: [{ username: 'Ann' }],
        },
      },
    })
  })

  test('copies a field of another schema, and makes no schema of it.', () => {
    const { schemas } = document.components
    expect(Object.keys(schemas).sort()).toEqual(['ErrorBody', 'User', 'UserList'])
    expect(schemas['UserList']?.properties?.['count']).toEqual({
      type: 'integer',
      examples: [1],
      description: 'Number of users.',
    })
  })
})

test.each([
  [['There is no user.'], 'There is no user.'],
  [['There is no user.', 'There is no role.'], 'There is no user, or there is no role.'],
  [['A user, or a role.', 'Owner is fixed.'], 'A user, or a role; or Owner is fixed.'],
  [['A user.', 'A role.', 'A role.', 'The host.'], 'A user; a role; or the host.'],
  [['Too large. Do not retry it.', 'Too long.'], 'Too large. Do not retry it. Too long.'],
])('The causes %j of a status are joined.', (causes, expected) => {
  expect(joinCauses(causes)).toBe(expected)
})

test.each([
  ['There is no user {username}.', 'There is no user with this username.'],
  ['There is no channel type {name}.', 'There is no channel type with this name.'],
  [
    'There is no message {messageId} in channel {channelId}.',
    'There is no message with this id in the channel with this id.',
  ],
  ['There is no tag {tag}.', 'There is no such tag.'],
  ['The tag {tag} is busy.', 'This tag is busy.'],
  ['The name {first_name} of {username} is taken.', 'This first name of this username is taken.'],
  ['The user {username} owns the channel {{channelId}}.', 'The user with this username owns the channel with this id.'],
  ['uri {uri} is taken by another channel.', 'This uri is taken by another channel.'],
  ['User {username} has a status {status}.', 'The user with this username has this status.'],
  ['The role of {username} must be {role}.', 'The role of this username must be this role.'],
  ['The body exceeds the limit {limit} of {host}.', 'The body exceeds this limit of this host.'],
  ['A request exceeds {limit}, got {size}.', 'A request exceeds this limit.'],
  [
    'The feed {feed} needs {permission}. The tag {tag} has none.',
    'This feed needs this permission. This tag has none.',
  ],
  ['A body is for {format}.', 'A body is for this format.'],
  ['The channel type {channel_type} is not {kind}.', 'This channel type is not this kind.'],
])('The message "%s" is described without its values.', (message, expected) => {
  expect(describeMessage(message)).toBe(expected)
})

test('What the sources have wrong is reported, each with its place.', async () => {
  const flawed = structuredClone(sources)
  flawed['paths/users_{username}.yaml'].put['x-errors'] = {
    '403': ['unruled', 'One sentence.', 'Another sentence.'],
    '404': 'There is no post {postId}.',
    '418': 'This is a teapot.',
  }
  flawed['paths/users_{username}.yaml'].put['x-permissions'] = [{ permission: 'Edit Users' }]
  Object.assign(flawed['components/responses/TooMany.yaml'].content['application/json'].examples, {
    odd: error(42901, '{what} is odd.', { 'x-applies-to': ['some calls'], 'x-value': { what: 5 } }),
  })
  Object.assign(flawed['components/responses/NotFound.yaml'], { 'x-statis': '404' })
  const [findings] = await lint([await write('flawed', flawed)], '--config', join(folder, 'redocly.yaml'))
  expect(findings?.map(({ rule, message }) => `${message} (${rule})`).sort()).toEqual(
    [
      'The error `odd` has the unknown rule `some calls` in x-applies-to.',
      'In the error `odd`, `x-value` is not an extension of an example: did you mean `x-values`?',
      '`x-statis` is not an extension of a response: did you mean `x-status`?',
      'The error `updateUser404` has `{postId}`, but the call has no parameter or field with this name: it has username, host.',
      'x-errors has several sentences for 403: give each a name in the shared response.',
      'x-errors lists `unruled`, which is not an error of the status 403.',
      'x-errors lists the status 418, which no shared response has.',
      'x-permissions lists `Edit Users`, which is not a permission of the document.',
    ]
      .map((message) => `${message} (sceyt/expand)`)
      .sort(),
  )
}, 60_000)

test('Operations that share their responses by a YAML alias each have their own errors and pages.', async () => {
  const { get: list } = sources['paths/users.yaml']
  const own = { ...list, operationId: 'listMore', responses: '*responses' }
  const { responses, ...others } = list
  const yaml = [
    `get: ${JSON.stringify({ ...others, responses: '&' }).replace('"&"', () => `&responses ${JSON.stringify(responses)}`)}`,
    `put: ${JSON.stringify({ ...own, 'x-errors': { '403': ['ruled'] } }).replace('"*responses"', '*responses ')}`,
  ]
  const { paths } = await bundle('aliases', { ...sources, 'paths/users.yaml': yaml.join('\n') })
  const { get, put } = paths['/users'] ?? {}
  expect(get?.responses['403']).toEqual({ $ref: '#/components/responses/Forbidden' })
  expect(put?.responses['403']?.description).toBe('This is forbidden, or the rule forbids this.')
  expect(put?.responses['200']).toEqual(get?.responses['200'])
  expect(Object.keys(put?.responses['200']?.content?.['application/json'] ?? {})).toEqual(['schema', 'examples'])
}, 60_000)

test('Operations that share a success by a YAML alias each have their own errors.', async () => {
  const yaml = `parameters:
  - $ref: ../components/parameters/Username.yaml
get:
  operationId: getUser
  responses: &responses
    "204": { description: Done }
put:
  operationId: updateUser
  x-errors: { "403": [ruled] }
  responses: *responses`
  const { paths } = await bundle('alias', { ...sources, 'paths/users_{username}.yaml': yaml })
  const { get, put } = paths['/users/{username}'] ?? {}
  expect(get?.responses['403']).toEqual({ $ref: '#/components/responses/Forbidden' })
  expect(put?.responses['403']?.description).toBe('This is forbidden, or the rule forbids this.')
}, 60_000)

describe('x-errors are reported at their status', () => {
  const put = (files: typeof sources) => files['paths/users_{username}.yaml'].put
  const body = (properties: object) => ({
    content: {
      'application/json': {
        schema: { type: 'object', properties },
        examples: { plain: { value: { tags: ['a'], home: {}, gone: null } } },
      },
    },
  })

  test.each([
    ['of the wrong form', { a: 'b' }, 'x-errors must list, by status, the names of errors or one sentence, such as'],
    ['of numbers', [404], 'x-errors must list, by status, the names of errors or one sentence, such as'],
    [
      'named as a method of objects',
      ['toString'],
      'x-errors lists `toString`, which is not an error of the status 404.',
    ],
    ['with a method of objects', 'No {toString}.', 'The error `updateUser404` has `{toString}`, but the call has no'],
    ['with the prototype', 'No {__proto__}.', 'The error `updateUser404` has `{__proto__}`, but the call has no'],
    [
      'with a hyphen',
      'No {user-name} here.',
      'The error `updateUser404` has `{user-name}`, which is not a placeholder:',
    ],
    ['with a path', 'No {{a.b}} here.', 'The error `updateUser404` has `{{a.b}}`, which is not a placeholder:'],
    ['with an array', 'No tag {tags}.', 'The error `updateUser404` has `{tags}`, whose value is an array:'],
    ['with an object', 'No home {home}.', 'The error `updateUser404` has `{home}`, whose value is an object:'],
    ['with null', 'Gone {gone}.', 'The error `updateUser404` has `{gone}`, whose value is null:'],
    [
      'already those of a rule',
      'There is no user {username}.',
      'The sentence of x-errors for 404 is already an error of this call: `userNotFound`.',
    ],
  ])(
    'that are %s.',
    async (name, listed, message) => {
      const problems = await problemsOf(`errors ${name}`, (files) =>
        Object.assign(put(files), {
          'x-errors': { '403': ['ruled'], '404': listed },
          requestBody: body({ tags: {}, home: {}, gone: {} }),
        }),
      )
      expect(problems).toEqual([expect.stringContaining(`paths/users_{username}.yaml:26  ${message}`)])
    },
    60_000,
  )

  test('or as a whole, if they are a list.', async () => {
    const problems = await problemsOf('errors-list', (files) => Object.assign(put(files), { 'x-errors': ['ruled'] }))
    expect(problems).toEqual([expect.stringContaining('x-errors must list, by status, the names of errors or one')])
  }, 60_000)

  test('that are of a status for which the call has its own response.', async () => {
    const problems = await problemsOf('errors-own', (files) =>
      Object.assign(put(files).responses, { '403': { description: 'Forbidden' } }),
    )
    expect(problems).toEqual([
      expect.stringContaining('x-errors lists errors of 403, for which the call has its own response.'),
    ])
  }, 60_000)
})

test.each([
  [undefined, 1, 'none'],
  ['4O4', 3, '4O4'],
  ['200', 3, '200'],
  ['600', 3, '600'],
])(
  'The x-status %j of a response is reported in its file.',
  async (status, line, got) => {
    const problems = await problemsOf(`status-${status}`, (files) =>
      Object.assign(files['components/responses/TooMany.yaml'], { 'x-status': status }),
    )
    expect(problems).toEqual([
      `components/responses/TooMany.yaml:${line}  x-status must be a status from 400 to 599, got ${got}.`,
    ])
  },
  60_000,
)

test('An operation keeps its own response, whose errors x-errors does not list, and its own parameter.', async () => {
  const files = structuredClone(sources)
  const own = { name: 'username', in: 'path', required: true, schema: { type: 'string' }, example: 'omar' }
  const inQuery = { name: 'username', in: 'query', schema: { type: 'string' }, example: 'ann' }
  Object.assign(files['paths/users_{username}.yaml'], { parameters: [own, inQuery] })
  const get = {
    parameters: [{ $ref: '../components/parameters/Username.yaml' }],
    responses: { '404': { description: 'Nothing here' } },
  }
  Object.assign(files['paths/users_{username}.yaml'].get, get)
  const { paths } = await bundle('own', files)
  const operation = paths['/users/{username}']?.get
  expect(operation?.parameters).toEqual([inQuery, { $ref: '#/components/parameters/Username' }])
  expect(operation?.responses['404']).toEqual({ description: 'Nothing here' })
  expect(operation?.['x-errors']).toEqual({ '403': ['forbidden'], '429': ['slowDown'] })
}, 60_000)

test('An operation has its x-path-examples in place of those of its path.', async () => {
  const files = structuredClone(sources)
  const item = files['paths/users_{username}.yaml']
  Object.assign(item.get, { 'x-path-examples': { username: 'old_user' } })
  const { paths } = await bundle('path-examples', files)
  const { get, put } = paths['/users/{username}'] ?? {}
  expect(get).not.toHaveProperty('x-path-examples')
  expect(get?.parameters).toEqual([
    {
      ...files['components/parameters/Username.yaml'],
      schema: { type: 'string', examples: ['old_user'] },
      examples: { plain: { value: 'old_user' } },
    },
  ])
  expect(get?.responses['404']?.content?.['application/json']?.examples).toMatchObject({
    userNotFound: { value: { message: 'There is no user "old_user".' } },
  })
  expect(put?.parameters).toContainEqual({ $ref: '#/components/parameters/Username' })
}, 60_000)

test('x-path-examples of another parameter are reported.', async () => {
  const problems = await problemsOf('path-examples-unknown', (files) =>
    Object.assign(files['paths/users_{username}.yaml'].get, { 'x-path-examples': { user: 'old_user' } }),
  )
  expect(problems).toEqual([
    expect.stringMatching(/x-path-examples has `user`, which is not a parameter of the path\.$/),
  ])
}, 60_000)

describe('x-example-pages are reported', () => {
  const pages = (files: typeof sources) => files['paths/users.yaml'].get.responses['200'].content['application/json']
  const zoe = { $ref: '../components/examples/Zoe.yaml' }

  test.each([2, 5])(
    'that are %d items of two pages of two.',
    async (count) => {
      const problems = await problemsOf(`pages-${count}`, (files) =>
        Object.assign(pages(files), { 'x-example-pages': Array(count).fill(zoe) }),
      )
      expect(problems).toEqual([
        `paths/users.yaml:27  x-example-pages must list 3 to 4 items: two pages with the limit 2 of the example, got ${count}.`,
      ])
    },
    60_000,
  )

  test('that refer to a file which does not exist.', async () => {
    const problems = await problemsOf('pages-missing', (files) =>
      Object.assign(pages(files), {
        'x-example-pages': [zoe, zoe, { $ref: '../components/examples/Ann2.yaml' }],
      }),
    )
    expect(problems).toEqual([
      'paths/users.yaml:27  x-example-pages refers to ../components/examples/Ann2.yaml, which does not exist or has no value.',
    ])
  }, 60_000)

  test('that are of an operation without pages, or without an example of the limit.', async () => {
    const unpaged = await problemsOf('pages-none', ({ 'paths/users.yaml': { get } }) =>
      Object.assign(get, { 'x-pagination': undefined }),
    )
    expect(unpaged).toEqual([
      expect.stringContaining('x-example-pages needs x-pagination.items, the place of the items on a page.'),
    ])
    const unlimited = await problemsOf('pages-unlimited', ({ 'paths/users.yaml': { get } }) =>
      Object.assign(get, { parameters: [] }),
    )
    expect(unlimited).toEqual([
      expect.stringContaining(
        'x-example-pages needs an `example` of the parameter `limit`, the number of items on the',
      ),
    ])
  }, 60_000)
})
