import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { resolve } from '../../vitest.config.js'

export default defineConfig({
  resolve,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // One file at a time: the tests measure how much of a rate limit several processes use.
  test: { include: ['test/redis/*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
})
