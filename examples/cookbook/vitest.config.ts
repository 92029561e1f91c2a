import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['*.test.ts', 'test/*.test.ts'],
    // Playwright runs this one.
    exclude: ['mock-in-playwright.test.ts', 'node_modules'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: '100%',
    silent: 'passed-only',
  },
})
