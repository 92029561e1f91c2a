import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Finding, lint } from '../../scripts/lint/lint.js'
import { marker } from '../../scripts/lint/rules/filled-in.js'
import { addOperation } from '../../scripts/new/add-operation.js'
import { parseArguments, usage } from '../../scripts/new/arguments.js'
import { newOperation } from '../../scripts/new/new-operation.js'
import { printSteps } from '../../scripts/new/print-steps.js'
import { Repository } from '../../scripts/new/repository.js'
import { filesIn, root } from './files.js'

/** Adds operations, one after another, and writes nothing. */
async function add(...commands: string[]): Promise<Repository> {
  const repository = await Repository.read(root)
  for (const command of commands) {
    const operation = newOperation(parseArguments(command.split(' ')), repository)
    addOperation(operation, repository)
  }
  return repository
}

test.each([
  ['', usage],
  ['GET', 'Missing PATH, such as /users, and SDK_NAME, such as users.list.'],
  ['GET /people', 'Missing SDK_NAME, such as users.list.'],
  ['GET /people', usage],
  ['GET /people people.list User', 'Unexpected argument "User".'],
  ['GET /people people.list --list User', "Unknown option '--list'"],
  ['PATCH /users users.patch', 'PATCH is not supported; use GET, PUT, POST or DELETE.'],
  ['GET people people.list', 'The path must be in kebab case, with parameters in camel case'],
  ['GET /People people.list', 'such as /channel-types/{name}; got /People.'],
  ['GET /people/{user_name} people.get', 'The path must be in kebab case'],
  ['GET /people/{id}/{id} people.get', 'The path has two parameters named id.'],
  ['GET /users users.all', 'GET /users exists: it is listUsers in openapi/paths/users.yaml.'],
  [
    'GET /users/{id}/tags tags.list',
    '{id} of /users/{id}/tags has another name in openapi/paths/users_{username}.yaml;',
  ],
  ['GET /tags/{name} tags.get', '{name} is the parameter ChannelTypeName; use another name, such as {tagId}.'],
  ['GET /people list', 'The SDK name must be dotted, such as users.create, got list.'],
  ['GET /people users.list', 'The SDK name users.list is taken.'],
  ['POST /people users.upsert', 'The SDK name users.upsert is taken.'],
  ['GET /people users.list.all', 'The SDK name users.list.all is beneath a method: users.list is not a resource.'],
  ['GET /people channels.members', 'The SDK name channels.members is a resource'],
  ['GET /people people.list', 'There is no schema People; name the schema with --list-of'],
  [
    'POST /people people.merge',
    'There is no schema People; name the schema with --returns, such as --returns User, or',
  ],
  ['GET /people people.list --list-of user', '--list-of must name a schema, such as User, got user.'],
  ['GET /people people.get --returns nothing', 'A GET returns something'],
  ['GET /people people.get --returns User --list-of User', 'Use --list-of or --returns, not both.'],
  ['POST /people people.list --list-of User', '--list-of is for a GET.'],
  ['GET /people people.get --returns User --body User', 'A GET has no body; leave out --body.'],
  ['PUT /people people.set --returns User --fields a', '--fields needs --body.'],
  ['PUT /people people.set --body A --fields a,,b', '--fields must be names separated by commas, got "".'],
  ['PUT /people people.set --body A --fields a,b,a', '--fields lists a twice.'],
  ['PUT /people people.set --body A --fields constructor', '--fields cannot have the name constructor.'],
  ['PUT /people people.set --body A --fields a,null', '--fields cannot have the name null.'],
  ['GET /people people.list --list-of User --tag=', '--tag must be words that start with a capital letter'],
  ['GET /people people.list --list-of User --tag="A"', 'such as Channel types, got "\\"A\\"".'],
  ['GET /people people.list --list-of User --tag=A:', 'got "A:".'],
  ['GET /people people.list --list-of User --tag=True', 'got "True".'],
  ['GET /people people.list --list-of User --tag=A#b', 'got "A#b".'],
  ['GET /people constructor.list --list-of User', '`constructor` in `constructor.list` is a member of every object.'],
  ['GET /people users.constructor', '`constructor` in `users.constructor` is a member of every object.'],
  ['GET /people raw.list --list-of User', '`raw` in `raw.list` is a member of the client.'],
  ['GET /people users.then', '`then` in `users.then` would be called by `await`.'],
  ['GET /people people.friends.list --list-of User', 'The resource `people` must have a method of its own.'],
  ['GET /people people.list --list-of Error', 'The schema `Error` has the name of a type of the client.'],
  ['GET /people people.list --list-of Await', 'The schema `Await` would be a variable `await` in samples.'],
  ['GET /people people.list --list-of User --id class', 'The operationId `class` is a reserved word.'],
  ['GET /people/{body} people.get --returns User', 'The parameter `body` of a path has the name of an argument'],
  [
    'GET /people people.get --returns User --id getUser',
    'operationId getUser is taken by users.get; choose another with',
  ],
  [
    'GET /people people.get --returns User --id get-it',
    'operationId must be in camel case, such as getUser, got get-it.',
  ],
])('`npm run new -- %s` is rejected before anything is written.', async (command, message) => {
  await expect(add(command)).rejects.toThrow(message)
})

