import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { afterEach, expect, it, vi } from 'vitest'
import { openSandbox } from '../../src/cli/profiles/open-sandbox.js'
import { addProfilesCommand } from '../../src/cli/profiles/profiles-command.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { createConfig, type TestConfig } from './config.js'
import { openTerminal, type TestTerminal } from './terminal.js'

afterEach(() => vi.unstubAllEnvs())

const key = 'k3y-that-must-never-be-seen'
const url = 'https://api.example/v1/app'
const withKey = ['--base-url', url, '--key-env', 'LIVE_KEY']

/** Runs `profiles` with a terminal; without one, there is nobody to ask. */
async function run(
  { environment }: TestConfig,
  words: readonly string[],
  terminal?: TestTerminal,
): Promise<{ printed: string; noted: string }> {
  const ask = terminal?.ask ?? { ...openTerminal().ask, isInteractive: false }
  let printed = ''
  let noted = ''
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  addProfilesCommand(program, {
    environment,
    ask,
    async print(text) {
      printed += `${text}\n`
    },
    note(text) {
      noted += `${text}\n`
    },
  })
  await program.parseAsync(['profiles', ...words], { from: 'user' })
  expect(printed + noted + (terminal?.shown() ?? '')).not.toContain(key)
  return { printed, noted }
}

async function problemOf(config: TestConfig, words: readonly string[], terminal?: TestTerminal): Promise<string> {
  const error: unknown = await run(config, words, terminal).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UsageError)
  const { message } = error as UsageError
  expect(message).not.toContain(key)
  return message.replaceAll(config.path, 'FILE')
}

const read = async ({ path }: TestConfig) => JSON.parse(await readFile(path, 'utf8'))

it('adds a profile, and makes the first one the default', async () => {
  const config = await createConfig()
  expect(await run(config, ['add', 'live', ...withKey])).toEqual({
    printed: '',
    noted: `The profile "live" is in ${config.path}, and is the default.\n`,
  })
  expect(await run(config, ['add', 'other', ...withKey])).toEqual({
    printed: '',
    noted: `The profile "other" is in ${config.path}.\n`,
  })
  const profile = { base_url: url, key_env: 'LIVE_KEY' }
  expect(await read(config)).toEqual({ default: 'live', profiles: { live: profile, other: profile } })
})

it('adds every field of a profile', async () => {
  const config = await createConfig()
  const server = ['--api-url', 'api.example', '--app-id', 'app', '--api-key-header', 'X-Key', '--filter-separator', '&']
  await run(config, ['add', 'command', ...server, '--key-command', 'pass show sceyt', '--production'])
  await run(config, ['add', 'file', ...server, '--key-file', 'key.txt', '--default'])
  await run(config, ['add', 'home', ...server, '--key-file', '~/key.txt'])
  const fields = { api_url: 'api.example', app_id: 'app', api_key_header: 'X-Key', filter_separator: '&' }
  expect(await read(config)).toEqual({
    default: 'file',
    profiles: {
      command: { ...fields, key_command: 'pass show sceyt', production: true },
      // The profile is used from other folders too.
      file: { ...fields, key_file: resolve('key.txt') },
      home: { ...fields, key_file: '~/key.txt' },
    },
  })
})

it('adds a sandbox', async () => {
  const config = await createConfig()
  await run(config, ['add', 'play', '--sandbox'])
  expect(await read(config)).toEqual({ default: 'play', profiles: { play: { sandbox: true } } })
})

it('asks for a key, and stores it', async () => {
  const config = await createConfig()
  const terminal = openTerminal()
  terminal.type('API key for api.example (Enter alone: ask for it in each command): ', `${key}\r`)
  await run(config, ['add', 'live', '--base-url', url], terminal)
  expect(await read(config)).toEqual({ default: 'live', profiles: { live: { base_url: url, key } } })
})

it('stores no key after Enter alone', async () => {
  const config = await createConfig()
  const terminal = openTerminal()
  terminal.type('API key for api.example ', '\r')
  const { noted } = await run(config, ['add', 'live', '--base-url', url], terminal)
  expect(noted).toContain('No key is stored, so each command with the profile "live" asks for it.\n')
  expect(await read(config)).toEqual({ default: 'live', profiles: { live: { base_url: url } } })
})

