import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSceyt } from 'sceyt-platform'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Ask } from '../../src/cli/ask.js'
import { Interrupted } from '../../src/cli/interrupted.js'
import { resolveServer } from '../../src/cli/profiles/resolve-server.js'
import { runKeyCommand } from '../../src/cli/profiles/run-key-command.js'
import type { Server } from '../../src/cli/profiles/server.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { createConfig, type TestConfig } from './config.js'
import { openTerminal } from './terminal.js'

afterEach(() => vi.unstubAllEnvs())

const key = 'k3y-that-must-never-be-seen'
const posix = process.platform !== 'win32'
const staging = { base_url: 'https://staging.example/v1/app', key: 'key-of-staging' }
const live = { api_url: 'live.example', app_id: 'app', key: 'key-of-live', production: true }
const both = { default: 'live', profiles: { staging, live } }
const variables = { SCEYT_BASE_URL: 'https://variable.example/v1/app', SCEYT_API_KEY: 'key-of-variable' }

const nobody: Ask = {
  isInteractive: false,
  hidden: () => expect.unreachable('a question was asked'),
  confirm: () => expect.unreachable('a question was asked'),
}

function resolve({ environment }: TestConfig, profile?: string, ask = nobody, needsKey = true): Promise<Server> {
  return resolveServer({ profile }, environment, ask, { needsKey })
}

/** Returns the message of a UsageError, in which no key may be. */
async function problemOf(config: TestConfig, profile?: string, ask = nobody, needsKey = true): Promise<string> {
  const error: unknown = await resolve(config, profile, ask, needsKey).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UsageError)
  const { message } = error as UsageError
  expect(message).not.toContain(key)
  return message.replaceAll(config.path, 'FILE')
}

/** Returns the key of a profile with these fields in place of those for a key. */
async function keyOf(fields: Record<string, unknown>, environment?: Record<string, string>): Promise<unknown> {
  const config = await createConfig(
    { profiles: { live: { base_url: 'https://live.example', ...fields } } },
    environment,
  )
  return (await resolve(config)).options.apiKey
}

it('needs no file, but two variables', async () => {
  const server = await resolve(await createConfig(undefined, variables))
  expect(server).toMatchObject({
    options: { baseUrl: 'https://variable.example/v1/app', apiKey: 'key-of-variable' },
    name: 'the environment',
    isProduction: false,
  })
  await server.close()
  expect(createSceyt(server.options)).toBeDefined()
})

it('is a profile', async () => {
  expect(await resolve(await createConfig(both), 'staging')).toMatchObject({
    options: { baseUrl: staging.base_url, apiKey: 'key-of-staging' },
    name: 'staging',
    isProduction: false,
  })
  const { options, ...rest } = await resolve(await createConfig(both), 'live')
  expect(options).toEqual({ apiUrl: 'live.example', appId: 'app', apiKey: 'key-of-live' })
  expect(rest).toMatchObject({ name: 'live', isProduction: true })
})

it('has the header and the separator of the profile', async () => {
  const profile = { ...staging, api_key_header: 'X-Key', filter_separator: '&' }
  expect((await resolve(await createConfig({ profiles: { staging: profile } }))).options).toEqual({
    baseUrl: staging.base_url,
    apiKey: 'key-of-staging',
    apiKeyHeader: 'X-Key',
    filterSeparator: '&',
  })
})

it.each<[flag: string | undefined, environment: Record<string, string>, file: Record<string, unknown>, name: string]>([
  ['staging', { SCEYT_PROFILE: 'live', ...variables }, both, 'staging'],
  [undefined, { SCEYT_PROFILE: 'staging', ...variables }, both, 'staging'],
  [undefined, variables, both, 'the environment'],
  [undefined, { SCEYT_API_URL: 'variable.example', SCEYT_APP_ID: 'app', SCEYT_API_KEY: 'k' }, both, 'the environment'],
  [undefined, {}, both, 'live'],
  [undefined, { SCEYT_PROFILE: ' ', SCEYT_BASE_URL: '', SCEYT_API_KEY: 'k' }, both, 'live'],
  [undefined, {}, { profiles: { staging } }, 'staging'],
])('is chosen by --profile %s, then %j, then the file', async (flag, environment, file, name) => {
  expect((await resolve(await createConfig(file, environment), flag)).name).toBe(name)
})

it.each<
  [flag: string | undefined, environment: Record<string, string>, file: Record<string, unknown>, problem: string]
