import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProgram } from '../../src/cli/program.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { compileCommand } from '../lib/command.js'
import { runCommand } from '../lib/run-command.js'
import { root } from '../samples/examples.js'
import { pair, pem } from '../token/pair.js'
import { guideFiles, readFences, readGuide, testedElsewhere } from './guides.js'

/** Commands that are only parsed here, by what they begin with or contain. */
const notRun: Readonly<Record<string, string>> = {
  'sandbox ': 'runs until it is stopped: test/sandbox/cli.test.ts',
  '--key-command': 'needs a password store: test/cli/profiles-command.test.ts',
  'profiles use staging ': 'of the same profile: test/cli/profiles-command.test.ts',
  'profiles add sandbox ': 'starts a sandbox: test/cli/sandbox-profile.test.ts',
  '--queue': 'needs Redis: test/redis/bulk-command.test.ts',
  'worker ': 'needs Redis: test/redis/bulk-command.test.ts',
  'status ': 'needs Redis: test/redis/bulk-command.test.ts',
  '--resolve': 'needs a row that is parked: test/cli/bulk/',
  '--mark-done': 'needs a row that is parked: test/cli/bulk/',
}
/** Flags of other programs. */
const foreign = ['--format', '--silent']

const fences = await readFences('sh')
const commands = fences.flatMap((fence) =>
  commandsIn(fence.code).map((command) => ({ ...command, fence, title: `guides/${fence.guide}: ${command.text}` })),
)
const file = await compileCommand()
const sandbox = createSandbox({
  apps: [
    { appId: 'app', apiKey: 'guides-key' },
    { appId: 'staging', apiKey: 'guides-key', seed: {} },
  ],
  seed: demo,
})
const home = process.cwd()
let work: string
let server: Awaited<ReturnType<typeof listen>>
// With the application that the command has without options.
let controlled: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'sceyt-guides-'))
  server = await listen(sandbox)
  controlled = await listen(createSandbox({ seed: demo }))
  process.chdir(work)
  await writeFile('photo.png', Buffer.from('89504e470d0a1a0a', 'hex'))
  await writeFile('key.pem', pem(pair.privateKey, 'pkcs8'))
  await writeFile('users.csv', 'username,first_name\nlena,Lena\n')
  const profile = ['--base-url', server.baseUrl('staging'), '--key-env', 'STAGING_KEY']
  expect(await run(['profiles', 'add', 'staging', ...profile])).toMatchObject({ code: 0 })
})

afterAll(async () => {
  process.chdir(home)
  await Promise.all([server.close(), controlled.close()])
  await rm(work, { recursive: true })
})

function run(words: readonly string[], input = '') {
  const env = {
    SCEYT_BASE_URL: server.baseUrl('app'),
    SCEYT_API_KEY: 'guides-key',
    STAGING_KEY: 'guides-key',
    SCEYT_CONFIG_DIR: join(work, 'config'),
  }
  return runCommand(file, words, { env, input })
}

describe('a command in a guide', () => {
  it.each(commands.map(({ title, words }) => [title, words] as const))('is valid in %s', async (_title, words) => {
    await parse(words)
  })

  it('with a flag, a value or a name that does not exist is found', async () => {
    await expect(parse(['users', 'list', '--limits', '5'])).rejects.toThrow('--limits')
    await expect(parse(['users', 'list', '--output', 'xml'])).rejects.toThrow('xml')
    await expect(parse(['users', 'send'])).rejects.toThrow('send')
  })

  const programs = fences
    .map(
      (fence) => [fence, commands.filter((command) => command.fence === fence && !isLeftOut(command.words))] as const,
    )
    .filter(([{ guide }, lines]) => lines.length > 0 && !testedElsewhere[guide])
    .map(([{ guide, line }, lines]) => [`guides/${guide}:${line}`, lines] as const)

  it.each(programs)('runs in %s', { timeout: 120_000 }, async (_title, lines) => {
    sandbox.reset()
    for (const { words, input, text } of lines) {
      const { code, stderr } = await run(words, input)
      // The demo has messages of users who have left their channel, which the server rejects.
      expect(code, `${text}\n${stderr}`).toBe(words.join(' ').startsWith('import all ') ? 1 : 0)
    }
  })

  it.each(Object.entries(notRun))('is one with %s, which %s', (part) => {
    expect(commands.some(({ words }) => matches(words, part))).toBe(true)
  })
})

