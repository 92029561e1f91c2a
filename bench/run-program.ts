import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A program that runs until it is stopped, such as a server. */
export interface RunningProgram<Ready> {
  /** Its first report. */
  ready: Ready
  /** Sends it a message, and returns the report that follows. */
  ask<Report>(question: string): Promise<Report>
  stop(): Promise<void>
}

const source = fileURLToPath(new URL('programs/', import.meta.url))
const built = fileURLToPath(new URL('dist/', import.meta.url))
let ready: Promise<unknown> | undefined

// Compiled first, so that the measured processes run plain Node without tsx. The measured packages are imported, not bundled.
async function buildPrograms(): Promise<unknown> {
  const files = await readdir(source)
  const entryPoints = files.map((file) => source + file)
  return build({
    entryPoints,
    outdir: built,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    external: ['../../dist/*'],
  })
}

async function forkProgram(
  name: string,
  flags: readonly string[],
  parameters: readonly string[],
): Promise<ChildProcess> {
  ready ??= buildPrograms()
  await ready
  return fork(`${built}${name}.js`, parameters, { execArgv: [...flags] })
}

/** Runs a program of `programs/` in a fresh process, and returns what it reports. */
export async function runProgram<Result>(
  name: string,
  flags: readonly string[] = [],
  parameters: readonly string[] = [],
): Promise<Result> {
  const child = await forkProgram(name, flags, parameters)
  const results: Result[] = []
  child.on('message', (result) => results.push(result as Result))
  const [code] = await once(child, 'exit')
  const [result] = results
  if (code !== 0 || result === undefined) throw new Error(`The program ${name} exited with code ${code} and no result.`)
  return result
}

/** Starts a program of `programs/` that ends with its parent, and waits for its first report. */
export async function startProgram<Ready>(
  name: string,
  parameters: readonly string[] = [],
): Promise<RunningProgram<Ready>> {
  const child = await forkProgram(name, [], parameters)
  const ended = once(child, 'exit')
  const report = async () => {
    const [first] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => {
        throw new Error(`The program ${name} exited with code ${code}.`)
      }),
    ])
    return first
  }
  const first = (await report()) as Ready
  return {
    ready: first,
    async ask<Report>(question: string) {
      const answer = report()
      child.send(question)
      return (await answer) as Report
    },
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
