/** `npm run build`: compiles the package into dist/: types per file, and as few modules as can be, since each costs time to import. */
import { execFileSync } from 'node:child_process'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { removeComments } from './build/remove-comments.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

await rm(`${root}dist`, { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '--project', `${root}tsconfig.build.json`], { stdio: 'inherit' })
// The compiler emits nothing for a declaration file, and the emitted types refer to these.
for (const name of ['schema', 'validators'])
  await copyFile(`${root}generated/${name}.d.ts`, `${root}dist/generated/${name}.d.ts`)

/** Data, bundled packages, and the validators that Ajv wrote: mapped, they would be two fifths of all source maps. */
const unmapped =
  /[\\/](node_modules[\\/](hono|openapi-fetch)[\\/].*\.m?js|generated[\\/](validators\.js|operations\.ts|error-codes\.ts)|sandbox[\\/]demo[\\/]index\.ts)$/
/** Maps these files to their names alone, without lines and content. */
const withoutMaps: Plugin = {
  name: 'without-maps',
  setup: ({ onLoad }) =>
    onLoad({ filter: unmapped }, async ({ path }) => {
      const map = { version: 3, sources: [basename(path)], names: [], mappings: 'AAAA' }
      const url = `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`
      return { contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=${url}`, loader: 'default' }
    }),
}

const options: BuildOptions = {
  absWorkingDir: root,
  outdir: 'dist/src',
  outbase: 'src',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  sourcemap: 'linked',
  // Node prints the line that threw, and the validators are lines of thousands of characters.
  lineLimit: 160,
  plugins: [withoutMaps],
  // openapi-fetch goes in: to find it among the packages takes a quarter of the import. It stays a dependency, for its types.
  // So do a router of Hono and a line of Ajv, which would weigh more than everything else.
  // jose is not bundled: only code that makes tokens loads it, and users get its fixes by updating it.
  external: ['node:*', 'undici', 'msw', 'jose', 'sceyt-platform'],
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
  minify: true,
})

const entries = (...names: string[]) => names.map((name) => `src/${name}.ts`)
await build({
  ...options,
  entryPoints: entries('index', 'node/index', 'sandbox/demo/index', 'sandbox/msw/index', 'sandbox/node/index'),
})
// What several of these entries share is not loaded twice.
await build({
  ...options,
  entryPoints: entries('sandbox/index', 'validate/index', 'token/index', 'cli/index'),
  splitting: true,
  chunkNames: 'shared/[hash]',
})
for (const file of await readdir(`${root}dist`, { recursive: true })) {
  const path = `${root}dist/${file}`
  if (file.endsWith('.js')) await writeFile(path, removeComments(await readFile(path, 'utf8')))
}
for (const name of ['ajv', 'hono', 'openapi-fetch'])
  await copyFile(`${root}node_modules/${name}/LICENSE`, `${root}dist/LICENSE.${name}`)
