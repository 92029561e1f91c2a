import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findStale, repair } from '../../scripts/generate/output.js'
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
  const files = Object.entries(await generated(root)).filter(([file]) => /^resources|^schema/.test(file))
  const textOf = (name: string) => files.find(([file]) => file.includes(name))?.[1] ?? ''

  test('say nothing of how the documentation was read.', () => {
    const words = /.*\b(documentation|decided|inferred|observed|SDK)\b.*/gi
    expect(files.flatMap(([, text]) => text.match(words) ?? [])).toEqual([])
  })

  test.each([
    ['users', 'limit', 'Maximum number of items in a page. 1 to 50.'],
    ['users', 'offset', 'Number of items to skip. 0 or more.'],
    ['users', 'the username of a path', '@param username - Username of the user. Must not be empty.'],
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
    ['schema', 'priority', 'Weight of the role. A higher weight outranks a lower one. 1 to 99.'],
    ['schema', 'members', 'The two members. Exactly 2 items.'],
    ['schema', 'members to add', 'The users, each with a role. 1 or more items.'],
  ])('in %s state what is allowed for %s.', (file, _what, sentence) => {
    expect(textOf(file).includes(sentence), sentence).toBe(true)
  })

  test('of responses state no limits: these are for callers.', () => {
    const user = /export type User = .*?^};/ms.exec(textOf('schema'))?.[0]
    expect(user).toContain('Unique name of the user.\n')
  })
})

describe('In a copy of the repository', () => {
  let copy: string

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'sceyt-generate-'))
    const parts = ['openapi', 'scripts', 'src', 'redocly.yaml', 'package.json', 'tsconfig.json']
    await Promise.all(parts.map((part) => cp(join(root, part), join(copy, part), { recursive: true })))
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
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
