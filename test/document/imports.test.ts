import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { filesIn, root } from './files.js'

/** The layers from the lowest to the highest, and what each may import. */
const layers: Record<string, { has: RegExp; mayImport: string[] }> = {
  // A few pure functions that know nothing of the API. Any layer may have them, and each bundle its own copy.
  common: { has: /^src\/common\//, mayImport: ['common'] },
  // What an operation is, written by hand, so that the table of operations can be generated from the document alone.
  'operation types': {
    has: /^src\/operation\/(operation|shape|command-text|row-import)\.ts$/,
    mayImport: ['operation types'],
  },
  document: {
    has: /^generated\/(operations|commands|imports|path-templates|permissions|rules|error-codes|schema\.d)\.ts$/,
    mayImport: ['common', 'document', 'operation types'],
  },
  types: { has: /^generated\/types\.ts$/, mayImport: ['document'] },
  validators: { has: /^generated\/validators\.d\.ts$/, mayImport: ['document'] },
  'http/headers': { has: /^src\/http\/headers\//, mayImport: ['http/headers'] },
  errors: { has: /^src\/errors\//, mayImport: ['common', 'errors', 'http/headers', 'operation types', 'document'] },
  operation: {
    has: /^src\/operation\/(?!(operation|shape|command-text|row-import)\.ts$)/,
    mayImport: ['common', 'operation', 'operation types', 'errors', 'document'],
  },
  // One call on the wire: it knows an operation, and no resource.
  http: {
    has: /^src\/http\/(?!headers\/)/,
    mayImport: ['common', 'http', 'http/headers', 'operation', 'operation types', 'errors', 'document'],
  },
  client: {
    has: /^src\/client\/(?!create-sceyt\.ts$)/,
    mayImport: [
      'common',
      'client',
      'http',
      'http/headers',
      'operation',
      'operation types',
      'errors',
      'document',
      'openapi-fetch',
      'type node:',
    ],
  },
  resources: {
    has: /^generated\/resources\//,
    mayImport: ['resources', 'client', 'operation', 'operation types', 'document'],
  },
  createSceyt: { has: /^src\/client\/create-sceyt\.ts$/, mayImport: ['common', 'resources', 'client'] },
  index: {
    has: /^src\/index\.ts$/,
    mayImport: [
      'createSceyt',
      'resources',
      'client',
      'http',
      'http/headers',
      'operation',
      'errors',
      'types',
      'document',
    ],
  },
  'file system': { has: /^src\/node\/(file-lock|sync-folder)\.ts$/, mayImport: ['node:'] },
  node: {
    has: /^src\/node\/(?!(file-lock|sync-folder)\.ts$)/,
    mayImport: ['common', 'node', 'http', 'node:', 'type node:', 'undici', 'sceyt-platform'],
  },
  // Beside the client, since it writes files.
  bulk: {
    has: /^src\/bulk\/(?!bullmq\/)/,
    mayImport: ['common', 'bulk', 'file system', 'sceyt-platform', 'node:', 'type node:'],
  },
  // It knows ioredis by the methods that it calls.
  redis: { has: /^src\/redis\//, mayImport: ['common', 'redis', 'sceyt-platform', 'sceyt-platform/bulk', 'node:'] },
  // Beside the client, since it reads and writes files.
  record: {
    has: /^src\/record\//,
    mayImport: ['common', 'record', 'http', 'http/headers', 'errors', 'document', 'sceyt-platform', 'node:'],
  },
  // Beside the client, since it alone needs the API of OpenTelemetry.
  otel: {
    has: /^src\/otel\//,
    mayImport: ['common', 'otel', 'http', 'document', 'sceyt-platform', '@opentelemetry/api', 'node:'],
  },
  // Beside the rest of bulk jobs, which need no Redis.
  'bulk/bullmq': {
    has: /^src\/bulk\/bullmq\//,
    mayImport: ['common', 'bulk', 'bulk/bullmq', 'sceyt-platform', 'node:', 'bullmq', 'ioredis'],
  },
  // Beside the client, since the compiled validators weigh more than all of it.
  validate: {
    has: /^src\/validate\//,
    mayImport: ['common', 'validate', 'validators', 'client', 'operation', 'errors', 'sceyt-platform'],
  },
  // Beside the client, since it alone needs jose.
  token: { has: /^src\/token\//, mayImport: ['common', 'token', 'operation', 'errors', 'sceyt-platform', 'jose'] },
  // Errors of the sandbox, below its state, which throws them.
  'sandbox/problems': {
    has: /^src\/sandbox\/(problem|fill-message|describe-violations)\.ts$/,
    mayImport: ['common', 'sandbox/problems', 'validate', 'validators', 'operation', 'document'],
  },
  'sandbox/state': {
    has: /^src\/sandbox\/state\//,
    mayImport: ['common', 'sandbox/state', 'sandbox/problems', 'validators', 'errors', 'document'],
  },
  // The sandbox runs in every runtime. Code that does not is in folders of its own.
  sandbox: {
    has: /^src\/sandbox\/(?!(state|node|msw|demo|browser|fixtures|playwright|vitest|studio)\/|(problem|fill-message|describe-violations)\.ts$)/,
    mayImport: [
      'common',
      'sandbox/problems',
      'sandbox/state',
      'sandbox',
      'token',
      'validate',
      'validators',
      'http',
      'operation',
      'operation types',
      'errors',
      'document',
      'hono/router/reg-exp-router',
    ],
  },
  'sandbox/browser': {
    has: /^src\/sandbox\/browser\//,
    mayImport: ['common', 'sandbox/browser', 'sandbox', 'sceyt-platform/sandbox', 'idb'],
  },
  'sandbox/demo': { has: /^src\/sandbox\/demo\//, mayImport: ['sandbox/demo', 'sandbox/state', 'document'] },
  'sandbox/msw': { has: /^src\/sandbox\/msw\//, mayImport: ['common', 'sceyt-platform/sandbox', 'msw'] },
  'sandbox/node': {
    has: /^src\/sandbox\/node\//,
    // Of the state, it has types alone.
    mayImport: [
      'common',
      'sandbox/node',
      'sandbox/state',
      'file system',
      'document',
      'sceyt-platform/sandbox',
      'node:',
      'type node:',
    ],
  },
  // It runs in a page: the sandbox is on the other side of its controls, and known by its types alone.
  'sandbox/studio': {
    has: /^src\/sandbox\/studio\//,
    mayImport: ['sandbox/studio', 'sandbox', 'sceyt-platform', 'preact', 'preact/hooks'],
  },
  'sandbox/fixtures': {
    has: /^src\/sandbox\/fixtures\//,
    mayImport: ['common', 'sandbox/fixtures', 'sceyt-platform', 'sceyt-platform/sandbox'],
  },
  // Neither imports its test runner, whose types it describes itself.
  'sandbox/playwright': {
    has: /^src\/sandbox\/playwright\//,
    mayImport: ['common', 'sandbox/playwright', 'sandbox/fixtures', 'sceyt-platform', 'sceyt-platform/sandbox'],
  },
  'sandbox/vitest': {
    has: /^src\/sandbox\/vitest\//,
    mayImport: ['common', 'sandbox/fixtures', 'sceyt-platform', 'sceyt-platform/sandbox'],
  },
  doctor: {
    has: /^src\/doctor\//,
    mayImport: [
      'doctor',
      'validate',
      'validators',
      'operation',
      'operation types',
      'errors',
      'document',
      'sceyt-platform',
      'node:',
    ],
  },
  cli: {
    has: /^src\/cli\//,
    mayImport: [
      'common',
      'cli',
      'bulk',
      'file system',
      'node',
      'doctor',
      'errors',
      'operation',
      'operation types',
      'document',
      'sceyt-platform',
      'sceyt-platform/bulk',
      'sceyt-platform/bulk/bullmq',
      'sceyt-platform/node',
      'sceyt-platform/record',
      'sceyt-platform/redis',
      'sandbox/node',
      'sceyt-platform/sandbox',
      'sceyt-platform/sandbox/demo',
      'sceyt-platform/sandbox/node',
      'sceyt-platform/token',
      'node:',
      'type node:',
      'commander',
      'csv-parse',
      'csv-parse/sync',
      'csv-stringify/sync',
      'env-paths',
      'ioredis',
      'jsonc-parser',
      'read',
      'string-width',
      'wrap-ansi',
    ],
  },
}

const folders = await Promise.all(
  ['src', 'generated'].map(async (folder) => (await filesIn(join(root, folder))).map((file) => `${folder}/${file}`)),
)
const files = folders.flat().filter((file) => /\.tsx?$/.test(file))
const imports = new Map(await Promise.all(files.map(async (file) => [file, await importsOf(file)] as const)))

/** What a file imports or re-exports: paths from the root, or names of modules. A module of Node of which it has only types is marked. */
async function importsOf(file: string): Promise<string[]> {
  const source = await readFile(join(root, file), 'utf8')
  const { importedFiles, referencedFiles, typeReferenceDirectives } = ts.preProcessFile(source, true, true)
  const atRunTime = importsAtRunTime(source)
  return [...importedFiles, ...referencedFiles, ...typeReferenceDirectives].map(({ fileName }) => {
    if (fileName.startsWith('node:') && !atRunTime.includes(fileName)) return `type ${fileName}`
    if (!fileName.startsWith('.')) return fileName
    const path = posix.join(posix.dirname(file), fileName)
    const candidates = ['.ts', '.tsx', '.d.ts'].map((ending) => path.replace(/\.js$/, ending))
    return candidates.find((candidate) => files.includes(candidate)) ?? path
  })
}

function importsAtRunTime(source: string): string[] {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  })
  return ts.preProcessFile(outputText, true, true).importedFiles.map(({ fileName }) => fileName)
}

/** Every way back to a file that is met while following the imports. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const cycles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, trail: string[]) => {
    if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '))
    if (trail.includes(file) || done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  return cycles
}

/** The layers that a file is in. For what is no file of ours: the name of its package. */
function layersOf(target: string): string[] {
  if (!files.includes(target)) return [target.replace(/\bnode:.*/, 'node:').replace(/^jose\/.*/, 'jose')]
  return Object.keys(layers).filter((layer) => layers[layer]?.has.test(target))
}

test.each(files)('%s is in one layer.', (file) => {
  expect(layersOf(file), `The layers of this test that have ${file}`).toHaveLength(1)
})

describe.each(Object.entries(layers))('In the layer %s', (_layer, { has, mayImport }) => {
  const members = files.filter((file) => has.test(file))

  test('there are files.', () => {
    expect(members).not.toEqual([])
  })

  test.each(members)('%s imports only what is not above it.', (file) => {
    expect(
      imports.get(file)?.filter((target) => !layersOf(target).every((layer) => mayImport.includes(layer))),
    ).toEqual([])
  })
})

test('Nothing imports an entry but the entry above it.', () => {
  const importers = (entry: string) => files.filter((file) => imports.get(file)?.includes(entry))
  expect(importers('src/index.ts')).toEqual([])
  expect(importers('src/client/create-sceyt.ts')).toEqual(['src/index.ts'])
  expect(importers('src/doctor/index.ts')).toEqual(['src/cli/run-doctor.ts'])
  const others = ['browser', 'demo', 'msw', 'node', 'playwright', 'vitest'].map((name) => `sandbox/${name}`)
  for (const entry of ['node', 'record', 'validate', 'token', 'sandbox', 'cli', ...others])
    expect(importers(`src/${entry}/index.ts`)).toEqual([])
})

test('A type of Node is told from a module of Node.', () => {
  expect(
    importsAtRunTime(
      "import type { A } from 'node:a'\nimport { type B } from 'node:b'\nimport { c } from 'node:c'\nexport type * from 'node:d'",
    ),
  ).toEqual(['node:b', 'node:c'])
})

test('No file imports itself by way of others.', () => {
  expect(cyclesIn(imports)).toEqual([])
})

test('A cycle is found, whether it has one file or three.', () => {
  const graph = new Map([
    ['a', ['b', 'd']],
    ['b', ['c']],
    ['c', ['a']],
    ['d', ['d']],
  ])
  expect(cyclesIn(graph)).toEqual(['a -> b -> c -> a', 'd -> d'])
})

test('No two files have one name, but for index.ts.', () => {
  const names = files.filter((file) => file.startsWith('src/')).map((file) => posix.basename(file).replace(/x$/, ''))
  expect(names.filter((name, index) => name !== 'index.ts' && names.indexOf(name) !== index)).toEqual([])
})

test('No file is longer than 250 lines, but for the demo data.', async () => {
  const long = await Promise.all(
    files
      .filter((file) => file.startsWith('src/') && !file.startsWith('src/sandbox/demo/'))
      .map(async (file) => ((await readFile(join(root, file), 'utf8')).split('\n').length > 251 ? [file] : [])),
  )
  expect(long.flat()).toEqual([])
})