>([
  ['stagin', {}, both, 'There is no profile "stagin" in FILE; did you mean "staging"?'],
  ['other', variables, both, 'There is no profile "other" in FILE; use staging, live.'],
  ['toString', {}, both, 'There is no profile "toString" in FILE; use staging, live.'],
  ['', variables, both, 'There is no profile "" in FILE; use staging, live.'],
  [undefined, { SCEYT_PROFILE: 'Live2' }, both, 'There is no profile "Live2" in FILE; did you mean "live"?'],
  ['live', {}, {}, 'There is no profile "live" in FILE, which has no profiles.'],
  [undefined, {}, { ...both, default: 'liev' }, 'There is no profile "liev" in FILE; did you mean "live"?'],
  [
    undefined,
    {},
    { profiles: both.profiles },
    'None of the profiles staging and live is the default. Pass --profile NAME, or run: sceyt-platform profiles use NAME',
  ],
])('cannot be --profile %s with %j', async (flag, environment, file, problem) => {
  expect(await problemOf(await createConfig(file, environment), flag)).toBe(problem)
})

it('is not read from a file that nothing needs', async () => {
  expect((await resolve(await createConfig('{', variables))).name).toBe('the environment')
  expect(await problemOf(await createConfig('{'), 'live')).toContain('FILE is not JSON')
})

it.each<[environment: Record<string, string>, problem: string]>([
  [
    { SCEYT_API_URL: 'x.example' },
    'SCEYT_API_URL is set, but SCEYT_APP_ID is missing. Set both, or SCEYT_BASE_URL in place of both.',
  ],
  [
    { SCEYT_APP_ID: 'app' },
    'SCEYT_APP_ID is set, but SCEYT_API_URL is missing. Set both, or SCEYT_BASE_URL in place of both.',
  ],
  [{ SCEYT_BASE_URL: 'x.example' }, 'SCEYT_BASE_URL must be a URL, got "x.example".'],
  [
    { SCEYT_API_URL: 'x.example/v1', SCEYT_APP_ID: 'app' },
    'SCEYT_API_URL must be a host without a path, got "/v1". For a path, use SCEYT_BASE_URL.',
  ],
  [{ SCEYT_API_URL: 'x.example', SCEYT_APP_ID: 'a/b' }, 'SCEYT_APP_ID must be letters, digits and -._~, got "a/b".'],
  [
    { SCEYT_BASE_URL: 'http://api.internal', SCEYT_API_KEY: key },
    'SCEYT_BASE_URL is plain http, which would send the API key unencrypted to api.internal. Use https, or set SCEYT_ALLOW_HTTP=true in the environment.',
  ],
  [
    { SCEYT_BASE_URL: 'https://x.example', SCEYT_API_KEY: `${key}\n${key}` },
    'The API key must be a string without line breaks, of characters that are allowed in a header.',
  ],
  [
    { SCEYT_BASE_URL: 'https://x.example' },
    'The API key for x.example is missing: set SCEYT_API_KEY, or SCEYT_API_KEY_FILE to the path of a file with it, or SCEYT_API_KEY_COMMAND to a command that prints it.',
  ],
])('is refused with the variable that is not valid: %j', async (environment, problem) => {
  expect(await problemOf(await createConfig(undefined, environment))).toBe(problem)
})

it('may be plain http in a private network with SCEYT_ALLOW_HTTP', async () => {
  const config = await createConfig(undefined, { SCEYT_BASE_URL: 'http://api.internal', SCEYT_API_KEY: 'k' })
  vi.stubEnv('SCEYT_ALLOW_HTTP', 'true')
  expect((await resolve(config)).options.baseUrl).toBe('http://api.internal')
})

it('is SCEYT_BASE_URL if there are all variables, as in the client', async () => {
  const config = await createConfig(undefined, { ...variables, SCEYT_API_URL: 'x', SCEYT_APP_ID: 'y' })
  expect((await resolve(config)).options).toEqual({ baseUrl: variables.SCEYT_BASE_URL, apiKey: 'key-of-variable' })
})

it.each<[profile: Record<string, unknown>, problem: string]>([
  [{ base_url: 'x.example' }, 'FILE: profiles.live.base_url must be a URL, got "x.example".'],
  [
    { api_url: 'x/y', app_id: 'app' },
    'FILE: profiles.live.api_url must be a host without a path, got "/y". For a path, ',
  ],
  [{ api_url: 'x', app_id: '..' }, 'FILE: profiles.live.app_id must be letters, digits and -._~, got "..".'],
  [{ base_url: 'http://x.example' }, 'FILE: profiles.live.base_url is plain http, which would send the API key '],
  [{ ...staging, api_key_header: 'a b' }, 'FILE: profiles.live.api_key_header must be the name of an HTTP header'],
  [{ ...staging, filter_separator: ',' }, 'FILE: profiles.live.filter_separator must be ";" or "&", got ",".'],
  [
    { base_url: 'https://x.example', key: `${key}\u2713` },
    'The API key of the profile "live" must be a string without line breaks, of characters that are allowed in a header.',
  ],
])('is refused with the field that is not valid: %j', async (profile, problem) => {
  // The question for a key must not come first.
  expect(await problemOf(await createConfig({ profiles: { live: profile } }))).toContain(problem)
})

