/** `npm run build`: compiles the package into dist/. */
import { execFileSync } from 'node:child_process'
import { copyFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

await rm(`${root}dist`, { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '--project', `${root}tsconfig.build.json`], { stdio: 'inherit' })
// The compiler emits nothing for a declaration file, and the emitted types refer to this one.
await copyFile(`${root}generated/schema.d.ts`, `${root}dist/generated/schema.d.ts`)
