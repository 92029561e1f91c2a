import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { compileCommand } from '../lib/command.js'
import { type Outcome, runCommand } from '../lib/run-command.js'
import { serve } from '../lib/serve.js'

const command = await compileCommand()
const folder = await mkdtemp(join(tmpdir(), 'sceyt-cli-'))
const apiKey = 'k3y-that-must-never-be-seen'
const sandbox = createSandbox({ apps: [{ appId: 'app', apiKey }], seed: demo })
const server = await listen(sandbox)
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  sandbox.reset()
  sandbox.journal.clear()
})

const env = { SCEYT_BASE_URL: server.baseUrl('app'), SCEYT_API_KEY: apiKey, SCEYT_CONFIG_DIR: folder }
const channel = '101437428530810880'
// Each test starts processes.
const timeout = 60_000

async function run(words: readonly string[], more: Parameters<typeof runCommand>[2] = {}): Promise<Outcome> {
  const outcome = await runCommand(command, words, { ...more, env: { ...env, ...more.env } })
  expect(outcome.stdout + outcome.stderr).not.toContain(apiKey)
  return outcome
}

/** The bodies that were received, parsed. */
function bodies(): unknown[] {
  return sandbox.journal.entries.map(({ body }) => (body === undefined || body === '' ? undefined : JSON.parse(body)))
}

describe('flags', { timeout }, () => {
  it.each<[string, string[], unknown]>([
    ['a text', ['users', 'update', 'zoe', '--first-name', 'Zoé "Z" 🎉'], { first_name: 'Zoé "Z" 🎉' }],
    ['a number', ['roles', 'create', '--name', 'Guide', '--priority', '7'], { name: 'Guide', priority: 7 }],
    [
      'booleans',
      ['channel-types', 'create', '--name', 'b', '--discoverable', '--no-allow-join', '--distinct=false'],
      { name: 'b', discoverable: true, allowJoin: false, distinct: false },
    ],
    [
      'a list of objects, by name and as JSON',
      ['channels', 'create-private', '--members', 'zoe', '--members', '{"username":"omar","role":"Moderator"}'],
      { members: [{ username: 'zoe' }, { username: 'omar', role: 'Moderator' }] },
    ],
    [
      'a list as one JSON array',
      ['channels', 'create-private', '--members', '[{"username":"zoe"}]'],
      { members: [{ username: 'zoe' }] },
    ],
    [
      'a list of numbers',
      ['roles', 'create', '--name', 'Guide', '--permissions', '1', '--permissions', '2'],
      { name: 'Guide', permissions: [1, 2] },
    ],
    ['a word that may be a number', ['channels', 'update', channel, '--type', 'book'], { type: 'book' }],
    ['a number that may be a word', ['channels', 'update', channel, '--type', '2'], { type: 2 }],
    ['an object', ['channels', 'update', channel, '--options', '{"a":[1]}'], { options: { a: [1] } }],
  ])('send %s', async (_what, words, body) => {
    expect(await run(words)).toMatchObject({ code: 0, stderr: '' })
    expect(bodies()).toEqual([body])
  })

  it('encode what is in a path', async () => {
    await run(['users', 'create', '--username', 'a/b*c ü'])
    expect(await run(['users', 'get', 'a/b*c ü'])).toMatchObject({ code: 0 })
    expect(sandbox.journal.entries.at(-1)?.url).toBe('/v1/app/users/a%2Fb%2Ac%20%C3%BC')
  })

  it('filter lists', async () => {
    const { stdout } = await run(['channels', 'list', '--filter', 'uri:eq:book_club', '--fields', 'uri'])
    expect(JSON.parse(stdout)).toEqual([{ uri: 'book_club' }])
  })
})

