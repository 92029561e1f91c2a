import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as operations from '../../generated/operations.js'
import { endpointsOf } from '../../scripts/document.js'
import { findStale, repair } from '../../scripts/generate/output.js'
import { errorClasses } from '../../scripts/generate/resources.js'
import { lintBundle } from '../../scripts/lint/lint.js'
import { isExpected } from '../../src/client/compose-errors.js'
import { createApiError } from '../../src/errors/api-error.js'
import type { CallState } from '../../src/http/call-state.js'
import { mayRetry } from '../../src/http/retry.js'
import * as client from '../../src/index.js'
import { isThorough } from '../lib/random.js'
import { filesIn, root } from './files.js'

interface Outcome {
  code: number
  output: string
}

/** Runs `npm run generate` in a folder, without npm. */
function generate(folder: string, ...parameters: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/generate.ts', ...parameters],
      { cwd: folder },
      (error, stdout, stderr) => {
        const code = error ? error.code : 0
        if (typeof code === 'number') resolve({ code, output: stdout + stderr })
        else reject(error)
      },
    )
  })
}

/** Every file in the generated/ of a folder, by its path. */
async function generated(folder: string): Promise<Record<string, string>> {
  const files = await filesIn(join(folder, 'generated'))
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(join(folder, 'generated', file), 'utf8')])),
  )
}

test('Every file in generated/ says in its first line what made it.', async () => {
  const files = Object.entries(await generated(root))
  expect(files).not.toEqual([])
  expect(
    files.filter(([, text]) => !text.split('\n')[0]?.includes('`npm run generate`')).map(([file]) => file),
  ).toEqual([])
})

test('generated/openapi.json is indented with two spaces: a linter that parses JSON as YAML warns about each tab.', async () => {
  const text = await readFile(join(root, 'generated/openapi.json'), 'utf8')
  expect(text).toContain('\n  "openapi": "3.1.0",\n  "info": {\n    "title"')
  expect(text).not.toContain('\t')
})

describe('Comments in the client', async () => {
  test.each(Object.entries(errorClasses))(
    'name for the status %s the class that the client throws: %s.',
    (status, name) => {
      const error = createApiError({ status: Number(status), headers: new Headers(), body: undefined })
      expect(Object.entries(client)).toContainEqual([name, error.constructor])
    },
  )

  test('list the errors of a call by class, with the sentences of the document.', () => {
    expect(textOf('resources/channels')).toContain('@throws NotFoundError (404) There is no channel with this id.\n')
    expect(textOf('resources/users')).toContain('@throws ConflictError (409) This username is taken.\n')
  })

  const files = Object.entries(await generated(root)).filter(([file]) => /^resources|^schema/.test(file))
  const allText = files.map(([, text]) => text).join('')
  const { getUser } = operations
  const statuses = Array.from({ length: 200 }, (_, index) => 400 + index)
  const endpoints = endpointsOf(JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8')))
  const textOf = (name: string) => files.find(([file]) => file.includes(name))?.[1] ?? ''

  test('say nothing of how the documentation was read.', () => {
    const words = /.*\b(documentation|decided|inferred|observed|SDK)\b.*/gi
    expect(files.flatMap(([, text]) => text.match(words) ?? [])).toEqual([])
  })

  test.each([
    ['users', 'limit', 'Maximum number of items on a page. 1 to 50.'],
    ['users', 'offset', 'Number of items to skip. 0 or more.'],
    ['users', 'the username of a path', '@param username - Username, unique in the application. Must not be empty.'],
    ['users', 'query', '@param query - `limit` (1 to 50, by default 30), `offset` (0 or more).'],
    ['users', 'a body', '@param body - The user to create. Required: `username`.'],
    ['users', 'a body without a required field', '@param body - The fields to change. All fields are optional.'],
    ['messages', 'a required query', '@param query - `from` (required, must not be empty).'],
    ['channels', 'filter', 'Write conditions with `where()`.'],
    [
      'schema',
      'uri',
      'Unique URI of the channel. 1 to 128 characters: ASCII letters, digits, underscores and hyphens.',
    ],
    [
      'schema',
      'priority',
      'Priority of the role. A role with a higher priority outranks one with a lower priority. 1 to 99.',
    ],
    ['schema', 'members', 'The two members. Exactly 2 items.'],
    ['schema', 'members to add', 'Users to add, each with an optional role. 1 or more items.'],
  ])('in %s state what is allowed for %s.', (file, _what, sentence) => {
    expect(textOf(file).includes(sentence), sentence).toBe(true)
  })

  test.each(endpoints)('of $operation.operationId state after what it is retried, as the client does.', (endpoint) => {
    const { operationId, 'x-sdk-name': name, 'x-idempotent': idempotent } = endpoint.operation
    const [, line = ''] = new RegExp(`Operation \`${operationId}\`: .*?\\. (Retried .*)`).exec(allText) ?? []
    const stated = [...line.matchAll(/\b[45]\d\d\b/g)].map(Number)
    const retried = statuses.filter((status) => mayRetry({ ...getUser, name, idempotent }, { status }))
    expect(stated).toEqual(retried)
    const broken = mayRetry({ ...getUser, name, idempotent }, {})
    expect(line.includes('a timeout or a broken connection')).toBe(broken)
    expect(line.includes('or if nothing was sent')).toBe(!broken)
  })

  test('of deletions say that a NotFoundError after a retry may be a success.', () => {
    const words = 'If a retry ends with a NotFoundError, an earlier attempt may have deleted it.'
    const named = [...allText.matchAll(/Operation `(\w+)`: (.*)/g)].filter(([, , line = '']) => line.includes(words))
    expect(named.map(([, id]) => id).sort()).toEqual([
      ...['deleteChannel', 'deleteChannelType', 'deleteFile', 'deleteMessage', 'deleteRole', 'deleteUser'],
    ])
  })

  test.each<[name: string, ...sentences: string[]]>([
    [
      'users.upsert',
      'Calls `createUser`. If that fails with the reason `already-exists`, it calls `updateUser`.',
      'it calls `updateUser` too, and creates again what is not found, at most `maxRetries` times. `maxRetries: 0` turns this off.',
    ],
    [
      'channels.getOrCreateDirect',
      'Calls `createDirectChannel`. If that fails with the reason `already-exists`, it looks for the existing one with `listChannels` and `listChannelMembers`.',
      'it looks for it too, and never creates a second one. `maxRetries: 0` turns this off.',
    ],
  ])('of %s state after which errors of its create it continues, as the client does.', (name, ...sentences) => {
    const [resource = '', method] = name.split('.')
    const [, comment = ''] =
      new RegExp(`/\\*\\*((?:(?!/\\*\\*)[^])*?)\\n  ${method}\\(`).exec(textOf(`resources/${resource}`)) ?? []
    for (const sentence of sentences) expect(comment).toContain(sentence)
    const [line = ''] = /If the outcome of the create is unknown .*/.exec(comment) ?? []
    const call = { attempts: 1, earlier: 0, limits: { maxRetries: 2 } } as CallState
    const unknown = statuses.filter((status) => {
      const error = createApiError({ status, headers: new Headers(), body: undefined })
      return isExpected(call, error) && error.reason !== 'already-exists'
    })
    expect([...line.matchAll(/\b[45]\d\d\b/g)].map(Number)).toEqual(unknown)
  })

  test('of calls that Sceyt does not document say what is not certain.', () => {
    expect(textOf('resources/channels')).toContain(
      '@experimental Sceyt does not document this call. The path, the fields and the rules are assumed to be those of a public channel.\n',
    )
  })

  test('of responses state no limits: these are for callers.', () => {
    const user = /export type User = .*?^};/ms.exec(textOf('schema'))?.[0]
    expect(user).toContain('Username, unique in the application.\n')
  })
})

