import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { folder } from './program.js'

test('The tests of mock-in-playwright.test.ts pass in Playwright.', { timeout: 120_000 }, async () => {
  const { VITEST: _vitest, NODE_OPTIONS: _options, ...env } = process.env
  const cli = 'node_modules/@playwright/test/cli.js'
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'test'], {
    cwd: folder,
    env,
  })
  expect(stdout).toContain('2 passed')
})
