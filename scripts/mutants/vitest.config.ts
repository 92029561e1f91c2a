import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { resolve } from '../../vitest.config.js'

/** The tests that must notice mutants: in one process, without the mock. */
export default defineConfig({
  resolve,
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: { include: ['test/contract/model/*.test.ts'], isolate: false, maxWorkers: 1, bail: 1, testTimeout: 60_000 },
})