describe('--data', { timeout }, () => {
  it('is JSON, a file or the standard input, of which flags replace fields', async () => {
    const file = join(folder, 'user.json')
    await writeFile(file, '\ufeff{"username":"file","first_name":"A"}')
    const create = ['users', 'create', '--data']
    expect(await run([...create, '{"username":"text"}'])).toMatchObject({ code: 0 })
    expect(await run([...create, `@${file}`, '--first-name', 'B'])).toMatchObject({ code: 0 })
    expect(await run([...create, '-'], { input: '{"username":"input"}' })).toMatchObject({ code: 0 })
    expect(bodies()).toEqual([{ username: 'text' }, { username: 'file', first_name: 'B' }, { username: 'input' }])
  })

  it('is refused if it is neither UTF-8 nor UTF-16, and nothing is sent', async () => {
    const latin = Buffer.from('{"username":"x","first_name":"Zo\xe9"}', 'latin1')
    const { code, stderr } = await run(['users', 'create', '--data', '-'], { input: latin })
    expect([code, stderr]).toEqual([2, 'Cannot read the file of --data, "-": it is not UTF-8.\n'])
    expect(sandbox.journal.count).toBe(0)
  })

  it.each<[string, string]>([
    ['{"username":\n  zoe}', '--data is not JSON: line 2, column 3: '],
    ['[]', '--data must be a JSON object, got an array.'],
    ['@none.json', 'Cannot read the file of --data, "none.json": it does not exist.'],
    ['@.', 'Cannot read the file of --data, ".": it is a folder.'],
    ['', '--data is not JSON: it is empty.'],
  ])('%j is refused, and nothing is sent', async (data, message) => {
    const { code, stdout, stderr } = await run(['users', 'create', '--data', data])
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)])
    expect(sandbox.journal.count).toBe(0)
  })
})

it('sends fields of --data that the OpenAPI document does not have, with a warning', { timeout }, async () => {
  const data = '{"username":"x","firstname":"X"}'
  const { code, stderr } = await run(['users', 'create', '--data', data])
  expect([code, stderr]).toEqual([
    0,
    '--data: there is no field "firstname"; did you mean "first_name"? It is sent as it is.\n',
  ])
  expect(bodies()).toEqual([JSON.parse(data)])
})

describe('a command line that is wrong', { timeout }, () => {
  it.each<[string[], string]>([
    [['usrs', '--help'], 'Unknown command "usrs"; did you mean users?\nSee sceyt-platform --help.'],
    [['users', 'crate', '-h'], 'Unknown command "crate"; did you mean create?\nSee sceyt-platform users --help.'],
    [['help', 'usrs'], 'Unknown command "usrs"; did you mean users?\nSee sceyt-platform --help.'],
    [['help', 'users', 'crate'], 'Unknown command "crate"; did you mean create?\nSee sceyt-platform users --help.'],
    [['help', 'users', 'get', 'zoe'], 'Unknown command "zoe".\nSee sceyt-platform users get --help.'],
    [['--profile', 'live', 'usrs'], 'Unknown command "usrs"; did you mean users?'],
    [['--profil', 'live', 'users', 'list'], 'Unknown option --profil'],
    [['--timeout', '5', 'sandbox'], 'Unknown option --timeout.\nSee sceyt-platform sandbox --help.'],
    [['usrs'], 'Unknown command "usrs"; did you mean users?\nSee sceyt-platform --help.'],
    [['users', 'crate'], 'Unknown command "crate"; did you mean create?\nSee sceyt-platform users --help.'],
    // Fewer letters differ from --data.
    [['users', 'create', '--avatar', 'x'], 'Unknown option --avatar; did you mean --avatar-url?'],
    [['users', 'create', '--frist-name', 'x'], 'Unknown option --frist-name; did you mean --first-name?'],
    [['users', 'create'], '--username is missing.\nSee sceyt-platform users create --help.'],
    [['messages', 'send', channel], '--from is missing, and so is --body.'],
    [['users', 'get'], 'Missing <username>.\nSee sceyt-platform users get --help.'],
    [['users', 'get', 'zoe', 'omar'], 'Too many arguments: expected 1, got 2.'],
    [['users', 'get', '..'], '<username> must not be `..`'],
    [['users', 'get', ''], '<username> must not be empty.'],
    [['roles', 'get', 'x'], '<roleId> must be a whole number, got "x".'],
    [['roles', 'create', '--name', 'x', '--priority', '1e1'], '--priority must be a whole number, got "1e1".'],
    [['channel-types', 'create', '--name', 'x', '--distinct=maybe'], '--distinct must be true or false, got "maybe".'],
    [['channels', 'members', 'add', channel, '--members', '{}'], '--members[0].username is missing.'],
    [['channels', 'update', channel, '--options', '{'], '--options is not JSON: line 1, column 2'],
    [['channels', 'list', '--filter', 'name:eq:x'], '--filter[0] must begin with a known field'],
    [['users', 'update', 'zoe'], 'Nothing to change: pass --first-name'],
    [['users', 'list', '--limit', '1e3'], '--limit must be a whole number, 1 or more, got "1e3".'],
    [['users', 'list', '--after', 'offset=3', '--offset', '9'], 'cannot be used with option'],
    [
      ['channels', 'list', '--filter', 'type=public'],
      '--filter must be field:operator:value, such as type:eq:public, got "type=public".',
    ],
    [
      ['broadcast', '--filter', 'type=public', '--from', 'zoe', '--body', 'Hi'],
      '--filter must be field:operator:value, such as type:eq:public, got "type=public".',
    ],
    [
      ['broadcast', '--filter', 'type:eq:public', '--body', 'Hi'],
      '--from is missing.\nSee sceyt-platform broadcast --help.',
    ],
    [['users', 'list', '--limit', '0'], '--limit must be a whole number, 1 or more, got "0".'],
    [['users', 'list', '--limit', '5', '--all'], 'cannot be used with option'],
    [['users', 'list', '--after', ''], '--after must be a link to a page'],
    [['users', 'list', '--output', 'yaml'], '--output must be one of table, json, ndjson, csv, got "yaml".'],
    [['users', 'list', '--output', `x ${apiKey}`], '--output must be one of table, json, ndjson, csv, got "x …".'],
    [['users', 'create', '--username'], '--username needs a value.'],
    [['completion', 'tcsh'], '<shell> must be one of bash, zsh, fish, got "tcsh".'],
    [['users', 'list', '--fields', 'a,,b'], '--fields must be names separated by commas'],
    [
      ['users', 'create', '--username', 'x', '--fields', 'usernam'],
      'there is no field "usernam"; did you mean "username"?',
    ],
    [['files', 'upload', 'none.png'], 'Cannot read the file "none.png": it does not exist.'],
    [['--api-key', apiKey, 'users', 'list'], 'The API key is never a flag: set SCEYT_API_KEY.'],
    [['token', '--api-key', apiKey], 'Unknown option --api-key'],
    [['users', 'get', 'zoe', '--api-key', apiKey], 'The API key is never a flag: set SCEYT_API_KEY.'],
    [['users', 'get', `--api-key=${apiKey}`], 'The API key is never a flag: set SCEYT_API_KEY.'],
  ])('%j', async (words, message) => {
    const { code, stdout, stderr } = await run(words)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)])
    expect(sandbox.journal.count).toBe(0)
  })
})