it('has the key of a variable', async () => {
  expect(await keyOf({ key_env: 'LIVE_KEY' }, { LIVE_KEY: ' the-key\n' })).toBe('the-key')
})

it('has the key of SCEYT_API_KEY only if the profile says so', async () => {
  expect(await keyOf({ key_env: 'SCEYT_API_KEY' }, { SCEYT_API_KEY: 'the-key' })).toBe('the-key')
  const config = await createConfig(
    { profiles: { live: { base_url: 'https://live.example' } } },
    { SCEYT_API_KEY: key },
  )
  expect(await problemOf(config)).toBe(
    'The profile "live" in FILE has no API key: add key_env, key_file or key_command to it. SCEYT_API_KEY is set, but it is used for a profile only if its key_env says so, since it may be the key of another server.',
  )
})

it('has the key of a file by a path from the folder of the profiles, or a whole path', async () => {
  const { folder, environment } = await createConfig({})
  await mkdir(join(folder, 'keys'))
  await writeFile(join(folder, 'keys/live'), '\ufeffthe-key\r\n')
  for (const key_file of ['keys/live', join(folder, 'keys/live')]) {
    const text = JSON.stringify({ profiles: { live: { base_url: 'https://live.example', key_file } } })
    await writeFile(join(folder, 'profiles.json'), text)
    expect((await resolve({ folder, environment, path: '' })).options.apiKey).toBe('the-key')
  }
})

it.runIf(posix)('has the key of a file in the home folder', async () => {
  const { folder } = await createConfig('the-key\n')
  vi.stubEnv('HOME', folder)
  expect(await keyOf({ key_file: '~/profiles.json' })).toBe('the-key')
})

it.runIf(posix)('has the first line that a command prints', async () => {
  expect(await keyOf({ key_command: "printf ' the-key \\r\\nurl: x\\n'" })).toBe('the-key')
  expect(await keyOf({ key_command: 'echo "$FROM"' }, { FROM: 'the-key' })).toBe('the-key')
})

it.runIf(posix)('has the key of a command with very much output', async () => {
  expect(await keyOf({ key_command: 'echo the-key; head -c 3000000 /dev/zero' })).toBe('the-key')
})

it.runIf(posix).each<[fields: Record<string, unknown>, problem: string]>([
  [{ key_env: 'LIVE_KEY' }, 'The environment variable of profiles.live.key_env in FILE, LIVE_KEY, is not set.'],
  [{ key_env: 'k3yThatMustNeverBeSeen' }, 'The environment variable of profiles.live.key_env in FILE is not set.'],
  [{ key_env: 'toString' }, 'The environment variable of profiles.live.key_env in FILE is not set.'],
  [{ key_file: key }, 'Cannot read the file of profiles.live.key_file in FILE: it does not exist.'],
  [{ key_file: '.' }, 'Cannot read the file of profiles.live.key_file in FILE: it is a folder.'],
  [{ key_file: '/dev/null' }, 'The file of profiles.live.key_file in FILE is empty.'],
  [
    { key_command: `echo ${key}; exit 3` },
    'The command of profiles.live.key_command in FILE failed with the exit status 3.',
  ],
  [
    { key_command: 'kill -TERM $$' },
    'The command of profiles.live.key_command in FILE failed with the signal SIGTERM.',
  ],
  [
    { key_command: `echo; echo ${key}` },
    'The command of profiles.live.key_command in FILE has printed no key on the first line of its output.',
  ],
])('has no key with %j', async (fields, problem) => {
  expect(
    await problemOf(await createConfig({ profiles: { live: { base_url: 'https://live.example', ...fields } } })),
  ).toBe(problem)
})

describe.runIf(process.platform === 'linux')('a command that does not end', { timeout: 30_000 }, () => {
  it.each([
    ['waits', 'echo k3y; sleep 1001 & (sleep 1002; true) & wait', ['1001', '1002']],
    ['ignores SIGTERM', "trap '' TERM; sleep 1003; sleep 1004", ['1003', '1004']],
  ])('is stopped with its children: %s', async (_what, command, seconds) => {
    await expect(runKeyCommand(command, 'SCEYT_API_KEY_COMMAND', process.env, 300)).rejects.toThrow(
      new UsageError(
        'The command of SCEYT_API_KEY_COMMAND did not end within 0.3 s, and was stopped. Nothing was sent. Run it in a shell to see what it waits for.',
      ),
    )
    const commands = await Promise.all(
      (await readdir('/proc')).map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')),
    )
    for (const second of seconds) expect(commands).not.toContain(`sleep\0${second}\0`)
  })
})

