import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The package by its own names, without a build. */
export const resolve = {
  alias: {
    ...Object.fromEntries(
      ['sandbox/demo', 'sandbox/msw', 'sandbox/node', 'sandbox', 'node', 'token', 'validate'].map((name) => [
        `sceyt-platform/${name}`,
        here(`src/${name}/index.ts`),
      ]),
    ),
    'sceyt-platform': here('src/index.ts'),
  },
}

export default defineConfig({
  resolve,
  test: {
    // One worker per core: by default one core is left to the runner, which is half of a small machine.
    maxWorkers: '100%',
    // Files of a project share processes, and the modules that these have imported. No test leaves anything behind.
    isolate: false,
    // A slow or busy machine is not a failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests of faults wait for timeouts and retries most of the time.
    maxConcurrency: 16,
    coverage: { include: ['src/**'], reporter: ['text-summary', 'html'] },
    projects: [
      project('client'),
      project('operation'),
      project('http'),
      project('errors'),
      project('node'),
      project('validate'),
      project('sandbox'),
      project('token'),
      project('doctor', { globalSetup: ['test/mock.setup.ts'] }),
      project('faults'),
      project('contract', { globalSetup: ['test/mock.setup.ts'] }),
      project('threats'),
      project('samples', { globalSetup: ['test/mock.setup.ts'] }),
      project('document'),
      project('package', { globalSetup: ['test/package/packed.setup.ts'], testTimeout: 120_000, hookTimeout: 120_000 }),
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: 'test/types/tsconfig.json',
          },
        },
      },
    ],
  },
})

function project(name: string, options: object = {}) {
  return { extends: true as const, test: { name, include: [`test/${name}/**/*.test.ts`], ...options } }
}