describe('exit statuses', { timeout }, () => {
  it('1 for an error of the API', async () => {
    expect(await run(['users', 'get', 'nobody'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'users get: 404 NotFound: There is no user "nobody".\n',
    })
  })

  it('1 for a response that is no JSON', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Hotel</title>')
    })
    const { code, stderr } = await run(['users', 'list'], { env: { SCEYT_BASE_URL: origin } })
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('users list: the server responded with 200, but the body is HTML'),
    ])
  })

  it.runIf(existsSync('/dev/full'))('1 for data that cannot be written', async () => {
    await writeFile(join(folder, 'profiles.json'), '{"profiles":{"play":{"sandbox":true}}}', { mode: 0o600 })
    for (const words of [
      'users list',
      'users get zoe',
      'profiles list',
      'profiles current',
      'profiles path',
      'complete us',
    ]) {
      const line = `"${process.execPath}" "${command}" ${words} 2>&1 >/dev/full; echo "$?"`
      const { stdout } = await promisify(execFile)('bash', ['-c', line], { env: { ...process.env, ...env } })
      expect([words, stdout]).toEqual([
        words,
        expect.stringMatching(/Cannot write to stdout: the disk is full\.\n1\n$/),
      ])
    }
    await rm(join(folder, 'profiles.json'))
  })

  it('4 for a connection that is refused', async () => {
    const env = { SCEYT_BASE_URL: 'http://127.0.0.1:9' }
    const { code, stderr } = await run(['users', 'list', '--max-retries', '0'], { env })
    expect([code, stderr]).toEqual([4, expect.stringContaining('no response')])
  })

  it('4 for a timeout', async () => {
    const { origin } = await serve(() => {})
    const { code, stderr } = await run(['users', 'list', '--timeout', '50', '--max-retries', '0'], {
      env: { SCEYT_BASE_URL: origin },
    })
    expect([code, stderr]).toEqual([4, expect.stringContaining('timeout of 50 ms')])
  })

  it('130 after Ctrl-C, with a warning if a write was on its way', async () => {
    let onArrival = () => {}
    const arrived = new Promise<void>((resolve) => {
      onArrival = resolve
    })
    const { origin } = await serve(() => onArrival())
    const child = spawn(process.execPath, [command, 'users', 'delete', 'zoe'], {
      env: { ...process.env, ...env, SCEYT_BASE_URL: origin },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk))
    await arrived
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    expect([code, stderr]).toEqual([130, 'Interrupted. The server may have processed the request.\n'])
  })
})

