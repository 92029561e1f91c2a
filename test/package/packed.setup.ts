import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'

const root = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a project with the packed package in its `node_modules`. */
    scratch: string
  }
}

/** Packs the package once for all tests, and installs it as `npm install` does, but offline. Optional peers and types are linked. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(join(tmpdir(), 'sceyt-package-'))
  const modules = join(scratch, 'node_modules')
  const installed = join(modules, 'sceyt-platform')
  const [{ stdout }] = await Promise.all([
    run('npm', ['pack', '--silent', '--pack-destination', scratch], { cwd: root }),
    mkdir(installed, { recursive: true }),
    ...['@types', '@playwright'].map((name) => mkdir(join(modules, name), { recursive: true })),
  ])
  const tarball = stdout.trim().split('\n').at(-1) ?? ''
  await Promise.all([
    run('tar', ['-xzf', join(scratch, tarball), '-C', installed, '--strip-components=1']),
    ...['jose', 'openapi-fetch', 'openapi-typescript-helpers'].map((name) =>
      cp(join(root, 'node_modules', name), join(modules, name), { recursive: true }),
    ),
    ...['msw', 'undici', 'vitest', '@playwright/test', '@types/node'].map((name) =>
      symlink(join(root, 'node_modules', name), join(modules, name)),
    ),
    writeFile(join(scratch, 'package.json'), '{ "type": "module", "private": true }'),
  ])
  project.provide('scratch', scratch)
  return () => rm(scratch, { recursive: true })
}
