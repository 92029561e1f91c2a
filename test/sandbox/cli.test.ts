import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt, type Sceyt } from '../../src/index.js'
import type { Seed } from '../../src/sandbox/index.js'
import { compileCommand } from '../lib/command.js'
import { serve } from '../lib/serve.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const command = await compileCommand()
/** Whether this user may mount files, as the root of a container may. */
const canMount = spawnSync('unshare', ['--mount', 'true']).status === 0
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-cli-'))
  return () => rm(folder, { recursive: true })
})

interface Running {
  child: ChildProcess
  sceyt: Sceyt
  origin: string
  output(): string
  /** Interrupts it as Ctrl-C does, and returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Shell commands after which the sandbox runs. They may mount files, which no other process sees. */
let setup: string | undefined

function run(...parameters: string[]): { child: ChildProcess; output(): string } {
  const [program, ...rest] = [process.execPath, command, ...parameters]
  const [file, args] =
    setup === undefined
      ? [program, rest]
      : ['unshare', ['--mount', 'sh', '-c', `${setup} && exec "$0" "$@"`, program, ...rest]]
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  return { child, output: () => output }
}

/** Runs a command to its end. */
async function finish(...parameters: string[]): Promise<{ code: number | null; output: string }> {
  const { child, output } = run(...parameters)
  const [code] = await once(child, 'close')
  return { code, output: output() }
}

/** Starts a sandbox on a free port, and waits until it is ready. */
async function start(...parameters: string[]): Promise<Running> {
  const { child, output } = run('sandbox', '--port', '0', ...parameters)
  const closed = once(child, 'close')
  onTestFinished(() => void child.kill('SIGKILL'))
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => output().includes('Ctrl-C') && resolve())
  })
  await Promise.race([ready, closed])
  const [, baseUrl = '', apiKey = ''] = /listening at (\S+)\/ with the API key (\S+)/.exec(output()) ?? []
  if (!baseUrl) throw new Error(`The sandbox did not start: ${output()}`)
  const stop = async (signal: NodeJS.Signals = 'SIGINT') => {
    child.kill(signal)
    const [code] = await closed
    return code as number | null
  }
  const { origin } = new URL(baseUrl)
  return { child, output, stop, origin, sceyt: createSceyt({ baseUrl, apiKey, maxRetries: 0 }) }
}

async function write(name: string, content: unknown): Promise<string> {
  const file = join(folder, name)
  const isText = typeof content === 'string' || content instanceof Uint8Array
  await writeFile(file, isText ? content : JSON.stringify(content))
  return file
}

const seed: Seed = { users: [{ username: 'zoe' }] }

describe('sceyt-platform', () => {
  it.each([[], ['help'], ['--help'], ['sandbox', '--help']])('prints its usage: %j', async (...parameters) => {
    const { code, output } = await finish(...(parameters as string[]))
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^Usage: sceyt-platform (\[options\] \[command\]|sandbox)/),
    ])
  })

  it.each<[string[], string]>([
    [['serve'], 'Unknown command "serve".\nSee sceyt-platform --help.'],
    [['sandbx'], 'Unknown command "sandbx"; did you mean sandbox?'],
    [['sandbox', '--prot', '1'], 'Unknown option --prot; did you mean --port?\nSee sceyt-platform sandbox --help.'],
    [['sandbox', '--failrate=1'], 'Unknown option --failrate; did you mean --fail-rate?'],
    [['sandbox', '--colour'], 'Unknown option --colour.\nSee sceyt-platform sandbox --help.'],
    [['sandbox', '--help=yes'], 'Unknown option --help'],
    [['sandbox', '--port', '70000'], '--port must be a whole number from 0 to 65535, got "70000".'],
    [['sandbox', '--port', ''], '--port must be'],
    [['sandbox', '--fail-rate', '2'], '--fail-rate must be a number from 0 to 1, got "2".'],
    [['sandbox', '--app', 'shop'], '--app must be an application id and an API key'],
  ])('refuses %j, and ends with 2', async (parameters, message) => {
    expect(await finish(...parameters)).toEqual({ code: 2, output: expect.stringContaining(message) })
  })
})