test.each([
  ['GET /users/{username}/wishes users.wishes.list --list-of Wish', 'listUserWishes', 'List the wishes of a user'],
  [
    'GET /channels/{channelId}/attachments channels.listAttachments',
    'listChannelAttachments',
    'List the attachments of a channel',
  ],
  [
    'GET /channels/{channelId}/muted-users channels.members.listMuted --list-of User',
    'listChannelMutedMembers',
    'List the muted members of a channel',
  ],
  [
    'GET /channels/{channelId}/member-tags channels.members.listTags --list-of Tag',
    'listChannelMemberTags',
    'List the tags of a member of a channel',
  ],
  ['PUT /users/{username}/shoe-size users.setShoeSize', 'setUserShoeSize', 'Set the shoe size of a user'],
  ['POST /channels/{channelId}/polish channels.polish', 'polishChannel', 'Polish a channel'],
  ['DELETE /roles roles.clear', 'clearRole', 'Clear a role'],
  ['GET /categories categories.list --list-of Category', 'listCategories', 'List categories'],
  ['GET /channels/{channelId}/users/{username} channels.members.get', 'getChannelMember', 'Get a member of a channel'],
])('The words for %s follow from its names.', async (command, id, summary) => {
  const repository = await add(command)
  const text = [...repository.added, ...repository.changed].map((file) => repository.text(file)).join('')
  expect(text).toContain(`  operationId: ${id}\n`)
  expect(text).toContain(`  summary: ${summary}\n`)
})

test('A verb is added in order to a path that exists, and an entry of a new path in order to the root.', async () => {
  const before = await readFile(join(root, 'openapi/paths/users.yaml'), 'utf8')
  const repository = await add('PUT /users users.replaceAll --returns nothing', 'GET /tags tags.list --list-of Tag')
  const after = repository.text('openapi/paths/users.yaml')
  expect(after.match(/^\w+:/gm)).toEqual(['get:', 'post:', 'put:'])
  expect(after.replace(/^put:\n(?: .*\n)+/m, '')).toBe(before)
  const entries = repository.text('openapi/openapi.yaml')
  expect(entries).toContain('roles_{roleId}.yaml\n  /tags:\n    $ref: paths/tags.yaml\n  /users:\n')
  expect(entries).toMatch(
    /^ {2}- name: Roles\n(?:(?: {4}.*)?\n)+ {2}- name: Tags\n {4}description: FILL IN\n {2}- name: Users$/m,
  )
})

test('A resource whose name is taken by a file has one that is named after all of its parts.', async () => {
  const { added } = await add('GET /application/roles application.roles.list')
  expect(added).toContain('src/sandbox/handlers/application-roles.ts')
  expect(added).toContain('test/sandbox/application-roles.test.ts')
})

test.each(['handler', 'handlers', 'import'])('The handlers of `%s` do not have a name that is taken.', async (name) => {
  const repository = await add(`GET /people ${name}.list --list-of User`)
  const file = `src/sandbox/handlers/${name}-handlers.ts`
  expect(repository.added).toContain(file)
  expect(repository.text(file)).toContain(`export const ${name}Handlers: HandlersOf<'${name}'> = {`)
})

test('A field of a new body that the resource has refers to it.', async () => {
  const repository = await add(
    'PUT /users/{username}/sizes users.setSizes --body SizesSet --fields shoe_size,last_name',
  )
  const schema = repository.text('openapi/components/schemas/SizesSet.yaml')
  expect(schema).toContain('  last_name: { $ref: User.yaml#/properties/last_name }\n')
  expect(schema).toContain('  shoe_size:\n    description: FILL IN; add it to User.yaml too, give its name there')
})

