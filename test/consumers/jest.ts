/** `npm run consumers:jest`: uses the packed package in Jest, in NestJS and by `require`, each as it is usually set up. Arguments select rows. */
import { execFile } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { pack, unpackInto } from './lib/packed.js'
import { reportRow } from './lib/row.js'

interface Case {
  name: string
  /** The folder of the project, in `test/consumers/jest`. */
  project: string
  /** What is copied into the project: a folder, or a test alone. */
  source?: { from: string; to: string }
  /** What Node runs there, in this order. */
  commands: readonly (readonly string[])[]
  /** The version of Node, from npm. Default: the one that runs this. */
  node?: string
}

const folder = fileURLToPath(new URL('./jest/', import.meta.url))
const run = promisify(execFile)
const modules = '--experimental-vm-modules'
const jest = 'node_modules/jest/bin/jest.js'
const tests = { from: 'tests', to: 'tests' }

/** Returns the command that runs one test file with a configuration, and Jest's own defaults for the rest. */
const jestOn = (file: string, config: object = {}): readonly string[] => [
  jest,
  '--config',
  JSON.stringify({ testMatch: [`<rootDir>/tests/${file}`], transform: {}, ...config }),
]

/** Transforms that projects set up, by the names of their files. */
const babel = { '^.+\\.js$': ['babel-jest', { presets: [['@babel/preset-env', { targets: { node: 'current' } }]] }] }
const typescript = (module: string) => ({
  '^.+\\.ts$': ['ts-jest', { tsconfig: { module, target: 'es2022', strict: true, types: ['node', 'jest'] } }],
})

const inJest = (version: '29' | '30'): Case[] => {
  const start = { project: version, source: tests }
  const dom = { testEnvironment: 'jest-fixed-jsdom' }
  return [
    { ...start, name: `Jest ${version}`, commands: [jestOn('plain.test.js')] },
    { ...start, name: `Jest ${version}, Babel`, commands: [jestOn('babel.test.js', { transform: babel })] },
    {
      ...start,
      name: `Jest ${version}, ts-jest`,
      commands: ['commonjs', 'node16'].map((module) => jestOn('typescript.test.ts', { transform: typescript(module) })),
    },
    { ...start, name: `Jest ${version}, jest-fixed-jsdom`, commands: [jestOn('dom.test.js', dom)] },
    { ...start, name: `Jest ${version}, jsdom`, commands: [jestOn('bare-dom.test.js', { testEnvironment: 'jsdom' })] },
    { ...start, name: `Jest ${version}, ES modules`, commands: [[modules, ...jestOn('esm.test.mjs')]] },
  ]
}

const inNest = (version: string, flags: readonly string[] = [], node?: string): Case => ({
  name: `NestJS ${version}`,
  project: `nest-${version}`,
  source: { from: 'nest', to: 'src' },
  commands: [
    ['node_modules/typescript/bin/tsc', '--noEmit'],
    [...flags, jest],
  ],
  ...(node && { node }),
})

const required = (version: string): Case => ({
  name: `require in Node ${version}`,
  project: 'nodes',
  // Without the `require` of ES modules, which Node has from 20.19 on, and other tools do not.
  commands: [['--no-experimental-require-module', 'required.cjs'], ['required.cjs']],
  node: version,
})

const cases: readonly Case[] = [
  ...inJest('30'),
  ...inJest('29'),
  inNest('10'),
  inNest('11'),
  // It consists of ES modules, which Jest can require from Node 24.9 on.
  inNest('12', [modules], '24'),
  ...['20', '22', '24', '26'].map(required),
]

const names = process.argv.slice(2)
const unknown = names.filter((name) => !cases.some((one) => one.name === name))
if (unknown.length > 0)
  throw new Error(`There is no row ${unknown.join()}; use ${cases.map(({ name }) => name).join()}.`)
const chosen = cases.filter(({ name }) => names.length === 0 || names.includes(name))

const tarball = await pack()
const needed = chosen.flatMap(({ project, node }) => (node ? [project, 'nodes'] : [project]))
for (const project of new Set(needed)) {
  await run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: join(folder, project) })
  await unpackInto(join(folder, project), tarball)
}
await rm(dirname(tarball), { recursive: true })

for (const { name, project, source, commands, node } of chosen) {
  const cwd = join(folder, project)
  const program = node ? join(folder, `nodes/node_modules/node-${node}/bin/node`) : process.execPath
  if (source) {
    await rm(join(cwd, source.to), { recursive: true, force: true })
    await cp(join(folder, source.from), join(cwd, source.to), { recursive: true })
  }
  let passed = 0
  let problem: string | undefined
  try {
    for (const command of commands) {
      const { stdout, stderr } = await run(program, command, { cwd, timeout: 120_000 })
      passed += Number(/^Tests: +(\d+) passed, \1 total$/m.exec(stderr)?.[1] ?? stdout.startsWith('passed in '))
    }
    if (passed === 0) problem = 'no test has run'
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    problem = `${stdout ?? ''}${stderr ?? String(error)}`
  }
  await reportRow({ matrix: 'Jest', name, ...(problem === undefined ? { note: `${passed} tests` } : { problem }) })
}
