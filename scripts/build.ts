/** `npm run build`: compiles the package into dist/: types per file, and as few modules as can be, since each costs time to import. */
import { execFileSync } from 'node:child_process'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild'
import { buildStudio } from './build/build-studio.js'
import { forPages } from './build/for-pages.js'
import { indentByOne } from './build/indent-by-one.js'
import { joinStrings } from './build/join-strings.js'
import { markPure } from './build/mark-pure.js'
import { packagesIn, printNotices } from './build/notices.js'
import { removeComments, removeCommentsOfSources } from './build/remove-comments.js'
import { requireBanner } from './build/require-banner.js'
import { stripOpenapiFetch } from './build/strip-openapi-fetch.js'
import { toLineMappings } from './build/to-line-mappings.js'
import { toCommonJsTypes, usedDeclarations } from './build/used-declarations.js'
import { writeCommonJs } from './build/write-common-js.js'

type Entry = string | Record<'import' | 'require', { types: string; default: string }>

const root = fileURLToPath(new URL('../', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

await rm(`${root}dist`, { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '--project', `${root}tsconfig.build.json`], { stdio: 'inherit' })
// The compiler emits nothing for a declaration file, and the emitted types refer to these.
for (const name of ['schema', 'validators'])
  await copyFile(`${root}generated/${name}.d.ts`, `${root}dist/generated/${name}.d.ts`)

/** Data, bundled packages, and the validators that Ajv wrote: mapped, they would be two fifths of all source maps. */
const unmapped =
  /[\\/](node_modules[\\/](hono|idb|jose|openapi-fetch)[\\/].*\.m?js|generated[\\/](validators\.js|(operations|permissions|rules|error-codes|resources[\\/][\w-]+)\.ts)|sandbox[\\/]demo[\\/]index\.ts)$/
/** Maps these files to their names alone, without lines and content. */
const withoutMaps: Plugin = {
  name: 'without-maps',
  setup: ({ onLoad }) =>
    onLoad({ filter: unmapped }, async ({ path }) => {
      // The file's own comment would take precedence.
      const source = (await readFile(path, 'utf8')).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '')
      const code = /[\\/]openapi-fetch[\\/]/.test(path) ? stripOpenapiFetch(source) : source
      return { contents: withNameAsMap(code, path), loader: 'default' }
    }),
}

function withNameAsMap(code: string, path: string): string {
  const map = { version: 3, sources: [basename(path)], sourcesContent: [''], names: [], mappings: 'AAAA' }
  const url = `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`
  return `${code}\n//# sourceMappingURL=${url}`
}

/** The folders of the packages of which the build contains code. The validators are written by Ajv, and contain one of its functions. */
const bundled = new Set([`${root}node_modules/ajv`])
async function build(options: BuildOptions): Promise<void> {
  const { metafile } = await bundle({ ...options, metafile: true })
  for (const folder of packagesIn(metafile)) bundled.add(join(root, folder))
}

/** Returns the OpenAPI document without its indentation, which is a quarter of it. */
const readDocument = async () => JSON.stringify(JSON.parse(await readFile(`${root}generated/openapi.json`, 'utf8')))

/** Modules that a build replaces by others, which contain what they read: a bundle has no files beside it. */
const embedded: Readonly<Record<string, { read(): Promise<string>; code: string }>> = {
  document: {
    read: readDocument,
    code: 'export const readDocument = () => JSON.parse(decompress(data))',
  },
  'studio-files': {
    read: async () => {
      const { packages, ...files } = await buildStudio()
      for (const folder of packages) bundled.add(join(root, folder))
      return JSON.stringify(files)
    },
    code: 'export const readStudioFiles = async () => JSON.parse(decompress(data))',
  },
}
const embeddedFiles: Plugin = {
  name: 'embedded-files',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /sandbox[\\/]node[\\/](document|studio-files)\.ts$/ }, ({ path }) => {
      const name = basename(path, '.ts')
      const code = `import { brotliDecompressSync } from 'node:zlib'
import { data } from './${name}-data.cjs'
const decompress = (text) => brotliDecompressSync(Buffer.from(text, 'base64')).toString()
${embedded[name]?.code}`
      return { contents: withNameAsMap(code, path), loader: 'js' }
    })
    onResolve({ filter: /-data\.cjs$/ }, ({ path }) => ({ path, external: true }))
  },
}

/** Writes what the modules contain, compressed to a ninth: once, in a form that modules of both formats can import. */
async function writeEmbedded(): Promise<void> {
  for (const [name, { read }] of Object.entries(embedded)) {
    const data = brotliCompressSync(await read()).toString('base64')
    await writeFile(`${root}dist/src/sandbox/node/${name}-data.cjs`, `exports.data = '${data}'\n`)
  }
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')))
}

/** Node prints the line that threw, and a minified module would be one line. */
const minified = { minify: true, lineLimit: 160 } as const
const options: BuildOptions = {
  absWorkingDir: root,
  outdir: 'dist/src',
  outbase: 'src',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  sourcemap: 'linked',
  plugins: [withoutMaps, embeddedFiles],
  // openapi-fetch is bundled: resolving it takes a quarter of the import time. It stays a dependency, for its types.
  // Hono's router, idb and one function of Ajv are bundled too: as dependencies they would be larger than the rest of the package.
  // jose is not bundled: only code that makes tokens loads it, and users get its fixes by updating it.
  external: ['node:*', '@opentelemetry/api', 'bullmq', 'ioredis', 'undici', 'msw', 'jose', 'sceyt-platform'],
}
/** Minified, the validators are a third smaller: no one debugs into them. They are a module of their own, for all entries. */
const validators: Plugin = {
  name: 'validators',
  setup: ({ onResolve }) =>
    onResolve({ filter: /generated\/validators\.js$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: '../../generated/validators.js', external: true },
    ),
}
options.plugins?.push(validators)
await build({
  ...options,
  entryPoints: ['generated/validators.js'],
  outdir: 'dist/generated',
  outbase: 'generated',
  ...minified,
})
await rewrite(`${root}dist/generated/validators.js`, joinStrings)