describe('--errors json', { timeout }, () => {
  it('is accepted before the command, as other general options are', async () => {
    const { code, stdout, stderr } = await run([
      '--errors=json',
      '--output',
      'ndjson',
      'users',
      '--verbose',
      'get',
      'zoe',
    ])
    expect([code, JSON.parse(stdout).username]).toEqual([0, 'zoe'])
    expect(stdout.trimEnd()).not.toContain('\n')
    expect(stderr).toContain('< 200')
    expect((await run(['--errors', 'json', 'users', 'crate'])).stderr).toMatch(
      /^\{"error":\{"name":"UsageError".*\}\n$/,
    )
  })

  it('prints every line on stderr as JSON: notes, warnings, requests and errors', async () => {
    const words = ['users', 'create', '--data', '{"username":"zoe","firstname":"Z"}', '--verbose', '--errors', 'json']
    const { code, stderr } = await run(words, { env: { SCEYT_API_KEY: 'short' } })
    const lines = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { note?: string; error?: object })
    expect(code).toBe(1)
    expect(lines[0]).toEqual({ note: expect.stringContaining('there is no field "firstname"') })
    expect(lines.filter(({ note }) => note?.includes('shorter than 8'))).toHaveLength(1)
    expect(lines.filter(({ note }) => note?.startsWith('> POST'))).toHaveLength(1)
    expect(lines.at(-1)).toEqual({ error: expect.objectContaining({ status: 401, exitStatus: 1 }) })
  })

  it.each<[string[], object]>([
    [['users'], { name: 'UsageError', message: 'Missing command.\nSee sceyt-platform users --help.', exitStatus: 2 }],
    [['users', 'get', 'nobody'], { name: 'NotFoundError', status: 404, reason: 'not-found', exitStatus: 1 }],
    [['users', 'create'], { name: 'UsageError', exitStatus: 2 }],
    [['users', 'crate'], { name: 'UsageError', exitStatus: 2 }],
    [['users', 'get', '--what'], { name: 'UsageError', exitStatus: 2 }],
  ])('prints one line of JSON for %j', async (words, error) => {
    const { stderr } = await run([...words, '--errors', 'json'])
    expect(stderr.split('\n')).toHaveLength(2)
    expect(JSON.parse(stderr)).toEqual({ error: expect.objectContaining(error) })
  })
})