/** Copies what `npm run generate` needs to a folder of its own. */
async function copyRepository(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'sceyt-generate-'))
  const parts = ['openapi', 'scripts', 'src', 'redocly.yaml', 'package.json', 'tsconfig.json', 'guides']
  await Promise.all(parts.map((part) => cp(join(root, part), join(copy, part), { recursive: true })))
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  return copy
}

describe('In a copy of the repository', () => {
  let copy: string

  beforeAll(async () => {
    copy = await copyRepository()
  })

  afterAll(() => rm(copy, { recursive: true }))

  test('a run that starts from nothing writes the same bytes again: the files in generated/ are what the sources say.', async () => {
    const { code, output } = await generate(copy)
    const files = await generated(root)
    expect(code).toBe(0)
    expect(output.match(/^(wrote|removed) .*$/gm)).toEqual(Object.keys(files).map((file) => `wrote generated/${file}`))
    expect(await generated(copy)).toEqual(files)
  })

  // It lints and generates everything once more, which takes seconds.
  test.runIf(isThorough)('a check names what is changed, missing and not wanted, and touches nothing.', async () => {
    await cp(join(root, 'generated'), join(copy, 'generated'), { recursive: true, force: true })
    await appendFile(join(copy, 'generated/types.ts'), 'export type Extra = never\n')
    await rm(join(copy, 'generated/operations.ts'))
    await writeFile(join(copy, 'generated/extra.ts'), 'export {}\n')
    const spoilt = await generated(copy)
    const check = await generate(copy, '--check')
    expect(check.code).toBe(1)
    expect(check.output.match(/^generated\/.*$/gm)).toEqual([
      'generated/extra.ts is stale: run `npm run generate`.',
      'generated/operations.ts is stale: run `npm run generate`.',
      'generated/types.ts is stale: run `npm run generate`.',
    ])
    expect(await generated(copy)).toEqual(spoilt)
  })
})

