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
