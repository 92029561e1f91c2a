import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll } from 'vitest'
import { requireBanner } from '../../scripts/build/require-banner.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Compiles the command `sceyt-platform` for the tests of a file: starting it from its sources takes five times as long.
 *
 * @returns Its path, in a folder from which the package can be resolved. It is removed after the tests.
 */
export async function compileCommand(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-command-'))
  afterAll(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'node_modules'))
  await symlink(root, join(folder, 'node_modules/sceyt-platform'), 'junction')
  const file = join(folder, 'cli.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/index.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: requireBanner },
    mainFields: ['module', 'main'],
  })
  return file
}
