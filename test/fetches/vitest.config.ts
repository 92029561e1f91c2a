import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { resolve } from '../../vitest.config.js'

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve,
  test: { include: ['test/fetches/*.test.ts'], testTimeout: 60_000 },
})