describe('lists', { timeout }, () => {
  const many = createSandbox({ apps: [{ appId: 'app', apiKey }] })
  const fill = (count: number) => {
    many.reset()
    many.journal.clear()
    many.seed({ users: Array.from({ length: count }, (_, index) => ({ username: `user_${index}` })) })
  }
  const opened = listen(many)
  afterAll(async () => (await opened).close())
  const list = async (...words: string[]) =>
    run(['users', 'list', '--fields', 'username', ...words], {
      env: { SCEYT_BASE_URL: (await opened).baseUrl('app') },
    })
  const usernames = (stdout: string) => (JSON.parse(stdout) as { username: string }[]).map(({ username }) => username)

  it.each([1, 7, 50, 51, 120])('read %i items exactly, from as few pages as it takes', async (limit) => {
    fill(150)
    const { stdout } = await list('--limit', String(limit))
    expect(usernames(stdout)).toEqual(Array.from({ length: limit }, (_, index) => `user_${index}`))
    expect(many.journal.count).toBe(Math.ceil(limit / 50))
  })

  it('continue after the link that the last call printed', async () => {
    fill(70)
    const first = await list('--limit', '60')
    const [, link = ''] = /--after '([^']+)'/.exec(first.stderr) ?? []
    const second = await list('--after', link, '--all')
    expect([...usernames(first.stdout), ...usernames(second.stdout)]).toEqual(
      Array.from({ length: 70 }, (_, index) => `user_${index}`),
    )
    expect(second.stderr).toBe('')
  })

  it('stop with --all at a link that leads back', async () => {
    const { origin } = await serve((request, response) => {
      const next = `${request.url?.replace(/\?.*/, '')}?limit=1&offset=1`
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ count: 1, users: [{ username: 'zoe' }], links: { next, previews: null } }))
    })
    const { code, stderr } = await run(['users', 'list', '--all'], { env: { SCEYT_BASE_URL: origin } })
    expect([code, stderr]).toEqual([1, expect.stringContaining('read before')])
  })

  it('say where to continue if a later page fails, and do not look complete', async () => {
    const { origin } = await serve(({ url = '' }, response) => {
      const isFirst = !url.includes('offset=')
      const links = { next: `${url.replace(/\?.*/, '')}?limit=50&offset=50`, previews: null }
      const page = { count: 1, users: [{ username: 'zoe' }], links }
      response.writeHead(isFirst ? 200 : 400, { 'content-type': 'application/json' })
      response.end(JSON.stringify(isFirst ? page : { code: 1, message: 'No.' }))
    })
    const list = (output: string) =>
      run(['users', 'list', '--all', '--output', output], { env: { SCEYT_BASE_URL: origin } })
    expect(await list('json')).toEqual({
      code: 1,
      stdout: '[\n  {\n    "username": "zoe"\n  }\n',
      stderr: expect.stringMatching(
        /^The output ends after 1 item, without the closing bracket of a whole list\. To continue: --after offset=50\nusers list: 400/,
      ),
    })
    expect(await list('ndjson')).toEqual({
      code: 1,
      stdout: '{"username":"zoe"}\n',
      stderr: expect.stringMatching(/^The output ends after 1 item\. To continue: --after offset=50\nusers list: 400/),
    })
  })

  it('end quietly with status 0 where the reader stops', async () => {
    fill(2000)
    const line = `"${process.execPath}" "${command}" users list --all --output ndjson | head -1; echo "status \${PIPESTATUS[0]}"`
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', line], {
      env: { ...process.env, ...env, SCEYT_BASE_URL: (await opened).baseUrl('app') },
    })
    expect(stdout).toMatch(/^\{"username":"user_0".*\nstatus 0\n$/)
    expect(stderr).toBe('stdout was closed; the command has stopped.\n')
    expect(many.journal.count).toBeLessThan(40)
  })
})

