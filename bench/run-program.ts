import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

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

/** Runs a program of `programs/` in a fresh process, and returns what it reports. */
export async function runProgram<Result>(
  name: string,
  flags: readonly string[] = [],
  parameters: readonly string[] = [],
): Promise<Result> {
  ready ??= buildPrograms()
  await ready
  const child = fork(`${built}${name}.js`, parameters, { execArgv: [...flags] })
  const results: Result[] = []
  child.on('message', (result) => results.push(result as Result))
  const [code] = await once(child, 'exit')
  const [result] = results
  if (code !== 0 || result === undefined) throw new Error(`The program ${name} exited with code ${code} and no result.`)
  return result
}