const entries = (...names: string[]) => names.map((name) => `src/${name}.ts`)
await build({
  ...options,
  entryPoints: entries('index', 'node/index', 'sandbox/msw/index'),
})
// Without maps, which would be larger than the code. What both use of bulk jobs is loaded once.
await build({
  ...options,
  entryPoints: entries('bulk/index', 'bulk/bullmq/index', 'otel/index', 'record/index', 'redis/index'),
  splitting: true,
  chunkNames: 'bulk/shared-[hash]',
  ...minified,
  sourcemap: false,
})
await build({
  ...options,
  entryPoints: entries(
    'sandbox/browser/index',
    'sandbox/demo/index',
    'sandbox/node/index',
    'sandbox/playwright/index',
    'sandbox/vitest/index',
  ),
  ...minified,
  sourcemap: false,
})
for (const name of ['browser', 'demo', 'node', 'playwright', 'vitest'])
  await rewrite(`${root}dist/src/sandbox/${name}/index.js`, joinStrings)
for (const folder of ['bulk', 'otel', 'record', 'redis'])
  for (const name of await readdir(`${root}dist/src/${folder}`, { recursive: true }))
    if (name.endsWith('.js')) await rewrite(`${root}dist/src/${folder}/${name}`, joinStrings)
// Without a map, which would be an eighth of the package. Its names are those of `index.js`.
await build({
  ...options,
  entryPoints: { page: 'src/index.ts' },
  plugins: [forPages, withoutMaps],
  minifyWhitespace: true,
  lineLimit: minified.lineLimit,
  sourcemap: false,
})
await rewrite(`${root}dist/src/page.js`, joinStrings)
// Code that several of these entries share is loaded once.
await build({
  ...options,
  entryPoints: entries('sandbox/index', 'validate/index', 'token/index'),
  splitting: true,
  chunkNames: 'shared/[hash]',
})
// Its map would be a sixth of the package. The code is readable.
const sandbox = join(root, 'dist/src/sandbox/index.js')
await rm(`${sandbox}.map`)
await rewrite(sandbox, (code) => code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'))
// A build of its own, since its packages may use Node. Without a map, since no program imports the command.
await build({
  ...options,
  platform: 'node',
  entryPoints: entries('cli/index'),
  splitting: true,
  chunkNames: 'cli/[name]-[hash]',
  banner: { js: requireBanner },
  // The CommonJS build of jsonc-parser has imports that no bundler finds.
  mainFields: ['module', 'main'],
  ...minified,
  sourcemap: false,
})
const files = (await readdir(`${root}dist`, { recursive: true })).map((file) => join(root, 'dist', file))
for (const path of files) {
  // No bundler reads the command.
  if (!path.endsWith('.js') || path.startsWith(join(root, 'dist/src/cli'))) continue
  const code = markPure(removeComments(await readFile(path, 'utf8')))
  const map = `${path}.map`
  const isMapped = files.includes(map)
  const indented = isMapped || path === sandbox ? indentByOne(code, 2) : code
  await writeFile(path, indented)
  if (isMapped) await rewrite(map, (text) => toLineMappings(removeCommentsOfSources(text), code, indented))
}
const { exports } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as { exports: Record<string, Entry> }
const formats = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : entry.import))

// Declarations of both formats are one, so that both have the same types: CommonJS, which ES modules can import too.
const declarations = await usedDeclarations(formats.map(({ types }) => join(root, types)))
for (const path of files.filter((file) => file.endsWith('.d.ts'))) {
  if (declarations.has(path))
    await writeFile(path.replace(/\.ts$/, '.cts'), indentByOne(toCommonJsTypes(await readFile(path, 'utf8')), 4))
  await rm(path)
}
for (const { types } of formats) {
  const text = await readFile(join(root, types.replace(/\.ts$/, '.cts')), 'utf8')
  // The types of MSW for one format are not assignable to those for the other.
  const isOfFormat = text.includes("from 'msw'")
  await writeFile(join(root, types), isOfFormat ? text : `export * from './${basename(types, '.d.ts')}.cjs'\n`)
}

const used = await writeCommonJs(
  formats.map((format) => join(root, format.default)),
  `${root}dist/jose.cjs`,
)
// jose consists of ES modules, which Jest cannot require.
await build({
  ...options,
  stdin: {
    contents: used.map((name) => `export * from '${name}'`).join('\n'),
    resolveDir: root,
    sourcefile: 'jose.js',
  },
  outdir: 'dist',
  entryNames: 'jose',
  outExtension: { '.js': '.cjs' },
  external: ['node:*'],
  format: 'cjs',
  ...minified,
  sourcemap: false,
})
await rewrite(`${root}dist/jose.cjs`, joinStrings)
await writeFile(`${root}dist/openapi.json`, await readDocument())
await writeEmbedded()

await writeFile(`${root}dist/THIRD-PARTY-NOTICES.txt`, await printNotices(bundled))