it('refuses a key that no header can contain', async () => {
  const config = await createConfig()
  const terminal = openTerminal()
  terminal.type('API key for api.example ', `${key}\u2713\r`)
  expect(await problemOf(config, ['add', 'live', '--base-url', url], terminal)).toBe(
    'The API key must be a string without line breaks, of characters that are allowed in a header.',
  )
  expect(await readdir(config.folder)).toEqual([])
})

it('replaces a profile only with --force', async () => {
  const config = await createConfig({
    default: 'live',
    profiles: { live: { base_url: url, key }, other: { sandbox: true } },
  })
  expect(await problemOf(config, ['add', 'live', ...withKey])).toBe(
    'There is a profile "live" already. To replace it, pass --force.',
  )
  expect((await run(config, ['add', 'live', ...withKey, '--force'])).noted).toMatch(/, and is the default\.\n$/)
  expect(await read(config)).toEqual({
    default: 'live',
    profiles: { live: { base_url: url, key_env: 'LIVE_KEY' }, other: { sandbox: true } },
  })
})

it.each<[words: string[], problem: string]>([
  [
    ['a b', ...withKey],
    'The name of a profile must be 1 to 64 letters, digits and -._, and begin with a letter or a digit, got "a b".',
  ],
  [['../live', ...withKey], 'The name of a profile must be 1 to 64 '],
  [['live'], 'The server is missing: pass --base-url, or --api-url and --app-id, or --sandbox.'],
  [['live', '--api-url', 'x'], '--app-id is missing: pass --base-url, or --api-url and --app-id, or --sandbox.'],
  [['live', '--app-id', 'x'], '--api-url is missing: pass --base-url, or --api-url and --app-id, or --sandbox.'],
  [['live', '--base-url', url], 'The key is missing, and there is no terminal to ask on: pass --key-env NAME, '],
  [['live', '--base-url', 'api.example', '--key-env', 'K'], '--base-url must be a URL, got "api.example".'],
  [['live', '--base-url', ' ', '--key-env', 'K'], '--base-url is empty.'],
  [
    ['live', ...withKey, '--api-url', 'x', '--app-id', 'app'],
    '--base-url cannot be set together with --api-url, which it replaces.',
  ],
  [['live', ...withKey, '--app-id', 'app'], '--base-url cannot be set together with --app-id, which it replaces.'],
  [
    ['live', '--api-url', 'x/y', '--app-id', 'app', '--key-env', 'K'],
    '--api-url must be a host without a path, got "/y". For a path, use --base-url.',
  ],
  [
    ['live', '--api-url', 'x', '--app-id', 'a/b', '--key-env', 'K'],
    '--app-id must be letters, digits and -._~, got "a/b".',
  ],
  [
    ['live', '--base-url', 'http://api.internal', '--key-env', 'K'],
    '--base-url is plain http, which would send the API key unencrypted to api.internal. Use https, or set SCEYT_ALLOW_HTTP=true in the environment.',
  ],
  [['live', ...withKey, '--api-key-header', 'a b'], '--api-key-header must be the name of an HTTP header'],
  [['live', ...withKey, '--filter-separator', ','], '--filter-separator must be ";" or "&", got ",".'],
  [
    ['live', ...withKey, '--key-file', 'x', '--key-command', 'y'],
    'Pass only one of --key-env, --key-file and --key-command.',
  ],
  [['live', '--base-url', url, '--key-file', ''], '--key-file is empty.'],
  [
    ['live', '--base-url', url, '--key-env', key],
    '--key-env must be the name of an environment variable, not the key itself.',
  ],
  [
    ['live', '--sandbox', '--base-url', url, '--production'],
    '--sandbox cannot be combined with --base-url and --production: a sandbox has no server and no secret key.',
  ],
  [
    ['live', '--base-url', url, '--key', key],
    'A key cannot be passed as a flag, since other users of the machine can read ',
  ],
  [['live', '--base-url', url, `--api-key=${key}`], 'A key cannot be passed as a flag'],
  [['live', '--key'], 'A key cannot be passed as a flag'],
])('refuses to add %j, and writes nothing', async (words, problem) => {
  const config = await createConfig()
  // The profile is for other environments too.
  vi.stubEnv('SCEYT_API_URL', 'variable.example')
  vi.stubEnv('SCEYT_APP_ID', 'variable')
  expect(await problemOf(config, ['add', ...words])).toContain(problem)
  expect(await readdir(config.folder)).toEqual([])
})