test.each([
  ['Attachment', ['AttachmentPlain', 'AttachmentUnicode', 'AttachmentArabic'], 3],
  ['Tag', ['TagPlain', 'TagUnicode', 'TagArabic'], 3],
  ['Role', ['RolePlain', 'RoleUnicode'], 0],
  ['ChannelType', ['ChannelTypePlain', 'ChannelTypeUnicode', 'ChannelTypeArabic'], 1],
  ['Channel', ['ChannelPlain', 'ChannelUnicode', 'ChannelPrivate'], 0],
])(
  'A page of the schema %s refers to examples that exist, and those added are to be filled in.',
  async (schema, names, count) => {
    const repository = await add(`GET /users/{username}/wishes users.wishes.list --list-of ${schema}`)
    const operation = repository.text('openapi/paths/users_{username}_wishes.yaml')
    const references = [...operation.matchAll(/\.\.\/components\/examples\/(\w+)\.yaml/g)].map(([, name = '']) => name)
    const files = names.map((name) => `openapi/components/examples/${name}.yaml`)
    expect(references).toEqual(schema === 'Role' ? ['RoleListPlain'] : names)
    for (const file of files) expect(repository.has(file)).toBe(true)
    const added = repository.added.filter((file) => file.includes('/examples/'))
    expect(added).toHaveLength(count)
    for (const file of added) {
      expect(files).toContain(file)
      if (!file.includes('Unicode')) expect(repository.toFillIn().join('\n')).toContain(`${file}:3  `)
    }
  },
)

test('A response of a schema without examples gets two of them.', async () => {
  const repository = await add('GET /people people.get --returns Attachment')
  expect(repository.text('openapi/paths/people.yaml')).toContain('examples/AttachmentUnicode.yaml')
  expect(repository.text('openapi/components/examples/AttachmentUnicode.yaml')).toContain(
    'summary: An attachment with text in several scripts\nvalue:\n  name: username_new*user Զոյա 佐伊 🎉\n  type: FILL IN\n',
  )
})

test('The examples of a body have the summaries of those of the response, and ids for names of ids.', async () => {
  const repository = await add('PUT /users/{username}/pin users.setPin --body PinSet --fields message_id,note')
  const operation = repository.text('openapi/paths/users_{username}_pin.yaml')
  const example = (kind: string, summary: string, note: string) =>
    `          ${kind}:
            summary: ${summary}
            value:
              message_id: "101437428530810881"
              note: ${note}
`
  expect(operation).toContain(
    example('plain', 'A user with a plain ASCII name', 'FILL IN') +
      example('unicode', 'A user with names in several scripts', 'username_new*user Զոյա 佐伊 🎉'),
  )
  expect(repository.text('openapi/components/schemas/PinSet.yaml')).toContain('examples: ["101437428530810881"]')
})

