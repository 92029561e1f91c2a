import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { resolve } from '../../vitest.config.js'

export default defineConfig({
  resolve,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['test/site/**/*.test.ts'], testTimeout: 60_000 },
})