const profiles = {
  default: 'live',
  profiles: {
    live: { base_url: url, key, production: true },
    staging: { api_url: 'staging.example', app_id: 'app', key_command: `echo ${key}` },
    env: { base_url: 'https://x.example', key_env: 'LIVE_KEY' },
    file: { base_url: 'https://x.example', key_file: key },
    ask: { base_url: 'https://x.example' },
    play: { sandbox: true },
  },
}

it('lists profiles in a table, without keys', async () => {
  const { printed, noted } = await run(await createConfig(profiles), ['list'])
  expect(printed).toBe(`NAME     SERVER                      KEY      PRODUCTION  DEFAULT
live     https://api.example/v1/app  stored   yes         yes
staging  staging.example app         command
env      https://x.example           env
file     https://x.example           file
ask      https://x.example           prompt
play     sandbox                     none
`)
  expect(noted).toBe('')
})

it('lists profiles as JSON, without keys', async () => {
  const { printed } = await run(await createConfig(profiles), ['list', '--output', 'json'])
  expect(JSON.parse(printed).slice(0, 2)).toEqual([
    { name: 'live', server: url, key: 'stored', production: true, default: true },
    { name: 'staging', server: 'staging.example app', key: 'command', production: false, default: false },
  ])
})

it('lists a profile that is alone as the default', async () => {
  const { printed } = await run(await createConfig({ profiles: { play: { sandbox: true } } }), [
    'list',
    '--output',
    'json',
  ])
  expect(JSON.parse(printed)).toMatchObject([{ default: true }])
})

it.each<[words: string[], variables: Record<string, string>, current: object]>([
  [
    [],
    {},
    {
      profile: 'live',
      chosenBy: 'default',
      server: url,
      key: 'stored',
      keyFrom: 'profiles.live.key',
      production: true,
    },
  ],
  [
    ['--profile', 'staging'],
    { SCEYT_PROFILE: 'env' },
    {
      profile: 'staging',
      chosenBy: '--profile',
      server: 'staging.example app',
      key: 'command',
      keyFrom: 'profiles.staging.key_command',
      production: false,
    },
  ],
  [
    [],
    { SCEYT_PROFILE: 'ask', SCEYT_BASE_URL: url },
    {
      profile: 'ask',
      chosenBy: 'SCEYT_PROFILE',
      server: 'https://x.example',
      key: 'prompt',
      keyFrom: null,
      production: false,
    },
  ],
  [
    ['--profile', 'play'],
    {},
    {
      profile: 'play',
      chosenBy: '--profile',
      server: 'sandbox',
      file: expect.stringMatching(/play\.sandbox\.json$/),
      key: 'none',
      keyFrom: null,
      production: false,
    },
  ],
  [
    [],
    { SCEYT_BASE_URL: 'https://u:k3y-that-must-never-be-seen@api.example/v1/app', SCEYT_API_KEY: key },
    { profile: null, chosenBy: 'environment', server: url, key: 'env', keyFrom: 'SCEYT_API_KEY', production: false },
  ],
  [
    [],
    { SCEYT_API_URL: 'api.example', SCEYT_APP_ID: 'app', SCEYT_API_KEY_COMMAND: 'exit 1' },
    {
      profile: null,
      chosenBy: 'environment',
      server: 'api.example app',
      key: 'command',
      keyFrom: 'SCEYT_API_KEY_COMMAND',
      production: false,
    },
  ],
])('shows the server of commands with %j and %j', async (words, variables, current) => {
  const { printed, noted } = await run(await createConfig(profiles, variables), [
    'current',
    '--output',
    'json',
    ...words,
  ])
  expect([JSON.parse(printed), noted]).toEqual([current, ''])
})