test('A second operation uses what the first one added.', async () => {
  const repository = await add('GET /tags/{tagId} tags.get --returns Tag', 'DELETE /tags/{tagId} tags.delete')
  expect(repository.text('openapi/paths/tags_{tagId}.yaml').match(/^\w+:/gm)).toEqual([
    'parameters:',
    'get:',
    'delete:',
  ])
  expect(repository.added.filter((file) => file.includes('handlers'))).toEqual(['src/sandbox/handlers/tags.ts'])
  expect(repository.text('src/sandbox/handlers/tags.ts')).toMatch(/getTag\([\s\S]*deleteTag\(/)
})

test.each([
  [
    'GET /users/{username}/wishes users.wishes.list --list-of Channel',
    'wishes',
    /^ {4}app\.users\.get\(path\.username\)\n.*FILL IN which.*\n.*app\.channels\.all\n[\s\S]*\bitems: items\.map\(\(channel\) => app/m,
  ],
  ['GET /vips users.vips.list --list-of User', 'vips', /app\.users\.all\n[\s\S]*?\n {6}users: items,/],
  [
    'GET /channels/{channelId}/twin channels.getTwin',
    'channels',
    /getChannelTwin\([\s\S]*?return app\.channels\.show\(channel\)/,
  ],
  [
    'PUT /channels/{channelId}/label channels.setLabel --body LabelSet --fields label',
    'channels',
    /app\.channels\.show\(Object\.assign\(app\.channels\.get\(path\.channelId\), keptFields\(operation, body\)\)\)/,
  ],
  [
    'PUT /users/{username}/size users.setSize --body SizeSet --fields size',
    'users',
    /app\.users\.all\.replace\(\{ \.\.\.app\.users\.get\(path\.username\), \.\.\.keptFields\(operation, body\), updated_at: toTimestamp\(time\) \}\)/,
  ],
  [
    'POST /users/{username}/wave users.wave --returns nothing',
    'users',
    /path\.username\)\n {4}\/\/ FILL IN what changes\.\n {2}\}/,
  ],
  ['GET /tags/{tagId} tags.get --returns Tag', 'tags', /throw new Error\('FILL IN which tag the call returns\.'\)/],
])('The handler of %s finds what the path names.', async (command, file, expected) => {
  expect((await add(command)).text(`src/sandbox/handlers/${file}.ts`)).toMatch(expected)
})

test('The changelog has a line among the additions that are not released.', async () => {
  const repository = await add('POST /users/{username}/wave users.wave --returns nothing')
  const [unreleased] = repository.text('CHANGELOG.md').split(/^## \[\d/m)
  expect(unreleased).toContain('### Added\n\n- `users.wave` (`POST /users/{username}/wave`) waves a user.\n')
})

test('The steps list what to fill in, and the guessed words to check.', async () => {
  const repository = await Repository.read(root)
  const operation = newOperation(
    parseArguments('GET /users/{username}/wishes users.listWishes --list-of User'.split(' ')),
    repository,
  )
  addOperation(operation, repository)
  const [, step = ''] = printSteps(operation, repository).split(/^\d\. .*\n/m)
  for (const [file, text] of [
    ['openapi/paths/users_{username}_wishes.yaml', '  x-provenance: FILL IN'],
    ['openapi/paths/users_{username}_wishes.yaml', '  summary: List the wishes of a user'],
    ['CHANGELOG.md', '- `users.listWishes` (`GET /users/{username}/wishes`) lists the wishes of a user.'],
    ['test/sandbox/users.test.ts', "it('lists the wishes of a user', "],
  ] as const)
    expect(step).toContain(`   ${file}:${repository.lineOf(file, text)}  `)
  expect(step.match(/check/g)).toHaveLength(3)
})

test('A dry run prints the changes and writes nothing, and what is rejected fails.', async () => {
  const run = (line: string) =>
    new Promise<{ code: unknown; output: string }>((resolve) => {
      const command = ['--import', 'tsx', 'scripts/new.ts', ...line.split(' ')]
      execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, output: stdout + stderr }),
      )
    })
  const { code, output } = await run('GET /vips users.vips.list --list-of User --dry-run')
  expect(code).toBe(0)
  expect(output).toContain('openapi/openapi.yaml\n+   /vips:\n+     $ref: paths/vips.yaml\n\n')
  await expect(readFile(join(root, 'openapi/paths/vips.yaml'))).rejects.toThrow('ENOENT')
  expect(await run('GET /vips users.list')).toEqual({ code: 1, output: 'The SDK name users.list is taken.\n' })
}, 60_000)

test('Nothing is left to fill in.', async () => {
  const folders = ['openapi', 'src', 'test/sandbox']
  const files = (
    await Promise.all(
      folders.map(async (folder) => (await filesIn(join(root, folder))).map((file) => `${folder}/${file}`)),
    )
  ).flat()
  const left = await Promise.all(
    [...files, 'CHANGELOG.md'].map(async (file) =>
      (await readFile(join(root, file), 'utf8')).includes(marker) ? [file] : [],
    ),
  )
  expect(left.flat()).toEqual([])
})

/** A snippet of the editor. */
interface Snippet {
  body: string[]
}

async function snippets(file: string): Promise<Record<string, Snippet>> {
  return JSON.parse(await readFile(join(root, '.vscode', file), 'utf8'))
}

test.each(['Operation: create', 'Operation: update'])(
  'The examples in `%s` have the summaries of those of the response.',
  async (name) => {
    const { [name]: snippet } = await snippets('openapi.code-snippets')
    const text = textOf(snippet as Snippet)
    for (const example of ['UserPlain', 'UserUnicode']) {
      const [summary = ''] = (await readFile(join(root, `openapi/components/examples/${example}.yaml`), 'utf8')).split(
        '\n',
      )
      expect(text).toContain(`/${example}.yaml\n`)
      expect(text).toContain(` ${summary}\n`)
    }
  },
)

/** Returns the text of a snippet, with its defaults. */
function textOf({ body }: Snippet): string {
  return `${body.join('\n')}\n`
    .replace(/\$\{\d+\|(\w+)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\\}|[^}])*)\}/g, '$1')
    .replace(/\\([$}])/g, '$1')
}

