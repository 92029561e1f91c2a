import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { compileCommand } from '../lib/command.js'
import { serve } from '../lib/serve.js'
import { pair } from '../token/pair.js'

const command = await compileCommand()
const apiKey = 'k3y-that-must-never-be-seen'

// Each test starts a process.
const timeout = 60_000

async function runDoctor(
  environment: Record<string, string>,
  ...parameters: string[]
): Promise<{ code: number; output: string; report: string }> {
  const env = { ...process.env, SCEYT_API_KEY: apiKey, ...environment }
  const child = spawn(process.execPath, [command, 'doctor', ...parameters], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk))
  let report = ''
  child.stdout.on('data', (chunk) => (report += chunk))
  const [code] = await once(child, 'close')
  return { code, output, report }
}

it('reports on a server that differs in nothing, and ends with 0', { timeout }, async () => {
  const server = await listen(
    createSandbox({ apps: [{ appId: 'app', apiKey, privateKey: pair.privateKey }], seed: demo }),
  )
  onTestFinished(() => server.close())
  const { code, output, report } = await runDoctor({ SCEYT_API_URL: server.origin, SCEYT_APP_ID: 'app' })
  expect([code, report]).toEqual([
    0,
    expect.stringMatching(
      /^# sceyt-platform doctor\n\n127\.0\.0\.1:\d+, checked with sceyt-platform .* requests, all GET\.\n\n\*\*0 facts differ, /,
    ),
  ])
  expect(output).toContain('These are not documented, so nothing confirms them: `application.update`')
  expect(output).not.toContain(apiKey)
})

it('shows no key that the server echoes, and ends with 1', { timeout }, async () => {
  const { origin } = await serve(({ headers }, response) => {
    response.end(JSON.stringify({ [String(headers['platform-api-key'])]: headers }))
  })
  const { code, output } = await runDoctor({}, '--base-url', origin)
  expect(code).toBe(1)
  expect(output).toContain('/[redacted]')
  expect(output).not.toContain(apiKey)
})

/** A server that is the sandbox, but expects the key in another header, and echoes it in its errors. */
async function serveExpecting(name: string, prefix: string): Promise<string> {
  const { apiUrl, appId, fetch } = createSandbox({
    apps: [{ appId: 'app', apiKey, privateKey: pair.privateKey }],
    seed: demo,
  }).connection()
  const { origin } = await serve(async ({ url, headers }, response) => {
    const given = String(headers[name.toLowerCase()] ?? '')
    const key = given.startsWith(prefix) ? given.slice(prefix.length) : ''
    const received = await fetch(`${apiUrl}/v1/${appId}${url}`, { method: 'GET', headers: { 'Platform-Api-Key': key } })
    const text = await received.text()
    response
      .writeHead(received.status)
      .end(received.ok ? text : JSON.stringify({ ...JSON.parse(text), message: `${given} ${apiKey}` }))
  })
  return origin
}

it.each([
  [
    'X-API-Key',
    '',
    "`createSceyt({ apiKeyHeader: 'X-API-Key' })` in the client, and `--api-key-header X-API-Key` for the doctor",
  ],
  [
    'Authorization',
    'Bearer ',
    "`createSceyt({ apiKeyHeader: 'Authorization', apiKey: 'Bearer <key>' })` in the client, and `--api-key-header Authorization` with `SCEYT_API_KEY='Bearer <key>'` for the doctor",
  ],
])(
  'ends with what to set for a server that expects %s: %s, and with 1 until it is set',
  { timeout },
  async (name, prefix, setting) => {
    const address = await serveExpecting(name, prefix)
    const first = await runDoctor({}, '--base-url', address)
    expect(first).toMatchObject({ code: 1, report: expect.stringContaining('**1 fact differs, ') })
    expect(first.report.endsWith(`\n## What to set for this server\n\n- ${setting}.\n`)).toBe(true)
    const second = await runDoctor({ SCEYT_API_KEY: prefix + apiKey }, '--base-url', address, '--api-key-header', name)
    expect(second).toMatchObject({ code: 0, output: expect.stringContaining('**0 facts differ, ') })
    for (const { output } of [first, second]) expect(output).not.toContain(apiKey)
  },
)

