import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))
const source = fileURLToPath(new URL('programs/', import.meta.url))

/** A user's project: the built programs, next to the built package. */
export interface Programs {
  folder: string
  remove(): Promise<void>
}

export async function buildPrograms(): Promise<Programs> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-runtimes-'))
  const packages = join(folder, 'node_modules')
  await mkdir(packages)
  await symlink(root, join(packages, 'sceyt-platform'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  const options: BuildOptions = {
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    // Otherwise, the `paths` of tsconfig.json would resolve to the sources.
    tsconfigRaw: {},
    nodePaths: [packages],
  }
  await build({ ...options, entryPoints: [`${source}process.ts`], external: ['sceyt-platform'] })
  // A worker or a page cannot import packages. Their bundlers choose by these conditions.
  await build({ ...options, entryPoints: [`${source}worker.ts`], conditions: ['workerd', 'worker', 'browser'] })
  await build({ ...options, entryPoints: [`${source}page.ts`], conditions: ['browser'] })
  return { folder, remove: () => rm(folder, { recursive: true }) }
}