describe('--dry-run', { timeout }, () => {
  it('prints the request as a curl command, without the key, and sends nothing', async () => {
    const words = ['users', 'create', '--username', 'zoe', '--first-name', 'Zoe', '--dry-run']
    expect(await run(words, { env: { SCEYT_API_KEY: '' } })).toEqual({
      code: 0,
      stdout: `curl -X POST '${server.baseUrl('app')}/users' -H "Platform-Api-Key: $SCEYT_API_KEY" -H 'Content-Type: application/json' -d '{"username":"zoe","first_name":"Zoe"}'\n`,
      stderr: '',
    })
    expect(sandbox.journal.count).toBe(0)
  })

  it('prints a command that does what the call does, whatever the text', async () => {
    const text = `It's "$HOME" \`x\` \\ 🎉\n%2A`
    const { stdout } = await run(['messages', 'send', channel, '--from', 'zoe', '--body', text, '--dry-run'])
    await promisify(execFile)('bash', ['-c', `${stdout.trim()} --silent --fail`], {
      env: { ...process.env, SCEYT_API_KEY: apiKey },
    })
    expect(bodies()).toEqual([{ from: 'zoe', body: text }])
  })

  it('prints one URL, whatever is in it, and a header that no shell expands', async () => {
    const dry = ['users', 'list', '--after', 'a=[1-3]&b={x,y}', '--dry-run']
    expect((await run(dry)).stdout).toMatch(/^curl -g '/)
    const profiles = {
      default: 'odd',
      profiles: { odd: { base_url: 'https://x.example', api_key_header: 'X-`id`$HOME' } },
    }
    const config = await mkdtemp(join(folder, 'config-'))
    await writeFile(join(config, 'profiles.json'), JSON.stringify(profiles), { mode: 0o600 })
    const words = ['users', 'list', '--dry-run', '--profile', 'odd']
    expect((await run(words, { env: { SCEYT_CONFIG_DIR: config } })).stdout).toContain(
      `-H 'X-\`id\`$HOME: '"$SCEYT_API_KEY"`,
    )
  })

  it('prints the form of an upload', async () => {
    const file = join(folder, `it's, a file;x.txt`)
    await writeFile(file, 'Hello')
    const { stdout } = await run(['files', 'upload', file, '--dry-run'])
    await promisify(execFile)('bash', ['-c', `${stdout.trim()} --silent --fail`], {
      env: { ...process.env, SCEYT_API_KEY: apiKey },
    })
    expect(sandbox.journal.entries.map(({ status }) => status)).toEqual([200])
  })
})

it('asks nothing on the input that is a part of the request', { timeout }, async () => {
  const config = await mkdtemp(join(folder, 'config-'))
  const live = { base_url: server.baseUrl('app'), key_env: 'LIVE_KEY', production: true }
  await writeFile(join(config, 'profiles.json'), JSON.stringify({ profiles: { live } }), { mode: 0o600 })
  const { code, stderr } = await run(['users', 'create', '--data', '-', '--profile', 'live'], {
    env: { SCEYT_CONFIG_DIR: config, LIVE_KEY: apiKey },
    input: '{"username":"x"}',
  })
  expect([code, stderr]).toEqual([2, expect.stringContaining('Pass --yes. Nothing was sent.')])
  expect(sandbox.journal.count).toBe(0)
})

it('prints the help of the words after help', { timeout }, async () => {
  const help = (await run(['users', 'create', '--help'])).stdout
  expect(await run(['help', 'users', 'create'])).toEqual({ code: 0, stdout: help, stderr: '' })
  expect(await run(['users', 'create', '-h'])).toEqual({ code: 0, stdout: help, stderr: '' })
  expect(await run(['--help', 'users', 'create'])).toEqual({ code: 0, stdout: help, stderr: '' })
  expect(await run(['help'])).toEqual(await run([]))
})

describe('files', { timeout }, () => {
  it('go up from the standard input, and down to stdout and to a file', async () => {
    const content = 'é'.repeat(100_000)
    expect(await run(['files', 'upload', '-'], { input: content })).toMatchObject({ code: 0 })
    expect((await run(['files', 'download', 'stdin'])).stdout).toBe(content)
    const out = join(folder, 'copy')
    expect(await run(['files', 'download', 'stdin', '--out', out])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await readFile(out, 'utf8')).toBe(content)
  })

  it.each([[[]], [['--out', join(folder, 'stalled')]]])('end if no more of their content arrives: %j', async (out) => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': '10' }).write('abc')
    })
    const words = ['files', 'download', 'x', '--timeout', '200', ...out]
    const { code, stdout, stderr } = await run(words, { env: { SCEYT_BASE_URL: origin } })
    expect([code, stdout, stderr]).toEqual([
      4,
      out.length > 0 ? '' : 'abc',
      'No content arrived for 200 ms, after 3 bytes. For a slower server, pass a larger --timeout.\n',
    ])
    expect((await readdir(folder)).filter((name) => /stalled|\.part$/.test(name))).toEqual([])
  })

  it('may take longer than --timeout, as long as more arrives, or the reader is busy', async () => {
    const { origin } = await serve(async (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' })
      for (let count = 0; count < 6; count++) {
        response.write('x'.repeat(100_000))
        await delay(300)
      }
      response.end()
    })
    const line = `"${process.execPath}" "${command}" files download x --timeout 1500 | (sleep 2; wc -c); echo "\${PIPESTATUS[0]}"`
    const { stdout } = await promisify(execFile)('bash', ['-c', line], {
      env: { ...process.env, ...env, SCEYT_BASE_URL: origin },
    })
    expect(stdout).toBe('600000\n0\n')
  })

  it.each([
    ['.', '--out must be the path of a file, got "."'],
    ['none/copy', '--out must be in a folder that exists and is writable, got "none/copy".'],
    ['copy/', '--out must be the path of a file, not of a folder, got "copy/".'],
    ['', '--out'],
  ])('are refused before the request with --out %j', async (out, message) => {
    const { code, stdout, stderr } = await run(['files', 'download', 'stdin', '--out', out])
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)])
    expect(sandbox.journal.count).toBe(0)
  })
})

it('--verbose shows requests and responses on stderr, and no key', { timeout }, async () => {
  const { stdout, stderr } = await run(['users', 'get', 'zoe', '--verbose'])
  expect(stderr).toMatch(/^> GET http:\/\/127\.0\.0\.1:\d+\/v1\/app\/users\/zoe\n/)
  expect(stderr).toMatch(/^< 200 after \d+ ms$/m)
  expect(stderr).toContain('> platform-api-key: [redacted]\n')
  expect(JSON.parse(stdout)).toMatchObject({ username: 'zoe' })
})