it('says that a key is not accepted, and ends with 2', { timeout }, async () => {
  const server = await listen(createSandbox({ apps: [{ appId: 'app', apiKey: 'another' }], seed: demo }))
  onTestFinished(() => server.close())
  const { code, output } = await runDoctor({ SCEYT_API_URL: server.origin, SCEYT_APP_ID: 'app' })
  expect([code, output]).toEqual([
    2,
    expect.stringContaining('The server accepted no request, so only the key was checked.'),
  ])
})

it.each<[parameters: string[], message: string]>([
  [
    [],
    '--api-url is missing, and so is --app-id. Pass them as an option, or set SCEYT_API_URL and SCEYT_APP_ID; SCEYT_BASE_URL replaces both.\n',
  ],
  [['--app-id', 'app'], '--api-url is missing. Pass it as an option, or set SCEYT_API_URL.\n'],
  [
    ['--api-url', 'api.example/v1', '--app-id', 'app'],
    '--api-url must be a host without a path, got "/v1". For a path, use --base-url.\n',
  ],
  [['--api-url', 'api.example', '--app-id', 'a/b'], '--app-id must be letters, digits and -._~, got "a/b".\n'],
  [['--base-url', 'api.example'], '--base-url must be a URL, got "api.example".\n'],
  [
    ['--base-url', 'https://api.example', '--app-id', 'app'],
    '--base-url cannot be set together with --app-id, which it replaces.\n',
  ],
  [
    ['--base-url', 'http://api.example'],
    '--base-url is plain http, which would send the API key unencrypted to api.example. Use https.\n',
  ],
  [
    ['--base-url', 'http://api.internal'],
    '--base-url is plain http, which would send the API key unencrypted to api.internal. Use https, or set SCEYT_ALLOW_HTTP=true in the environment.\n',
  ],
  [
    ['--base-url', 'https://api.example', '--api-key-header', 'a b'],
    '--api-key-header must be the name of an HTTP header that `fetch` does not set itself.\n',
  ],
  [
    ['--base-url', 'https://api.example', '--filter-separator', ','],
    '--filter-separator must be ";" or "&", got ",".\n',
  ],
])('names its own flags in the error about %j', { timeout }, async (parameters, message) => {
  const blank = { SCEYT_API_URL: '', SCEYT_APP_ID: ' ', SCEYT_BASE_URL: '\n', SCEYT_ALLOW_HTTP: '' }
  expect(await runDoctor(blank, ...parameters)).toEqual({ code: 2, output: message, report: '' })
})

it('trims the key, which may come from a file that ends with a line break', { timeout }, async () => {
  const server = await listen(
    createSandbox({ apps: [{ appId: 'app', apiKey, privateKey: pair.privateKey }], seed: demo }),
  )
  onTestFinished(() => server.close())
  const environment = { SCEYT_BASE_URL: ` ${server.baseUrl('app')}\n`, SCEYT_API_KEY: `${apiKey}\n` }
  expect(await runDoctor(environment)).toMatchObject({ code: 0, output: expect.not.stringContaining(apiKey) })
})

it.each([
  [
    { SCEYT_API_KEY: '' },
    [],
    '--api-url is missing, and so are --app-id and SCEYT_API_KEY. Set SCEYT_API_URL, SCEYT_APP_ID and SCEYT_API_KEY in the environment; SCEYT_BASE_URL replaces the first two.',
  ],
  [{}, ['--base-url', 'http://api.example.com'], 'is plain http'],
  [
    {},
    ['--timeout', 'soon', '--base-url', 'http://127.0.0.1:9'],
    '--timeout must be a whole number from 1 to 2147483647',
  ],
  [{}, ['--base-ulr', 'x'], 'Unknown option --base-ulr; did you mean --base-url?\nSee sceyt-platform doctor --help.'],
  [{}, ['--api-kye=x'], 'Unknown option --api-kye.\nSee sceyt-platform doctor --help.'],
  [{}, ['--Timeout', '1'], 'Unknown option --Timeout; did you mean --timeout?'],
  [{}, ['-x', '--timeot', '1'], 'Unknown option -x.'],
  [{}, ['--constructor'], 'Unknown option --constructor.'],
  [
    { SCEYT_API_KEY: ' \n' },
    ['--base-url', 'http://127.0.0.1:9'],
    'SCEYT_API_KEY is missing. Set SCEYT_API_KEY in the environment.',
  ],
])('refuses %j %j, and ends with 2', { timeout }, async (environment, parameters, message) => {
  expect(await runDoctor(environment as Record<string, string>, ...parameters)).toMatchObject({
    code: 2,
    output: expect.stringContaining(message),
  })
})
