import { createSandbox, type Fault, type Sandbox, type SandboxApp, type Seed } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import {
  type Durability,
  keepIn,
  type ListenOptions,
  listen,
  type SandboxServer,
  type Store,
} from 'sceyt-platform/sandbox/node'
import { curlLine } from '../sandbox/node/curl.js'
import { parseFlags } from './parse-flags.js'
import { readTextFile } from './read-text-file.js'
import { UsageError } from './usage-error.js'

export const sandboxUsage = `Usage: sceyt-platform sandbox [options]

Serves the Sceyt Platform API from memory until it is stopped with Ctrl-C.

  --port NUMBER       port to listen on; 0 for any free port (4010)
  --host ADDRESS      address to listen on (127.0.0.1)
  --app ID=KEY        an application and its API key; may be repeated (sandbox=sandbox-key)
  --private-key FILE  PEM of the key that signs user tokens, for every application (a new key for each run)
  --seed FILE         initial state of the applications: a JSON file, demo or empty (demo)
  --data FILE         keeps the state in FILE, FILE.log and FILE.files, and loads it at the start
  --durability KIND   what saved changes survive: a kill (process), or a power failure too (power) (process)
  --max-state MB      size limit of the state, in megabytes; requests that would exceed it get a 413 (500)
  --latency MS        delay of each response, in milliseconds (0)
  --fail-rate SHARE   share of requests that get a 503, from 0 to 1 (0)
  --rate-limit COUNT  requests per minute for each application (no limit)
  --help              prints this text`

const minute = 60_000

/** Runs `sceyt-platform sandbox` until it is interrupted. */
export async function runSandbox(parameters: readonly string[]): Promise<void> {
  const options = parse(parameters)
  if (options.help) console.log(sandboxUsage)
  else await serve(options)
}

type Options = ReturnType<typeof parse>

function parse(parameters: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const { values } = parseFlags(parameters, {
      port: { ...text, default: '4010' },
      host: { ...text, default: '127.0.0.1' },
      app: { ...text, multiple: true, default: ['sandbox=sandbox-key'] },
      'private-key': text,
      seed: { ...text, default: 'demo' },
      data: text,
      durability: { ...text, default: 'process' },
      'max-state': { ...text, default: '500' },
      latency: text,
      'fail-rate': text,
      'rate-limit': text,
      help: { type: 'boolean', default: false },
    })
    return {
      ...values,
      port: number('--port', values.port, 0, 65_535),
      latency: number('--latency', values.latency ?? '0', 0, 600_000),
      failRate: number('--fail-rate', values['fail-rate'] ?? '0', 0, 1, false),
      rateLimit: values['rate-limit'] === undefined ? undefined : number('--rate-limit', values['rate-limit'], 1, 1e9),
      maxState: number('--max-state', values['max-state'], 1, 1_000_000),
      durability: parseDurability(values.durability),
      apps: values.app.map(parseApp),
    }
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${sandboxUsage}`)
  }
}

function number(name: string, text: string, least: number, most: number, whole = true): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value
  throw new Error(
    `${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, got ${JSON.stringify(text)}.`,
  )
}

function parseDurability(text: string): Durability {
  if (text === 'process' || text === 'power') return text
  throw new Error(`--durability must be process or power, got ${JSON.stringify(text)}.`)
}

function parseApp(text: string): SandboxApp {
  const [appId = '', ...key] = text.split('=')
  if (appId === '' || key.join('=') === '')
    throw new Error(`--app must be an application id and an API key, such as shop=key-1, got ${JSON.stringify(text)}.`)
  return { appId, apiKey: key.join('=') }
}

async function serve(options: Options): Promise<void> {
  const { latency, failRate, rateLimit, data, durability } = options
  const privateKey = await readPrivateKey(options['private-key'])
  const apps = options.apps.map((app) => ({ ...app, privateKey }))
  const faults: Fault[] = []
  if (latency > 0) faults.push({ latency })
  if (failRate > 0) faults.push({ status: 503, rate: failRate })
  const sandbox = createSandbox({
    apps,
    seed: await readSeed(options.seed),
    maxStateBytes: options.maxState * 1024 ** 2,
    faults,
    ...(rateLimit !== undefined && { rateLimit: { requests: rateLimit, window: minute } }),
  })
  const store =
    data === undefined
      ? undefined
      : await keepIn(
          data,
          sandbox,
          (error) => console.error(`Cannot write the data file: ${(error as Error).message}`),
          {
            durability,
          },
        )
  const server = await open(sandbox, options)
  announce(sandbox, server, store && { path: data as string, ...store })
  await interrupted()
  await server.close()
  await store?.close()
}

async function readPrivateKey(path: string | undefined): Promise<string | undefined> {
  try {
    return path === undefined ? undefined : await readTextFile(path)
  } catch (cause) {
    // The message omits the path, which may be the key itself.
    throw new UsageError(
      `Cannot read the file of --private-key: ${(cause as NodeJS.ErrnoException).code ?? 'the file is not readable'}.`,
    )
  }
}

async function readSeed(source: string): Promise<Seed> {
  if (source === 'demo') return demo
  if (source === 'empty') return {}
  try {
    return JSON.parse(await readTextFile(source)) as Seed
  } catch (cause) {
    const { message } = cause as Error
    const others = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? '. Use a file, demo or empty' : ''
    throw new Error(`Cannot read the seed from ${source}: ${message}${others}`, { cause })
  }
}

async function open(sandbox: Sandbox, { port, host }: ListenOptions): Promise<SandboxServer> {
  try {
    return await listen(sandbox, { port, host })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Error(
        `Port ${port} is in use. Use another one: --port ${Number(port) + 1}, or --port 0 for any free port.`,
        {
          cause: error,
        },
      )
    throw error
  }
}

function announce(sandbox: Sandbox, server: SandboxServer, store: (Store & { path: string }) | undefined): void {
  for (const { appId, apiKey } of sandbox.apps)
    console.log(`Sandbox listening at ${server.baseUrl(appId)}/ with the API key ${apiKey}`)
  const [{ appId, apiKey } = { appId: '', apiKey: '' }] = sandbox.apps
  if (store) console.log(`The state is kept in ${store.path}, which ${store.found ? 'was loaded' : 'is new'}.`)
  if (store?.isMounted)
    console.warn(
      `${store.path} is mounted as a single file. If the container is removed while the sandbox runs, the changes in ${store.path}.log are lost. Mount the folder instead.`,
    )
  console.log(`
  ${curlLine(server.baseUrl(appId), apiKey)}

Open ${server.origin}/ in a browser. Stop the sandbox with Ctrl-C.`)
}

/** Resolves with the first interrupt. A second one ends the process at once. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