it('shows the server of commands in words, and what to do without one', async () => {
  expect((await run(await createConfig(profiles), ['current'])).printed).toBe(`profile     live
chosen by   default
server      ${url}
key         stored (profiles.live.key)
production  yes
`)
  expect(await problemOf(await createConfig(), ['current'])).toMatch(/^No server is configured\./)
  expect(await problemOf(await createConfig(profiles, { SCEYT_PROFILE: 'liev' }), ['current'])).toContain(
    'did you mean "live"?',
  )
})

it('says on stderr that there are no profiles', async () => {
  const config = await createConfig()
  const noted = `There are no profiles in ${config.path}. To add one: sceyt-platform profiles add --help\n`
  expect(await run(config, ['list'])).toEqual({ printed: '', noted })
  expect(await run(config, ['list', '--output', 'json'])).toEqual({ printed: '[]\n', noted })
})

it('makes another profile the default', async () => {
  const config = await createConfig(profiles)
  expect((await run(config, ['use', 'staging'])).noted).toBe('The default profile is now "staging".\n')
  expect(await read(config)).toEqual({ ...profiles, default: 'staging' })
})

it.each<[Record<string, string>, string]>([
  [{ SCEYT_BASE_URL: url }, ' But SCEYT_BASE_URL is set, and takes precedence.'],
  [{ SCEYT_APP_ID: 'app', SCEYT_PROFILE: ' ' }, ' But SCEYT_APP_ID is set, and takes precedence.'],
  [{ SCEYT_PROFILE: 'live', SCEYT_BASE_URL: url }, ' But SCEYT_PROFILE is set, and takes precedence.'],
  [{ SCEYT_PROFILE: 'staging', SCEYT_BASE_URL: url }, ''],
])('says with %j that the default profile is not used', async (variables, sentence) => {
  const config = await createConfig(profiles, variables)
  expect((await run(config, ['use', 'staging'])).noted).toBe(`The default profile is now "staging".${sentence}\n`)
  const { noted } = await run(config, ['add', 'staging', ...withKey, '--force'])
  expect(noted).toBe(`The profile "staging" is in ${config.path}, and is the default.${sentence}\n`)
})

it('removes a profile', async () => {
  const config = await createConfig(profiles)
  expect((await run(config, ['remove', 'staging'])).noted).toBe('The profile "staging" is removed.\n')
  const { staging: _, ...rest } = profiles.profiles
  expect(await read(config)).toEqual({ default: 'live', profiles: rest })
})

it('has no default after that one is removed', async () => {
  const config = await createConfig(profiles)
  await run(config, ['remove', 'live'])
  expect(await read(config)).not.toHaveProperty('default')
})

it('keeps the state of a sandbox that is removed, and says where it is', async () => {
  const config = await createConfig(profiles)
  const file = join(config.folder, 'play.sandbox.json')
  await (await openSandbox('play', file)).close()
  expect((await run(config, ['remove', 'play'])).noted).toContain(`The state of its sandbox is still in ${file} and`)
  expect(await readdir(config.folder)).toContain('play.sandbox.json')
})

it.each(['use', 'remove'])('names the profile that was meant in %s, and changes nothing', async (command) => {
  const config = await createConfig(profiles)
  expect(await problemOf(config, [command, 'stagin'])).toBe(
    'There is no profile "stagin" in FILE; did you mean "staging"?',
  )
  expect(await read(config)).toEqual(profiles)
})

it('prints the path of the file', async () => {
  const config = await createConfig()
  expect(await run(config, ['path'])).toEqual({ printed: `${config.path}\n`, noted: '' })
})

it('uses the streams and the environment of the process', async () => {
  const { folder, path } = await createConfig()
  vi.stubEnv('SCEYT_CONFIG_DIR', folder)
  let printed = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest: unknown[]) => {
    printed += text
    const onEnd = rest.at(-1)
    if (typeof onEnd === 'function') onEnd()
    return true
  })
  const program = new Command()
  addProfilesCommand(program)
  await program.parseAsync(['profiles', 'path'], { from: 'user' })
  write.mockRestore()
  expect(printed).toBe(`${path}\n`)
})

it('does not offer a flag for a key', () => {
  const program = new Command()
  addProfilesCommand(program)
  const help = program.commands[0]?.commands.find((command) => command.name() === 'add')?.helpInformation()
  expect(help).toContain('--key-env <variable>')
  expect(help).not.toMatch(/--(api-)?key\b(?!-)/)
})
