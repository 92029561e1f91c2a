import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { named } from '../sandbox/open.js'
import { serveSandbox } from '../sandbox/served.js'
import { excluded, names, readByNode } from './polluted/names.js'

const run = promisify(execFile)
const source = fileURLToPath(new URL('polluted/', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-polluted-'))
  const [bundle] = (
    await build({
      entryPoints: [`${source}package.ts`],
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'node',
      external: ['undici', 'msw', 'swagger-ui-dist'],
      define: { 'import.meta.url': 'bundleUrl' },
      supported: { 'dynamic-import': false },
      logLevel: 'error',
    })
  ).outputFiles
  // A helper of esbuild, which is not in the package, reads what a namespace inherits.
  const code = bundle?.text.replaceAll('for (var name in all)', 'for (var name of Object.keys(all))') ?? ''
  await writeFile(join(folder, 'package.js'), code)
  const program = { entryPoints: [`${source}program.ts`], outfile: join(folder, 'program.mjs') }
  await build({ ...program, bundle: true, format: 'esm', platform: 'node' })
})

afterAll(() => rm(folder, { recursive: true }))

/** Pollutes names in a process of its own, and returns those that change a request, a result, an error or an event. */
async function findHarmful(polluted: readonly string[], scenes: string, origin = ''): Promise<unknown[]> {
  const parameters = [join(folder, 'package.js'), origin, JSON.stringify(polluted), scenes, `${source}package.ts`]
  const { stdout } = await run(process.execPath, [join(folder, 'program.mjs'), ...parameters], { timeout: 55_000 })
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { steps, runs } = lines.pop()
  expect(steps).toBeGreaterThan(30)
  // Three moments, and seven kinds of value.
  if (lines.length === 0) expect(runs).toBe(21)
  return lines
}

describe('a polluted Object.prototype', () => {
  const inProcess = 'stub,events,sandbox,tokens'
  const survivable = names.filter((name) => !excluded.includes(name))
  const ofNode = survivable.filter((name) => readByNode.includes(name))
  const ofPackage = survivable.filter((name) => !ofNode.includes(name))

  it('changes nothing in the client, its events, the sandbox and tokens', async () => {
    expect(await findHarmful(ofPackage, inProcess)).toEqual([])
  })

  it('changes nothing in them even with a name that Node reads', async () => {
    // Node takes the two together for the body of a response that has none.
    for (const apart of ['body', 'stream'])
      expect(
        await findHarmful(
          ofNode.filter((name) => name !== apart),
          inProcess,
        ),
      ).toEqual([])
  })

  it('changes nothing in calls over a network and through a middleware', async () => {
    const { server } = await serveSandbox({ seed: { users: named('zoe', 'taken') } })
    expect(await findHarmful(ofPackage, 'middleware,globalFetch,pooled', server.origin)).toEqual([])
  })
})