describe('In a copy of the repository with flaws', () => {
  let copy: string

  beforeAll(async () => {
    copy = await copyRepository()
  })

  afterAll(() => rm(copy, { recursive: true }))

  async function edit(file: string, from: string, to: string): Promise<void> {
    const text = await readFile(join(copy, file), 'utf8')
    expect(text).toContain(from)
    await writeFile(join(copy, file), text.replace(from, to))
  }

  test('a run prints the place of each, whether the linter, a reference or YAML is the reason, and writes nothing.', async () => {
    await appendFile(join(copy, 'openapi/paths/users_{username}.yaml'), 'summary: A user\n')
    await edit('openapi/paths/users_{username}.yaml', 'summary: Get a user', 'sumary: Get a user')
    await edit('openapi/paths/roles.yaml', 'schemas/RoleCreate.yaml', 'schemas/RoleCreation.yaml')
    await writeFile(join(copy, 'openapi/paths/files.yaml'), 'post:\n  tags: [Files\n summary: Upload a file\n')
    const roleId = 'openapi/paths/roles_{roleId}.yaml'
    await appendFile(join(copy, roleId), 'get: {}\n')
    const { code, output } = await generate(copy)
    expect(output.split('\n')).toEqual([
      'openapi/paths/files.yaml:3:2  Failed to parse: deficient indentation  (no-unresolved-refs)',
      expect.stringMatching(
        /^openapi\/paths\/roles\.yaml:\d+:\d+ {2}Can't resolve \$ref: openapi\/components\/schemas\/RoleCreation\.yaml does not exist {2}\(no-unresolved-refs\)$/,
      ),
      expect.stringMatching(
        /^openapi\/paths\/roles_\{roleId\}\.yaml:\d+:\d+ {2}Failed to parse: duplicated mapping key /,
      ),
      expect.stringMatching(
        /^openapi\/paths\/users_\{username\}\.yaml:\d+:1 {2}Operation object should contain `summary` field\. {2}\(operation-summary\)$/,
      ),
      expect.stringMatching(
        /^openapi\/paths\/users_\{username\}\.yaml:\d+:3 {2}Property `sumary` is not expected here\. Did you mean `summary`\? {2}\(struct\)$/,
      ),
      expect.stringMatching(
        /^openapi\/paths\/users_\{username\}\.yaml:\d+:1 {2}`summary` is not supported by the generator in a path, .*\(sceyt\/supported\)$/,
      ),
      '6 problems',
      '',
    ])
    expect(code).toBe(1)
    await expect(filesIn(join(copy, 'generated'))).rejects.toThrow('ENOENT')
  })

  test('a run prints the place of an error in the first file, and otherwise why the linter failed, in one line.', async () => {
    await writeFile(join(copy, 'openapi/openapi.yaml'), 'openapi: 3.1.0\ninfo: [\n title\n')
    const unparsed = await generate(copy)
    await rm(join(copy, 'openapi/openapi.yaml'))
    const missing = await generate(copy)
    expect([unparsed, missing]).toEqual([
      {
        code: 1,
        output: expect.stringMatching(
          /^openapi\/openapi\.yaml:4:1 {2}Failed to parse: .+ {2}\(no-unresolved-refs\)\n1 problem\n$/,
        ),
      },
      { code: 1, output: 'generate: redocly lint: openapi/openapi.yaml does not exist or is invalid.\n' },
    ])
  })
})

test('The bundle is linted too, and a flaw is printed with its place in a file that is kept.', async () => {
  const document = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8'))
  document.paths['/users'].get['x-idempotent'] = 'yes'
  const [finding, ...others] = await lintBundle(JSON.stringify(document, null, 2))
  const lines = (await readFile(finding?.file ?? '', 'utf8')).split('\n')
  await rm(dirname(finding?.file ?? ''), { recursive: true })
  expect(others).toEqual([])
  expect(finding).toMatchObject({ message: 'x-idempotent must be true or false.', rule: 'sceyt/idempotent' })
  expect(lines[(finding?.line ?? 0) - 1]?.slice((finding?.column ?? 0) - 1)).toMatch(/^"yes"/)
})

describe('What a run finds stale', () => {
  const output = { 'changed.ts': '1\n', 'missing/deep.ts': '2\n', 'right.ts': '3\n' }
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sceyt-stale-'))
    await mkdir(join(folder, 'generated/unwanted'), { recursive: true })
    for (const [file, text] of Object.entries({ ...output, 'changed.ts': '0\n', 'unwanted/extra.ts': '4\n' }))
      if (!file.startsWith('missing')) await writeFile(join(folder, 'generated', file), text)
  })

  afterAll(() => rm(folder, { recursive: true }))

  test('is repaired, each file in its way, and then nothing is stale.', async () => {
    const target = join(folder, 'generated')
    const stale = await findStale(target, output)
    expect(stale).toEqual(['changed.ts', 'missing/deep.ts', 'unwanted/extra.ts'])
    const done = []
    for (const file of stale) done.push(await repair(target, output, file))
    expect(done).toEqual(['wrote', 'wrote', 'removed'])
    expect(await generated(folder)).toEqual(output)
    expect(await findStale(target, output)).toEqual([])
  })

  test('is everything, if there is no folder.', async () => {
    expect(await findStale(join(folder, 'none'), output)).toEqual(Object.keys(output))
  })
})
