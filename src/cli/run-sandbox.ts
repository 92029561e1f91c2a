import { replay } from 'sceyt-platform/record'
import {
  createSandbox,
  type Fault,
  type Sandbox,
  type SandboxOptions,
  type Seed,
  SeedError,
} from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { keepIn, type ListenOptions, listen, type SandboxServer, type Store } from 'sceyt-platform/sandbox/node'
import { curlLine } from '../sandbox/node/curl.js'
import { fileProblem } from './file-problem.js'
import { printNote } from './print-note.js'
import { readTextFile } from './read-text-file.js'
import type { SandboxValues } from './sandbox-values.js'
import { stopSignals } from './stop-signals.js'
import { UsageError } from './usage-error.js'

const minute = 60_000

/** Runs `sceyt-platform sandbox` until it is interrupted. */
export async function runSandbox(options: SandboxValues): Promise<void> {
  const { latency, failRate, rateLimit, data, durability, unknownFields, replay: recording } = options
  const privateKey = await readPrivateKey(options.privateKey)
  const apps = options.app.map((app) => ({ ...app, privateKey }))
  const faults: Fault[] = []
  if (latency > 0) faults.push({ latency })
  if (failRate > 0) faults.push({ status: 503, rate: failRate })
  const sandbox = create({
    apps,
    seed: await readSeed(options.seed),
    maxStateBytes: options.maxState * 1024 ** 2,
    faults,
    unknownFields,
    ...(rateLimit !== undefined && { rateLimit: { requests: rateLimit, window: minute } }),
    ...(recording !== undefined && { passThrough: replay(recording) }),
  })
  const store =
    data === undefined
      ? undefined
      : await keepIn(data, sandbox, (error) => printNote(`Cannot write the data file: ${(error as Error).message}`), {
          durability,
        })
  const server = await open(sandbox, options)
  announce(sandbox, server, store && { path: data as string, ...store })
  await interrupted()
  await server.close()
  await store?.close()
}

/** @throws UsageError if the seed is not valid, since it is a file of the command line. */
function create(options: SandboxOptions): Sandbox {
  try {
    return createSandbox(options)
  } catch (error) {
    throw error instanceof SeedError ? new UsageError(error.message) : error
  }
}

async function readPrivateKey(path: string | undefined): Promise<string | undefined> {
  try {
    return path === undefined ? undefined : await readTextFile(path)
  } catch (cause) {
    // The message omits the path, which may be the key itself.
    throw new UsageError(`Cannot read the file of --private-key: ${fileProblem(cause)}.`)
  }
}

async function readSeed(source: string): Promise<Seed> {
  if (source === 'demo') return demo
  if (source === 'empty') return {}
  const text = await readTextFile(source).catch((cause: NodeJS.ErrnoException) => {
    const others = cause.code === 'ENOENT' ? ' Use a file, demo or empty.' : ''
    throw new UsageError(`Cannot read the seed from ${source}: ${fileProblem(cause)}.${others}`)
  })
  try {
    return JSON.parse(text) as Seed
  } catch (cause) {
    throw new UsageError(`The seed in ${source} is not JSON: ${(cause as Error).message}`)
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
    printNote(
      `${store.path} is mounted as a single file. If the container is removed while the sandbox runs, the changes in ${store.path}.log are lost. Mount the folder instead.`,
    )
  console.log(`
  ${curlLine(server.baseUrl(appId), apiKey)}

Open ${server.origin}/ in a browser. Stop the sandbox with Ctrl-C.`)
}

/** Resolves with the first interrupt. A second one ends the process at once. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of stopSignals) process.once(signal, () => resolve())
  })
}
