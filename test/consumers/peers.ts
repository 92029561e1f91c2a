/** `npm run consumers:peers`: installs the package with each version of its peers, and uses them. Arguments select rows by name. */
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { pack } from './lib/packed.js'
import { reportRow } from './lib/row.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const run = promisify(execFile)
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

interface Row {
  name: string
  node: 20 | 22 | 24 | 26
  peers: Record<string, string>
  /** The command line that installs what package.json names. Default: that of npm. */
  install?: readonly string[]
}

const node = (version: number) => here(`../runtimes/node_modules/node-${version}-linux-x64/bin/node`)
const managed = (path: string) => [node(24), here(`peers/node_modules/${path}`), 'install']
const npm = ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline']
const newest = { msw: '3.0.5', undici: '8.13.1' }

const rows: readonly Row[] = [
  { name: 'msw 2.9.0, Node 20', node: 20, peers: { msw: '2.9.0' } },
  { name: 'msw 2.15.0, Node 20', node: 20, peers: { msw: '2.15.0' } },
  { name: 'msw 2.15.0, Node 24', node: 24, peers: { msw: '2.15.0' } },
  { name: 'msw 3.0.0, Node 22', node: 22, peers: { msw: '3.0.0' } },
  { name: 'msw 3.0.5, Node 22', node: 22, peers: { msw: '3.0.5' } },
  { name: 'msw 3.0.5, Node 26', node: 26, peers: { msw: '3.0.5' } },
  { name: 'undici 7.30.2, Node 20', node: 20, peers: { undici: '7.30.2' } },
  { name: 'undici 7.30.2, Node 26', node: 26, peers: { undici: '7.30.2' } },
  { name: 'undici 8.0.0, Node 22', node: 22, peers: { undici: '8.0.0' } },
  { name: 'undici 8.13.1, Node 22', node: 22, peers: { undici: '8.13.1' } },
  { name: 'undici 8.13.1, Node 24', node: 24, peers: { undici: '8.13.1' } },
  { name: 'both, the oldest', node: 20, peers: { msw: '2.9.0', undici: '7.30.2' } },
  { name: 'both, npm', node: 24, peers: newest },
  { name: 'both, pnpm', node: 24, peers: newest, install: managed('pnpm/bin/pnpm.cjs') },
  { name: 'both, yarn', node: 24, peers: newest, install: managed('yarn/bin/yarn.js') },
  { name: 'both, yarn berry', node: 24, peers: newest, install: managed('@yarnpkg/cli-dist/bin/yarn.js') },
  {
    name: 'both, bun',
    node: 24,
    peers: newest,
    install: [here('../runtimes/node_modules/@oven/bun-linux-x64/bin/bun'), 'install'],
  },
]

/** The settings of the package managers: versions of Node count, and nothing is sent anywhere else. */
const settings = {
  '.npmrc': 'engine-strict=true\n',
  '.yarnrc.yml': 'nodeLinker: node-modules\nenableTelemetry: false\nenableImmutableInstalls: false\n',
  'pnpm-workspace.yaml': 'minimumReleaseAge: 0\nstrictDepBuilds: false\n',
  // Without it, yarn berry would look for the project in a folder above.
  'yarn.lock': '',
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !rows.some((row) => row.name === name))
if (unknown.length > 0)
  throw new Error(`unknown row ${unknown.join(', ')}; use ${rows.map((it) => it.name).join('; ')}`)

const tarball = await pack()
for (const row of rows.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-peers-'))
  const problem = await findProblem(folder, row).catch((error: Error & { stdout?: string; stderr?: string }) =>
    [error.message, error.stdout, error.stderr].join('\n'),
  )
  await reportRow({ matrix: 'peers', name: row.name, ...(problem !== undefined && { problem }) })
  await rm(folder, { recursive: true })
}
await rm(dirname(tarball), { recursive: true })

async function findProblem(folder: string, { node: version, peers, install = npm }: Row): Promise<undefined> {
  const dependencies = { 'sceyt-platform': `file:${tarball}`, ...peers }
  const files = { ...settings, 'package.json': JSON.stringify({ private: true, type: 'module', dependencies }) }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const env = { ...process.env, PATH: dirname(node(version)) + delimiter + process.env['PATH'], CI: 'true' }
  const options = { cwd: folder, env, timeout: 180_000 }
  const [command = '', ...parameters] = install
  await run(command, parameters, options)
  for (const peer of Object.keys(peers)) {
    await copyFile(here(`peers/${peer}.mjs`), join(folder, `${peer}.mjs`))
    const flags = ['--throw-deprecation', '--pending-deprecation']
    const { stdout, stderr } = await run(node(version), [...flags, `${peer}.mjs`], options)
    if (stdout !== `${peer} works\n` || stderr) throw new Error(`unexpected output: ${stdout}${stderr}`)
  }
  if (Object.keys(peers).length > 1) await checkTypes(folder)
}

/** Compiles the types of the package, and of all that they import. */
async function checkTypes(folder: string): Promise<void> {
  await copyFile(here('peers/types.ts'), join(folder, 'types.ts'))
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable', 'esnext.disposable'],
    module: 'nodenext',
    types: ['node'],
    typeRoots: [here('../../node_modules/@types')],
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['types.ts'] }))
  await run(process.execPath, [tsc], { cwd: folder })
}
