import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Row, us } from '../row.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const peers = ['openapi-fetch', 'ky', 'axios', 'stripe', 'openai']

/** The size on disk and the number of dependencies after an install. */
export async function install(): Promise<Row[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-install-'))
  try {
    const packed = await npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch], root)
    const { devDependencies } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
    const rows = await rowsOf(us, join(scratch, packed.trim()), scratch)
    for (const peer of peers) rows.push(...(await rowsOf(peer, `${peer}@${devDependencies[peer]}`, scratch)))
    return rows
  } finally {
    await rm(scratch, { recursive: true })
  }
}

async function rowsOf(who: string, specifier: string, scratch: string): Promise<Row[]> {
  const folder = await mkdtemp(join(scratch, 'of-'))
  await writeFile(join(folder, 'package.json'), '{ "private": true }')
  await npm(['install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', specifier], folder)
  const { packages } = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8'))
  const dependencies = Object.keys(packages).length - 1
  const size = (await sizeOf(join(folder, 'node_modules'))) / 1e6
  return [
    {
      measure: 'install',
      what: 'dependencies',
      who,
      value: dependencies,
      unit: 'packages',
      ...(who === us && { goal: { atMost: 3 } }),
    },
    { measure: 'install', what: 'size', who, value: size, unit: 'MB', ...(who === us && { goal: { atMost: 2.2 } }) },
  ]
}

async function npm(parameters: string[], cwd: string): Promise<string> {
  return (await promisify(execFile)('npm', parameters, { cwd })).stdout
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
