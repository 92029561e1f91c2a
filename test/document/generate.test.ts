import { execFile } from 'node:child_process'
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesIn, root } from './files.js'

interface Outcome {
  code: number
  output: string
}

/** Runs `npm run generate` in a folder, without npm. */
function generate(folder: string, ...parameters: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', ...parameters], { cwd: folder }, (error, stdout, stderr) => {
      const code = error ? error.code : 0
      if (typeof code === 'number') resolve({ code, output: stdout + stderr })
      else reject(error)
    })
  })
}

/** Every file in the generated/ of a folder, by its path. */
async function generated(folder: string): Promise<Record<string, string>> {
  const files = await filesIn(join(folder, 'generated'))
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, 'generated', file), 'utf8')])))
}

test('The files in generated/ are what the sources say.', async () => {
  expect(await generate(root, '--check')).toMatchObject({ code: 0, output: expect.stringContaining('generated/ is up to date') })
})

test('Every file in generated/ says in its first line what made it.', async () => {
  const files = Object.entries(await generated(root))
  expect(files).not.toEqual([])
  expect(files.filter(([, text]) => !text.split('\n')[0]?.includes('`npm run generate`')).map(([file]) => file)).toEqual([])
})

describe('In a copy of the repository', () => {
  let copy: string

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'sceyt-generate-'))
    const parts = ['openapi', 'scripts', 'src', 'generated', 'redocly.yaml', 'package.json', 'tsconfig.json']
    await Promise.all(parts.map((part) => cp(join(root, part), join(copy, part), { recursive: true })))
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  })

  afterAll(() => rm(copy, { recursive: true }))

  test('a check names the files that are changed, missing and not wanted, a run repairs them, and a second check is content.', async () => {
    await appendFile(join(copy, 'generated/types.ts'), 'export type Extra = never\n')
    await rm(join(copy, 'generated/operations.ts'))
    await writeFile(join(copy, 'generated/extra.ts'), 'export {}\n')
    const spoilt = await generated(copy)

    const check = await generate(copy, '--check')
    expect(check.code).toBe(1)
    expect(check.output.match(/^generated\/.*$/gm)).toEqual([
      'generated/extra.ts is stale: run `npm run generate`.',
      'generated/operations.ts is stale: run `npm run generate`.',
      'generated/types.ts is stale: run `npm run generate`.',
    ])
    expect(await generated(copy)).toEqual(spoilt)

    const repair = await generate(copy)
    expect(repair.code).toBe(0)
    expect(repair.output.match(/^(wrote|removed) .*$/gm)).toEqual(['removed generated/extra.ts', 'wrote generated/operations.ts', 'wrote generated/types.ts'])
    expect(await generated(copy)).toEqual(await generated(root))

    expect(await generate(copy, '--check')).toMatchObject({ code: 0 })
  }, 120_000)

  test('a run that starts from nothing writes the same bytes again.', async () => {
    await rm(join(copy, 'generated'), { recursive: true })
    expect(await generate(copy)).toMatchObject({ code: 0 })
    expect(await generated(copy)).toEqual(await generated(root))
  })
})
