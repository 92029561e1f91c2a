import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, it } from 'vitest'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const scratch = inject('scratch')

/** Runs test files with a test runner in the scratch project, and returns its report. */
async function run(folder: string, command: readonly string[], files: Record<string, string>): Promise<object> {
  const cwd = join(scratch, folder)
  await mkdir(cwd)
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text)
  const { NODE_OPTIONS: _options, VITEST: _vitest, ...env } = process.env
  const [file = '', ...parameters] = command
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [join(modules, file), ...parameters], { cwd, env }, (_error, stdout, stderr) =>
      resolve(stdout || stderr),
    )
  })
  return JSON.parse(output)
}

/** Uses each fixture, and expects that nothing is left of the previous test. */
const uses = `async ({ sandbox, sceyt }) => {
  expect((await sceyt.users.list()).users.length).toBe(0)
  await sceyt.users.create({ username: 'zoe' })
  expect(sandbox.journal.entries.length).toBe(2)
}`

// Test runners read the names of fixtures in the source of the functions, which a build could change.
it('has fixtures for Playwright, in both formats', async () => {
  const tests = `const test = base.extend(sandboxFixtures())
test('first', ${uses})
test('second', ${uses})
`
  const report = await run('playwright', ['@playwright/test/cli.js', 'test', '--workers=1', '--reporter=json'], {
    'imported.spec.mjs': `import { test as base, expect } from '@playwright/test'
import { sandboxFixtures } from 'sceyt-platform/sandbox/playwright'
${tests}`,
    'required.spec.cjs': `const { test: base, expect } = require('@playwright/test')
const { sandboxFixtures } = require('sceyt-platform/sandbox/playwright')
${tests}`,
  })
  expect(report).toMatchObject({ errors: [], stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 } })
})

it('has fixtures for Vitest, in both formats', async () => {
  const report = await run('vitest', ['vitest/vitest.mjs', 'run', '--root=.', '--reporter=json'], {
    'fixtures.test.js': `import { createRequire } from 'node:module'
import { test as base, describe, expect } from 'vitest'
import { sandboxFixtures } from 'sceyt-platform/sandbox/vitest'
const required = createRequire(import.meta.url)('sceyt-platform/sandbox/vitest')
describe.each([sandboxFixtures(), required.sandboxFixtures()])('format %#', (fixtures) => {
  const test = base.extend(fixtures)
  test('first', ${uses})
  test('second', ${uses})
})
`,
  })
  expect(report).toMatchObject({ success: true, numPassedTests: 4, numTotalTests: 4 })
})
