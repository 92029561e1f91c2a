import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach } from 'vitest'
import { createSceyt, type Sceyt } from '../../../src/index.js'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/index.js'
import { listen } from '../../../src/sandbox/node/index.js'
import { compileCommand } from '../../lib/command.js'
import { type CommandOptions, type Outcome, runCommand } from '../../lib/run-command.js'

/** Two applications of a sandbox, a folder, and the command line on them. */
export interface BulkCommands {
  sandbox: Sandbox
  /** Returns the base URL of one of the applications. */
  serverUrl(appId: 'sandbox' | 'other'): string
  /** Creates a client of one of the applications. */
  connect(appId: 'sandbox' | 'other'): Sceyt
  /** The path of a file in the folder. */
  at(name: string): string
  write(name: string, content: string | Uint8Array): Promise<string>
  read(name: string): Promise<string>
  run(...words: string[]): Promise<Outcome>
  /** Runs a command on the second application. */
  runOnOther(...words: string[]): Promise<Outcome>
  /** Runs a command with other variables in its environment. */
  runWithEnv(env: Readonly<Record<string, string>>, ...words: string[]): Promise<Outcome>
  /** Runs a command with a standard input. */
  runWith(input: string, ...words: string[]): Promise<Outcome>
  /** Runs a command, and interrupts it with Ctrl-C once the sandbox has received a number of requests. */
  runAndInterrupt(requests: number, ...words: string[]): Promise<Outcome>
  /** Returns the ids of the operations that the sandbox has received, without duplicates. */
  received(): (string | null)[]
}

/** Sets up the command line for the tests of a file. Each test has a new folder and an empty sandbox. */
export async function setUpBulkCommands(options: SandboxOptions = {}): Promise<BulkCommands> {
  const command = await compileCommand()
  const sandbox = createSandbox({
    ...options,
    apps: [
      { appId: 'sandbox', apiKey: 'sandbox-key' },
      { appId: 'other', apiKey: 'sandbox-key' },
    ],
  })
  const server = await listen(sandbox)
  let folder = ''
  afterAll(() => server.close())
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sceyt-bulk-'))
    sandbox.reset()
    sandbox.journal.clear()
  })
  afterEach(() => rm(folder, { recursive: true }))
  const runOn = (appId: string, words: readonly string[], { env, ...options }: CommandOptions = {}) =>
    runCommand(command, words, {
      env: { SCEYT_BASE_URL: server.baseUrl(appId), SCEYT_API_KEY: 'sandbox-key', SCEYT_CONFIG_DIR: folder, ...env },
      ...options,
    })
  const at = (name: string) => join(folder, name)
  return {
    sandbox,
    serverUrl: (appId) => server.baseUrl(appId).replace(/\/$/, ''),
    connect: (appId) => createSceyt({ baseUrl: server.baseUrl(appId), apiKey: 'sandbox-key' }),
    at,
    async write(name, content) {
      await writeFile(at(name), content)
      return at(name)
    },
    read: (name) => readFile(at(name), 'utf8'),
    run: (...words) => runOn('sandbox', words),
    runOnOther: (...words) => runOn('other', words),
    runWithEnv: (env, ...words) => runOn('sandbox', words, { env }),
    runWith: (input, ...words) => runOn('sandbox', words, { input }),
    runAndInterrupt(requests, ...words) {
      let child: ChildProcess | undefined
      let count = 0
      const unsubscribe = sandbox.journal.listen(() => {
        if (++count === requests) child?.kill('SIGINT')
      })
      return runOn('sandbox', words, {
        onStart: (started) => {
          child = started
        },
      }).finally(unsubscribe)
    },
    received: () => [...new Set(sandbox.journal.entries.map(({ operation }) => operation ?? null))],
  }
}