describe('complete', { timeout }, () => {
  const complete = async (...words: string[]) =>
    (await run(['complete', '--', ...words])).stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0])

  it('offers commands, options, and their values', async () => {
    expect(await complete('us')).toEqual(['users'])
    expect(await complete('channels', 'members', '')).toEqual(
      ['listBlocked', 'list', 'add', 'remove'].map((name) => name.replace('listBlocked', 'list-blocked')),
    )
    expect(await complete('users', 'create', '--f')).toEqual(['--first-name', '--fields'])
    expect(await complete('users', 'list', '--output', '')).toEqual(['table', 'json', 'ndjson', 'csv'])
    expect(await complete('completion', '')).toEqual(['bash', 'zsh', 'fish'])
    expect(await complete('--output', 'n')).toEqual(['ndjson'])
    expect(await complete('--output', 'json', 'users', '--profile', 'users', 'cr')).toEqual(['create'])
    expect(await complete('users', '--err')).toEqual(['--errors'])
    expect(await complete('help', 'users', 'cr')).toEqual(['create'])
    expect(await complete('users', 'get', 'zoe', '--timeout', '')).toEqual([''])
  })

  const isInstalled = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0

  it.runIf(isInstalled('fish'))('works in fish', async () => {
    const script = `
function sceyt-platform; "${process.execPath}" "${command}" $argv; end
sceyt-platform completion fish | source
complete -C 'sceyt-platform users cr'
complete -C 'sceyt-platform files upload ${folder}/only'`
    await writeFile(join(folder, 'only.txt'), '')
    const { stdout } = await promisify(execFile)('fish', ['--no-config', '-c', script], {
      env: { ...process.env, ...env, HOME: folder },
    })
    expect(stdout).toMatch(new RegExp(`^create\\tCreate a user\n${folder}/only.txt(\t.*)?\n$`))
  })

  it.runIf(isInstalled('zsh'))('works in zsh', async () => {
    // An interactive shell in a pseudo-terminal, in which Tab is pressed, and then a key that prints the line.
    const script = `
zmodload zsh/zpty
zpty shell 'HOME=${folder} zsh -f -i'
zpty -w shell 'PS1= PS2= RPS1=; unset zle_bracketed_paste; sceyt-platform() { "${process.execPath}" "${command}" "$@" }'
zpty -w shell 'autoload -U compinit && compinit -u -D; source <(sceyt-platform completion zsh)'
zpty -w shell 'show() { print -r -- "LINE<$BUFFER>" }; zle -N show; bindkey "^X" show; print "REA""DY"'
zpty -r -m shell output '*READY*'
zpty -w -n shell $'sceyt-platform users cr\\t\\x18'
zpty -r -m shell output '*LINE<*>*' && print -r -- "$output"
zpty -d shell`
    const { stdout } = await promisify(execFile)('zsh', ['-f', '-c', script], { env: { ...process.env, ...env } })
    expect(stdout).toContain('LINE<sceyt-platform users create >')
  })

  it('works in bash', async () => {
    const script = `
sceyt-platform() { "${process.execPath}" "${command}" "$@"; }
source <(sceyt-platform completion bash)
COMP_WORDS=(sceyt-platform users cr) COMP_CWORD=2
_sceyt_platform
echo "\${COMPREPLY[@]}"`
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { env: { ...process.env, ...env } })
    expect(stdout).toBe('create\n')
  })
})

it('prints the text of a server without the characters that a terminal obeys', { timeout }, async () => {
  const { origin } = await serve((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.setHeader('x-request-id', 'id')
    response.writeHead(404).end(JSON.stringify({ code: 1, message: 'No\u001b]0;title\u0007 \u202euser' }))
  })
  const { code, stderr } = await run(['users', 'get', 'zoe', '--verbose'], { env: { SCEYT_BASE_URL: origin } })
  expect([code, stderr]).toEqual([1, expect.stringContaining('No\\u001b]0;title\\u0007 \\u202euser')])
  expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u)
})

it('has no colours in pipes, and wraps help to 80 columns', { timeout }, async () => {
  for (const words of [['--help'], ['users', 'create', '--help'], ['channels', 'list', '--help']]) {
    const { stdout } = await run(words)
    expect(stdout).not.toContain('\u001b')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  }
})