describe('a call of curl in a guide', () => {
  const calls = fences.flatMap(({ code }) => code.split('\n').filter((line) => line.startsWith('curl ')))

  it.each(calls)('succeeds: %s', async (call) => {
    const script = call.replace('curl ', 'curl --fail --silent ').replace('http://127.0.0.1:4010', controlled.origin)
    await promisify(execFile)('sh', ['-c', script])
  })

  it('is in the guides', () => {
    expect(calls.length).toBeGreaterThan(3)
  })
})

describe('the text of a guide', async () => {
  const flags = new Set([...leavesOf(createProgram())].flatMap(({ options }) => options.map(({ long }) => long)))
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: object }

  it.each(await guideFiles())('names no flag and no script that does not exist: %s', async (guide) => {
    const text = await readGuide(guide)
    const code = [...text.replaceAll(/^ *```.*?^ *```$/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words)
    const named = code.flatMap((words) => words.match(/(?<![\w-])--[a-z][\w-]+/g) ?? [])
    expect(named.filter((flag) => !flags.has(flag) && !['--help', ...foreign].includes(flag))).toEqual([])
    const run = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name)
    expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })
})

describe('the reader of commands', () => {
  it('finds each call of the command line in a script', () => {
    const script =
      "export A=1\necho '{\"a\":1}' | npx sceyt-platform users create --data - > a.csv # no\nnpm run --silent token -- zoe --body 'a # b'\n"
    expect(commandsIn(script)).toEqual([
      {
        text: 'npx sceyt-platform users create --data - > a.csv',
        words: ['users', 'create', '--data', '-'],
        input: '{"a":1}',
      },
      { text: "npm run --silent token -- zoe --body 'a # b'", words: ['token', 'zoe', '--body', 'a # b'], input: '' },
    ])
  })
})

function isLeftOut(words: readonly string[]): boolean {
  return Object.keys(notRun).some((part) => matches(words, part))
}

function matches(words: readonly string[], part: string): boolean {
  const text = `${words.join(' ')} `
  return part.startsWith('-') ? text.includes(part) : text.startsWith(part)
}

interface ShellCommand {
  text: string
  words: string[]
  /** What `echo` pipes into it. */
  input: string
}

/** Returns the calls of `sceyt-platform` in a script, or of the npm scripts that are the same. */
function commandsIn(script: string): ShellCommand[] {
  return script.split('\n').flatMap((line) => {
    const [, before = '', rest = ''] =
      /^(.*?)((?:npx sceyt-platform|npm run (?:--silent )?(?:cli|sandbox|token|doctor))\b.*)$/.exec(line) ?? []
    const tokens = tokensOf(rest)
    const end = tokens.findIndex(({ raw }) => /^[#>|;&)]/.test(raw))
    const kept = end < 0 ? tokens : tokens.slice(0, end)
    const [first, , ...others] = kept.map(({ value }) => value).filter((value) => value !== '--silent')
    if (first === undefined) return []
    const name = kept.map(({ value }) => value).find((value) => ['sandbox', 'token', 'doctor'].includes(value))
    const words =
      first === 'npx' ? others : [...(name ? [name] : []), ...others.slice(1).filter((value) => value !== '--')]
    const [, input = ''] = /^echo '(.*)' \| $/.exec(before) ?? []
    const comment = tokens.find(({ raw }) => raw.startsWith('#'))
    return [{ text: (comment ? rest.slice(0, comment.index) : rest).trim(), words, input }]
  })
}

function tokensOf(line: string): { raw: string; value: string; index: number }[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(({ 0: raw, index }) => ({
    raw,
    value: raw.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'),
    index,
  }))
}

/** Parses a command line as the command does, without its effect. An invalid one is an error. */
async function parse(words: readonly string[]): Promise<void> {
  const program = createProgram()
  for (const command of leavesOf(program)) command.action(() => {})
  await program.parseAsync(words, { from: 'user' })
}

function* leavesOf(command: Command): Generator<Command> {
  if (command.commands.length === 0) yield command
  for (const child of command.commands) yield* leavesOf(child)
}
