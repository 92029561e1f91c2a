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
    // Files of a ring share processes, and what these have imported. No test leaves anything behind.
    isolate: false,
    // A slow or busy machine is no failure.
    testTimeout: 30_000,
    projects: [
      ring('client'),
      ring('operation'),
      ring('http'),
      ring('errors'),
      ring('node'),
      ring('validate'),
      ring('sandbox'),
      ring('token', { testTimeout: 60_000 }),
      ring('doctor', { globalSetup: ['test/mock.setup.ts'] }),
      ring('faults'),
      ring('contract', { globalSetup: ['test/mock.setup.ts'] }),
      ring('threats'),
      ring('properties', { testTimeout: 60_000 }),
      ring('samples', { globalSetup: ['test/mock.setup.ts'] }),
      ring('document', { testTimeout: 60_000 }),
      ring('package', { globalSetup: ['test/package/packed.setup.ts'], testTimeout: 120_000 }),
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

function ring(name: string, options: object = {}) {
  return { extends: true as const, test: { name, include: [`test/${name}/**/*.test.ts`], ...options } }
}