describe('sceyt-platform sandbox', () => {
  it('serves the demo, prints a working curl command, and stops at an interrupt', async () => {
    const { sceyt, output, stop } = await start()
    expect((await sceyt.users.list()).total_count).toBeGreaterThan(30)
    const [, key = '', url = ''] = /curl -H '(.*?)' (\S+)/.exec(output()) ?? []
    expect((await fetch(url, { headers: [key.split(': ') as [string, string]] })).status).toBe(200)
    expect(await stop()).toBe(0)
    await expect(sceyt.users.list()).rejects.toThrow('no response')
  })

  it('rejects unknown fields on request', async () => {
    const { sceyt } = await start('--unknown-fields', 'reject')
    const user = { username: 'eva', firstName: 'Eva' }
    await expect(sceyt.users.create(user)).rejects.toThrow('did you mean "first_name"?')
    await expect(sceyt.users.get('eva')).rejects.toThrow('404')
  })

  it('responds from a recording to requests that are not in the document', async () => {
    const exchange = { request: { method: 'GET', path: '/reactions' }, response: { status: 200, text: 'recorded' } }
    const recording = [{ recording: 1 }, exchange].map((line) => JSON.stringify(line)).join('\n')
    const { origin } = await start('--replay', await write('recording.ndjson', recording))
    expect(await (await fetch(`${origin}/v1/sandbox/reactions`)).text()).toBe('recorded')
    expect((await fetch(`${origin}/v1/sandbox/others`)).status).toBe(404)
  })

  it('refuses a recording that is damaged or missing', async () => {
    const damaged = await write('recording.ndjson', '{"recording":1}\n{}\n')
    expect(await finish('sandbox', '--replay', damaged)).toEqual({
      code: 2,
      output: expect.stringContaining(`${damaged}:2 must have an object in request, got undefined.`),
    })
    expect(await finish('sandbox', '--replay', join(folder, 'none'))).toEqual({
      code: 2,
      output: expect.stringContaining('does not exist; record it first.'),
    })
  })

  it('reports that a port is in use', async () => {
    const { origin } = await serve(() => {})
    const port = Number(new URL(origin).port)
    expect(await finish('sandbox', '--port', String(port))).toEqual({
      code: 1,
      output: `Port ${port} is in use. Use another one: --port ${port + 1}, or --port 0 for any free port.\n`,
    })
  })

  it('accepts applications, a seed, a latency, a fail rate and a rate limit', async () => {
    const file = await write('seed.json', seed)
    const options = [
      '--app',
      'shop=key-1',
      '--app',
      'forum=a=b',
      '--seed',
      file,
      '--latency',
      '1',
      '--fail-rate',
      '1',
      '--rate-limit',
      '100',
    ]
    const { sceyt, output, stop } = await start(...options)
    expect(output()).toMatch(/\/v1\/shop\/ with the API key key-1\n.*\/v1\/forum\/ with the API key a=b\n/)
    await expect(sceyt.users.get('zoe')).rejects.toThrow('503')
    expect(await stop('SIGTERM')).toBe(0)
  })

  it.each([
    ['missing', undefined, 'none.json: it does not exist. Use a file, demo or empty.'],
    ['not JSON', '{"users":', 'seed.json is not JSON: '],
    ['not a seed', { users: [{}] }, 'users[0].username is required'],
  ])('rejects a seed that is %s', async (_what, content, message) => {
    const file = content === undefined ? join(folder, 'none.json') : await write('seed.json', content)
    expect(await finish('sandbox', '--port', '0', '--seed', file)).toEqual({
      code: 2,
      output: expect.stringContaining(message),
    })
  })

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', (text) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as Windows PowerShell writes it', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big-endian', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('reads a seed and a private key with a byte order mark: %s', async (_encoding, encode) => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const state = await write('seed.json', encode(JSON.stringify({ users: [{ username: 'Զոյա' }] })))
    const key = await write('key.pem', encode(String(privateKey.export({ format: 'pem', type: 'pkcs8' }))))
    const { sceyt, stop } = await start('--seed', state, '--private-key', key)
    expect((await sceyt.users.list()).users).toMatchObject([{ username: 'Զոյա' }])
    expect((await sceyt.application.get()).public_key).toBe(publicKey.export({ format: 'pem', type: 'spki' }))
    expect(await stop()).toBe(0)
  })

  it('reads a data file with a byte order mark', async () => {
    const { sceyt, stop } = await start(
      '--data',
      await write('a.json', `\uFEFF${JSON.stringify({ apps: { sandbox: seed } })}`),
    )
    expect((await sceyt.users.list()).users).toMatchObject([{ username: 'zoe' }])
    expect(await stop()).toBe(0)
  })

  it('shows the public half of the given private key, in each run', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const file = await write('key.pem', String(privateKey.export({ format: 'pem', type: 'pkcs1' })))
    for (let round = 0; round < 2; round++) {
      const { sceyt, stop } = await start('--private-key', file)
      expect((await sceyt.application.get()).public_key).toBe(publicKey.export({ format: 'pem', type: 'spki' }))
      expect(await stop()).toBe(0)
    }
    expect(await finish('sandbox', '--port', '0', '--private-key', 'none.pem')).toEqual({
      code: 2,
      output: 'Cannot read the file of --private-key: it does not exist.\n',
    })
  })

  it('keeps changes across restarts', async () => {
    const data = join(folder, 'data.json')
    const parameters = ['--data', data, '--seed', await write('seed.json', seed)]
    const first = await start(...parameters)
    expect(first.output()).toContain('which is new')
    const channel = await first.sceyt.channels.createPublic({ subject: 'Թեյարան 🍵', uri: 'tea_house', owner: 'zoe' })
    const message = await first.sceyt.messages.send(channel.id, { from: 'zoe', body: 'Hello' })
    expect(await first.stop()).toBe(0)
    expect(await readdir(folder)).toEqual(['data.json', 'seed.json'])

    const second = await start(...parameters)
    expect(second.output()).toContain('which was loaded')
    expect((await second.sceyt.messages.list(channel.id)).messages).toEqual([message])
    expect(await second.sceyt.channels.get(channel.id)).toEqual({
      ...channel,
      last_message: { id: message.id, from: 'zoe', body: 'Hello' },
    })
    const later = await second.sceyt.messages.send(channel.id, { from: 'zoe', body: 'Again' })
    expect(BigInt(later.id)).toBeGreaterThan(BigInt(message.id))
    await second.stop()
  })

  it('keeps every acknowledged change when it is killed', async () => {
    const parameters = ['--data', join(folder, 'data.json'), '--seed', 'empty']
    const acknowledged: string[] = []
    for (let round = 0; round < 4; round++) {
      const { child, sceyt, stop } = await start(...parameters)
      const end = acknowledged.length + 20 + 37 * round
      const write = async (writer: number) => {
        for (let count = 0; ; count++) {
          const username = `user-${round}-${writer}-${count}`
          try {
            await sceyt.users.create({ username })
          } catch {
            return
          }
          if (acknowledged.push(username) === end) child.kill('SIGKILL')
        }
      }
      await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(write))
      await stop('SIGKILL')
    }
    const { sceyt, stop } = await start(...parameters)
    const known = new Set<string>()
    for await (const { username } of sceyt.users.list({ limit: 50 })) known.add(username)
    expect(acknowledged.filter((username) => !known.has(username))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(300)
    expect(await stop()).toBe(0)
    expect(await readdir(folder)).toEqual(['data.json'])
  })

  it.skipIf(!canMount)('writes a file that is mounted without its folder in place', async () => {
    const [host, container] = [await write('host.json', ''), join(folder, 'container folder')]
    const data = join(container, 'data.json')
    await mkdir(container)
    await writeFile(data, '')
    setup = `mount --bind "${host}" "${data}"`
    onTestFinished(() => {
      setup = undefined
    })
    const { sceyt, stop, output } = await start('--data', data, '--seed', 'empty')
    await expect.poll(output).toContain(`${data} is mounted as a single file.`)
    expect(output()).toContain('which is new')
    await sceyt.files.upload(new File(['Hello'], 'hello.txt'))
    const metadata = 'long '.repeat(20_000)
    for (let count = 0; (await stat(host)).size < 1_000_000; count++)
      await sceyt.channelTypes.create({ name: `type_${count}`, metadata })
    await sceyt.users.create({ username: 'zoe' })
    expect(await stop('SIGTERM')).toBe(0)
    expect(await readdir(container)).toEqual(['data.json'])
    setup = undefined
    // Without the container, whose other files are gone.
    const { sandbox } = JSON.parse(await readFile(host, 'utf8')).apps
    expect(sandbox).toMatchObject({ users: [{ username: 'zoe' }], files: [{ content: 'SGVsbG8=' }] })
    const next = await start('--data', host)
    expect((await next.sceyt.files.download('hello.txt')).size).toBe(5)
    expect(await next.stop()).toBe(0)
  })

  it('writes a file again that a killed process was writing in place', async () => {
    const data = await write('data.json', '{"apps":{"sandbox":{"us')
    await write('data.json.next', { apps: { sandbox: { users: [{ username: 'zoe' }] } } })
    const { sceyt, stop } = await start('--data', data)
    expect((await sceyt.users.get('zoe')).username).toBe('zoe')
    expect(await stop()).toBe(0)
    expect(await readdir(folder)).toEqual(['data.json'])
  })

  it('keeps added applications across a kill, and no removed ones', async () => {
    const parameters = ['--data', join(folder, 'data.json'), '--seed', 'empty']
    const first = await start(...parameters)
    const apps = `${first.origin}/_sandbox/apps`
    const body = JSON.stringify({ seed })
    const add = async () =>
      (await fetch(apps, { method: 'POST', body })).json() as Promise<{
        appId: string
        apiKey: string
        baseUrl: string
      }>
    const [kept, removed] = [await add(), await add()]
    expect((await fetch(`${apps}/${removed.appId}`, { method: 'DELETE' })).status).toBe(204)
    await createSceyt({ baseUrl: kept.baseUrl, apiKey: kept.apiKey }).users.create({ username: 'omar' })
    await first.stop('SIGKILL')
    const second = await start(...parameters)
    const baseUrl = kept.baseUrl.replace(first.origin, second.origin)
    const { users } = createSceyt({ baseUrl, apiKey: kept.apiKey })
    expect((await users.list()).users.map(({ username }) => username)).toEqual(['zoe', 'omar'])
    expect(await (await fetch(`${second.origin}/_sandbox`)).json()).toMatchObject({
      apps: [{ appId: 'sandbox' }, { appId: kept.appId }],
    })
    expect(await second.stop()).toBe(0)
  })

  it('refuses a data file that another sandbox uses', async () => {
    const data = join(folder, 'data.json')
    const { child, stop } = await start('--data', data)
    expect(await finish('sandbox', '--port', '0', '--data', data)).toEqual({
      code: 1,
      output: expect.stringContaining(`${data} is in use by the sandbox with the process id ${child.pid}.`),
    })
    expect(await stop('SIGHUP')).toBe(0)
  })

  it.each(['{"apps":{"sandbox":{"users":[{"username":"zoe"}', '[]', 'no JSON', '{"apps":{"sandbox":{"users":[{}]}}}'])(
    'rejects a damaged data file and does not change it: %s',
    async (content) => {
      const data = await write('data.json', content)
      const { code, output } = await finish('sandbox', '--port', '0', '--data', data)
      expect([code, output]).toEqual([
        1,
        expect.stringContaining(`${data} is damaged or not a data file of this sandbox. It was not changed.`),
      ])
      expect(await readFile(data, 'utf8')).toBe(content)
    },
  )
})