it.runIf(posix)('has the key of a command that leaves an agent behind', async () => {
  expect(await runKeyCommand('sleep 3 & echo the-key', 'SCEYT_API_KEY_COMMAND', process.env, 2_000)).toBe('the-key')
})

it.runIf(posix)('is interrupted with its command', async () => {
  await expect(keyOf({ key_command: 'kill -INT $$' })).rejects.toThrow(Interrupted)
})

it('has the key of SCEYT_API_KEY, SCEYT_API_KEY_FILE or SCEYT_API_KEY_COMMAND, in this order', async () => {
  const { SCEYT_BASE_URL } = variables
  const file = (await createConfig('key-of-file\n')).path
  const command = { SCEYT_BASE_URL, SCEYT_API_KEY_COMMAND: 'echo key-of-command' }
  const both = { ...command, SCEYT_API_KEY_FILE: file }
  const keys = []
  for (const environment of [{ ...both, SCEYT_API_KEY: 'key-of-variable' }, { ...both, SCEYT_API_KEY: '' }, command])
    keys.push((await resolve(await createConfig(undefined, environment))).options.apiKey)
  expect(keys).toEqual(['key-of-variable', 'key-of-file', 'key-of-command'])
})

it('names the variable of a key that cannot be read', async () => {
  const { SCEYT_BASE_URL } = variables
  expect(await problemOf(await createConfig(undefined, { SCEYT_BASE_URL, SCEYT_API_KEY_FILE: '/missing' }))).toBe(
    'Cannot read the file of SCEYT_API_KEY_FILE: it does not exist.',
  )
  expect(await problemOf(await createConfig(undefined, { SCEYT_BASE_URL, SCEYT_API_KEY_COMMAND: 'exit 7' }))).toBe(
    'The command of SCEYT_API_KEY_COMMAND failed with the exit status 7.',
  )
})

it('asks for the key of a profile that states none', async () => {
  const { ask, type, shown } = openTerminal()
  type('API key of the profile "live" (live.example): ', `${key}\r`)
  const environment = { SCEYT_API_KEY: 'key-of-another-server' }
  const config = await createConfig({ profiles: { live: { ...live, key: undefined } } }, environment)
  expect((await resolve(config, 'live', ask)).options.apiKey).toBe(key)
  expect(shown()).not.toContain(key)
})

it('asks for the key of the server in the environment', async () => {
  const { ask, type } = openTerminal()
  type('API key for x.example:8443: ', `${key}\r`)
  const config = await createConfig(undefined, { SCEYT_API_URL: 'https://x.example:8443', SCEYT_APP_ID: 'app' })
  expect((await resolve(config, undefined, ask)).options.apiKey).toBe(key)
})

it('refuses an empty key', async () => {
  for (const [profile, environment] of [
    ['live', {}],
    [undefined, { SCEYT_BASE_URL: 'https://x.example' }],
  ] as const) {
    const { ask, type } = openTerminal()
    type('API key ', '\r')
    const config = await createConfig({ profiles: { live: { base_url: 'https://live.example' } } }, environment)
    expect(await problemOf(config, profile, ask)).toBe('The API key is empty. Nothing was sent.')
  }
})

it.each<[file: Record<string, unknown> | undefined, environment: Record<string, string>]>([
  [undefined, { SCEYT_BASE_URL: 'https://x.example' }],
  [undefined, { SCEYT_BASE_URL: 'https://x.example', SCEYT_API_KEY_FILE: '/missing' }],
  [undefined, { SCEYT_BASE_URL: 'https://x.example', SCEYT_API_KEY_COMMAND: 'exit 1' }],
  [{ profiles: { live: { base_url: 'https://x.example' } } }, {}],
  [{ profiles: { live: { base_url: 'https://x.example', key_command: 'exit 1' } } }, {}],
  [{ profiles: { live: { base_url: 'https://x.example', key_env: 'LIVE_KEY' } } }, {}],
])('reads no key and asks for none if nothing will be sent: %j %j', async (file, environment) => {
  const { ask, shown } = openTerminal()
  const { options } = await resolve(await createConfig(file, environment), undefined, ask, false)
  expect(createSceyt(options)).toBeDefined()
  expect(options.baseUrl).toBe('https://x.example')
  expect(shown()).toBe('')
})

it('never has the real key if nothing will be sent', async () => {
  const { options } = await resolve(await createConfig(both, {}), 'live', nobody, false)
  expect(options.apiKey).toBe('placeholder-for-the-key')
})
