/** `npm run consumers:typescript`: compiles programs that use the packed package, with the versions of TypeScript that users have. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { anywhere, imported, inNode, required, withoutNode } from '../package/programs.js'
import { pack, unpackInto } from './lib/packed.js'
import { reportRow } from './lib/row.js'

const fixture = fileURLToPath(new URL('./typescript/', import.meta.url))
const run = promisify(execFile)

const versions = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0']

const resolutions = {
  node16: { module: 'node16', moduleResolution: 'node16' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'preserve', moduleResolution: 'bundler' },
  // Gone in TypeScript 7, and an error in 6.
  node10: { module: 'commonjs', moduleResolution: 'node10', verbatimModuleSyntax: false },
}

/** The environments of a program: the globals that it can use without an import. */
const places = {
  Node: { types: ['node'], lib: ['es2023'] },
  'Node, with the DOM': { types: ['node'], lib: ['es2023', 'dom'] },
  'a page': { types: [], lib: ['es2022', 'dom', 'dom.iterable'] },
}

/** Each resolution in an environment that is usual for it. */
const homes = [
  ['node16', 'Node'],
  ['nodenext', 'Node, with the DOM'],
  ['bundler', 'a page'],
  ['node10', 'Node'],
] as const

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  target: 'es2022',
  skipLibCheck: false,
  noEmit: true,
}

async function installProject(folder: string, packages: readonly string[]): Promise<void> {
  await mkdir(join(folder, 'node_modules'), { recursive: true })
  for (const name of packages)
    await cp(join(fixture, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true })
}

/** Compiles a project, and returns the seconds that it took. */
async function compile(version: string, project: string): Promise<number> {
  const started = performance.now()
  const compiler = join(fixture, `node_modules/typescript-${version}/bin/tsc`)
  await run(process.execPath, [compiler, '--project', project], { cwd: project, timeout: 120_000 }).catch(
    ({ stdout, message }: { stdout?: string; message: string }) => {
      throw new Error((stdout || message).trim().slice(0, 2_000))
    },
  )
  return (performance.now() - started) / 1_000
}

const scratch = await mkdtemp(join(tmpdir(), 'sceyt-typescript-'))
const selected = process.argv.slice(2)

async function runRow(version: string, title: string, check: () => Promise<number>): Promise<void> {
  const name = `TypeScript ${version}, ${title}`
  if (selected.length > 0 && !selected.includes(name)) return
  const row = { matrix: 'TypeScript', name }
  try {
    await reportRow({ ...row, note: `${(await check()).toFixed(1)} s` })
  } catch (error) {
    await reportRow({ ...row, problem: (error as Error).message })
  }
}

/** Compiles the programs of an environment, and the declarations of the package. */
async function compilePrograms(version: string, resolution: keyof typeof resolutions, place: keyof typeof places) {
  const options = { ...strict, ...resolutions[resolution], ...places[place] }
  const files: Record<string, string> =
    resolution === 'node10'
      ? { 'anywhere.ts': anywhere, 'node.ts': inNode, 'required.ts': required }
      : {
          'anywhere.mts': anywhere,
          'imported.cts': imported,
          'required.cts': required,
          ...(place === 'a page' ? { 'without-node.mts': withoutNode } : { 'node.mts': inNode }),
        }
  const project = join(scratch, 'project')
  for (const [name, text] of Object.entries(files)) await writeFile(join(project, name), text)
  await writeFile(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, files: Object.keys(files) }),
  )
  return compile(version, project)
}

/** What a library exports: types that the compiler infers, and must name in the declarations that it writes. */
const library = `import { createSceyt, where } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
export const sceyt = createSceyt()
export const sandbox = createSandbox()
export const users = () => sceyt.users.list()
export const user = async () => await sceyt.users.get('zoe')
export const raw = () => sceyt.raw.GET('/users')
export const filter = where('type', 'eq', 'public')
export const { messages, channels } = sceyt
export const token = () => sandbox.token('zoe')
export const connection = sandbox.connection()
`

/** Installs a workspace with pnpm, in which an application depends on a library that depends on the package, and builds both. */
async function compileWorkspace(version: string, tarball: string): Promise<number> {
  const workspace = join(scratch, `workspace-${version}`)
  const options = { ...strict, ...resolutions.nodenext, types: [], lib: ['es2023', 'dom'], declaration: true }
  const packages = { sceyt: `file:${tarball}`, library: 'workspace:*' }
  const write = async (path: string, content: unknown) => {
    await mkdir(dirname(join(workspace, path)), { recursive: true })
    await writeFile(join(workspace, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  await write('pnpm-workspace.yaml', 'packages:\n  - library\n  - app\n')
  await write('package.json', { private: true })
  await write('library/package.json', {
    name: 'library',
    type: 'module',
    exports: './index.js',
    dependencies: { 'sceyt-platform': packages.sceyt },
  })
  await write('library/index.ts', library)
  await write('library/tsconfig.json', { compilerOptions: { ...options, noEmit: false }, files: ['index.ts'] })
  await write('app/package.json', { name: 'app', type: 'module', dependencies: { library: packages.library } })
  await write(
    'app/index.ts',
    "import { user } from 'library'\nexport const name: Promise<string> = user().then(({ username }) => username)\n",
  )
  await write('app/tsconfig.json', { compilerOptions: options, files: ['index.ts'] })
  const pnpm = join(fixture, 'node_modules/pnpm/bin/pnpm.cjs')
  await run(process.execPath, [pnpm, 'install', '--prefer-offline', '--silent'], { cwd: workspace, timeout: 120_000 })
  return (await compile(version, join(workspace, 'library'))) + (await compile(version, join(workspace, 'app')))
}

try {
  await run('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: fixture })
  const project = join(scratch, 'project')
  const modules = ['jose', 'openapi-fetch', 'openapi-typescript-helpers', '@types/node', 'undici-types']
  await installProject(project, modules)
  const tarball = await pack()
  await unpackInto(project, tarball)
  for (const version of versions) {
    for (const [resolution, place] of homes)
      if (resolution !== 'node10' || version.startsWith('5.'))
        await runRow(version, `${resolution} in ${place}`, () => compilePrograms(version, resolution, place))
    await runRow(version, 'a library in a pnpm workspace', () => compileWorkspace(version, tarball))
  }
  await rm(dirname(tarball), { recursive: true })
} finally {
  await rm(scratch, { recursive: true })
}
