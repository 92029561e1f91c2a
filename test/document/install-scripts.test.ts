import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './files.js'

interface Lock {
  packages: Record<string, { name?: string; hasInstallScript?: boolean }>
}

const projects = execFileSync('git', ['ls-files', '*package-lock.json'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean)
  .map((path) => dirname(path))

const read = async (...path: string[]) => JSON.parse(await readFile(join(root, ...path), 'utf8'))

// By name alone: npm refuses a version here, since the lock files have no addresses to verify it with.
it.each(projects)('%s says of each package whether its install script may run', async (project) => {
  const { packages } = (await read(project, 'package-lock.json')) as Lock
  const { allowScripts = {} } = (await read(project, 'package.json')) as { allowScripts?: Record<string, boolean> }
  const withScripts = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path, { name }]) => name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  expect(Object.keys(allowScripts)).toEqual([...new Set(withScripts)].sort())
})
