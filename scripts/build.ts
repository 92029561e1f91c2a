/** `npm run build`: compiles the package into dist/: types per file, and as few modules as can be, since each costs time to import. */
import { execFileSync } from 'node:child_process'
import { copyFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

await rm(`${root}dist`, { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '--project', `${root}tsconfig.build.json`], { stdio: 'inherit' })
// The compiler emits nothing for a declaration file, and the emitted types refer to this one.
await copyFile(`${root}generated/schema.d.ts`, `${root}dist/generated/schema.d.ts`)
await build({
  absWorkingDir: root,
  entryPoints: ['src/index.ts', 'src/node.ts'],
  outdir: 'dist/src',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  minifyWhitespace: true,
  minifySyntax: true,
  // openapi-fetch goes in: to find it among the packages takes a quarter of the import. It stays a dependency, for its types.
  external: ['node:*', 'undici', 'sceyt-platform'],
})
await copyFile(`${root}node_modules/openapi-fetch/LICENSE`, `${root}dist/LICENSE.openapi-fetch`)
