import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../document/files.js'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const flags = [
  '--noEmit',
  '--extendedDiagnostics',
  '--strict',
  '--skipLibCheck',
  '--target',
  'es2022',
  '--lib',
  'es2023,dom,dom.iterable,dom.asynciterable',
  '--types',
  'node',
  '--module',
  'nodenext',
]
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(root, 'node_modules/.size-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function bundledSize(exports: string, entry = 'index'): Promise<number> {
  const stdin = { contents: `export ${exports} from './src/${entry}.ts'`, resolveDir: root, loader: 'ts' as const }
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, platform: 'browser', format: 'esm', target: 'es2022', write: false })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

it('is at most 16.75 kB in a browser, minified and gzipped', async () => {
  const size = await bundledSize('{ createSceyt }')
  expect(size).toBeLessThanOrEqual(16_750)
  // What is this small has lost something.
  expect(size).toBeGreaterThan(4_000)
})

it('has a sandbox of at most 30 kB', async () => {
  const size = await bundledSize('{ createSandbox }', 'sandbox')
  expect(size).toBeLessThanOrEqual(30_000)
  expect(size).toBeGreaterThan(10_000)
})

async function instantiations(name: string, program: string): Promise<number> {
  const file = join(folder, name)
  await writeFile(file, program)
  const report = execFileSync(process.execPath, [tsc, ...flags, file], { cwd: root, encoding: 'utf8' })
  return Number(/^Instantiations:\s+(\d+)/m.exec(report)?.[1])
}

it('costs the compiler at most 1,000 instantiations for three calls', async () => {
  const client = `import { createSceyt } from '${join(root, 'src/index.js')}'\nexport const sceyt = createSceyt()\n`
  const calls = `export const user = await sceyt.users.get('zoe')
export const message = await sceyt.messages.send('1', { from: 'zoe', body: 'Hello' })
export const channels = await sceyt.channels.list()
`
  const added = (await instantiations('calls.mts', client + calls)) - (await instantiations('client.mts', client))
  expect(added).toBeGreaterThan(0)
  expect(added).toBeLessThanOrEqual(1_000)
})
