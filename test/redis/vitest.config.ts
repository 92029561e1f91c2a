import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { resolve } from '../../vitest.config.js'

const bulk = 'test/redis/bulk-*.test.ts'

export default defineConfig({
  resolve,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    projects: [
      // One file at a time: the tests measure how much of a rate limit several processes use.
      {
        extends: true,
        test: {
          name: 'limit',
          include: ['test/redis/*.test.ts'],
          exclude: [bulk],
          fileParallelism: false,
          sequence: { groupOrder: 0 },
        },
      },
      // These wait most of the time.
      { extends: true, test: { name: 'bulk', include: [bulk], maxWorkers: 3, sequence: { groupOrder: 1 } } },
    ],
  },
})