describe('The linter finds nothing', () => {
  let folder: string
  let reports: Record<string, Finding[]>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sceyt-new-'))
    const commands = {
      list: ['GET /users/{username}/wishes users.wishes.list --list-of Channel'],
      items: ['GET /messages/{messageId}/attachments messages.listAttachments'],
      action: ['POST /channels/{channelId}/polish channels.polish', 'PUT /roles roles.sort --returns nothing'],
      body: [
        'PUT /users/{username}/sizes users.setSizes --body SizesSet --fields shoe_size,last_name',
        'POST /people people.create --returns User --body UserCreate',
      ],
      resource: [
        'GET /tags tags.list --list-of Tag',
        'POST /tags tags.create --returns Tag --body TagCreate',
        'GET /tags/{tagId} tags.get',
        'DELETE /tags/{tagId} tags.delete',
      ],
    }
    const documents: Record<string, Record<string, string>> = { snippets: await withSnippets() }
    for (const [name, lines] of Object.entries(commands)) {
      const repository = await add(...lines)
      const files = [...repository.added, ...repository.changed].filter((file) => file.startsWith('openapi/'))
      documents[name] = Object.fromEntries(files.map((file) => [file, fillIn(repository.text(file))]))
    }
    for (const [name, files] of Object.entries(documents)) {
      await cp(join(root, 'openapi'), join(folder, name, 'openapi'), { recursive: true })
      for (const [file, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name, file)), { recursive: true })
        await writeFile(join(folder, name, file), text)
      }
    }
    const names = Object.keys(documents)
    const found = await lint(names, '--config', await writeConfig(names))
    reports = Object.fromEntries(names.map((name, index) => [name, found[index] ?? []]))
  })

  afterAll(() => rm(folder, { recursive: true }))

  test.each([
    ['a list of what a resource has', 'list'],
    ['calls without a body', 'action'],
    ['calls with a body, new and known', 'body'],
    ['a new resource', 'resource'],
  ])('in what `npm run new` writes for %s, once it is filled in.', (_what, name) => {
    expect(linesOf(reports[name])).toEqual([])
  })

  test('in a list of items without examples, but that none of their fields is required.', () => {
    expect(linesOf(reports['items'])).toEqual([
      expect.stringMatching(/sceyt\/supported: The items of a list must have a required field, which samples print\.$/),
    ])
  })

  test('in the snippets with their defaults.', () => {
    expect(linesOf(reports['snippets'])).toEqual([])
  })

  function linesOf(findings: Finding[] | undefined): string[] | undefined {
    return findings?.map(({ file, line, rule, message }) => `${basename(file)}:${line} ${rule}: ${message}`)
  }

  /** Fills in what an author would. */
  function fillIn(text: string): string {
    return text
      .replaceAll(/(x-provenance: ).*FILL IN.*/g, '$1documented')
      .replaceAll(/^( +description: )FILL IN; .*/gm, '$1Words.\n    writeOnly: true')
      .replaceAll(marker, 'Words for')
  }

  /** Writes the sources with snippets in the places that they are for. */
  async function withSnippets(): Promise<Record<string, string>> {
    const all = await snippets('openapi.code-snippets')
    const text = (name: string) => textOf(all[name] as Snippet)
    const read = (file: string) => readFile(join(root, file), 'utf8')
    const [notFound, update] = ['responses/NotFound', 'schemas/UserUpdate'].map(
      (name) => `openapi/components/${name}.yaml`,
    )
    const used = {
      'openapi/paths/users.yaml': text('Operation: list') + text('Operation: create'),
      'openapi/paths/users_{username}.yaml':
        text('Operation: path parameters') +
        text('Operation: get') +
        text('Operation: update') +
        text('Operation: delete').replace(/^ {2}responses:/m, `${text('Operation: permission')}  responses:`),
      'openapi/paths/channels_{channelId}_start-typing.yaml': (
        await read('openapi/paths/channels_{channelId}_start-typing.yaml')
      ).replace(/^ {2}requestBody:/m, `${text('Operation: errors')}  requestBody:`),
      [notFound as string]: (await read(notFound as string)) + text('Error'),
      [update as string]: (await read(update as string)).replace(/^ {2}last_name:.*\n/m, text('Field by reference')),
    }
    return used
  }

  async function writeConfig(names: string[]): Promise<string> {
    const config = await readFile(join(root, 'redocly.yaml'), 'utf8')
    const apis = names.map(
      (name) => `  ${name}:\n    root: ${name}/openapi/openapi.yaml\n    preprocessors:\n      sceyt/expand: on\n`,
    )
    const file = join(folder, 'redocly.yaml')
    await writeFile(
      file,
      config
        .replace(/^apis:\n(?: .*\n)+/m, `apis:\n${apis.join('')}`)
        .replace('scripts/lint/plugin.js', join(root, 'scripts/lint/plugin.js')),
    )
    return file
  }
})
