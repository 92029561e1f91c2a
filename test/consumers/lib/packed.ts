import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const run = promisify(execFile)

/**
 * Packs the package, which must be built.
 *
 * @returns The path of the `.tgz`, in a folder of its own, which the caller removes.
 */
export async function pack(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-packed-'))
  const { stdout } = await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  })
  return join(folder, stdout.trim())
}

/** Unpacks the package into the `node_modules` of a project, which has the dependencies of the package already. */
export async function unpackInto(project: string, tarball: string): Promise<void> {
  const installed = join(project, 'node_modules/sceyt-platform')
  await rm(installed, { recursive: true, force: true })
  await mkdir(installed, { recursive: true })
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'])
}
