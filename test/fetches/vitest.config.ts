import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { resolve } from '../../vitest.config.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** @param environment - A path or a name of vitest. */
const project = (name: string, environment: string) => ({
  extends: true as const,
  test: { name, include: [`test/fetches/${name}.test.ts`], environment },
})

export default defineConfig({
  root: here('../..'),
  resolve,
  test: {
    testTimeout: 60_000,
    projects: [
      project('fetches', 'node'),
      project('mock-agent', 'node'),
      project('jsdom', here('jsdom-environment.ts')),
      project('happy-dom', here('happy-dom-environment.ts')),
    ],
  },
})
