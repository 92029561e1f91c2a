import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyMutant } from '../../scripts/mutants/run.js'
import { mutants } from '../../scripts/mutants/table.js'
import { root } from './files.js'

test.each(mutants)('The mutant "$name" applies to its file.', async (mutant) => {
  const source = await readFile(join(root, mutant.file), 'utf8')
  expect(applyMutant(mutant, source)).not.toBe(source)
})

test('A mutant whose text is missing, or is there twice, is an error that shows it.', () => {
  const mutant = { name: 'a', file: 'b.ts', find: 'c', replace: 'd' }
  for (const [source, count] of [
    ['', 0],
    ['cc', 2],
  ] as const)
    expect(() => applyMutant(mutant, source)).toThrow(`"a": b.ts must contain the text once, got ${count} times: c`)
})

test.each([
  [['--help'], 0, /^Usage: npm run mutants/],
  [['--nothing'], 2, /^Unknown option '--nothing'.*\n\nUsage: /s],
  [['test/sandbox'], 2, /^Unexpected argument `test\/sandbox`: write it after --tests\.\n\nUsage: /],
  [['--tests'], 2, /^--tests needs a folder or file\.\n\nUsage: /],
] as const)(
  'npm run mutants -- %s prints the usage, and no stack.',
  (args, code, text) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(root, 'scripts/mutants.ts'), ...args],
      { cwd: root, encoding: 'utf8' },
    )
    expect(status).toBe(code)
    expect(code === 0 ? stdout : stderr).toMatch(text)
    expect(stdout + stderr).not.toMatch(/^ {4}at /m)
  },
  30_000,
)
