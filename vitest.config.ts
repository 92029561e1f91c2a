import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The package by its own names, without a build. */
export const resolve = {
  alias: {
    ...Object.fromEntries(
      [
        ...['browser', 'demo', 'msw', 'node', 'playwright', 'vitest'].map((name) => `sandbox/${name}`),
        'bulk/bullmq',
        ...['sandbox', 'bulk', 'node', 'otel', 'record', 'redis', 'token', 'validate'],
      ].map((name) => [`sceyt-platform/${name}`, here(`src/${name}/index.ts`)]),
    ),
    'sceyt-platform': here('src/index.ts'),
  },
}

/** Folders of tests that need the mock, the packed package, or packages and a configuration of their own. */
const mock = ['contract', 'doctor', 'samples']
const packed = ['package']
export const apart = [
  'browser',
  'consumers',
  'ecosystem',
  'expressions',
  'fetches',
  'observing',
  'redis',
  'runtimes',
  'site',
]

export default defineConfig({
  resolve,
  test: {
    // One more than cores: some tests wait for a timer, a process or a connection. By default one core is left to the runner.
    maxWorkers: availableParallelism() + 1,
    // Files of a project share processes, and the modules that these have imported. No test leaves anything behind.
    isolate: false,
    // A slow or busy machine is not a failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Tests of faults wait for timeouts and retries most of the time.
    maxConcurrency: 16,
    coverage: { include: ['src/**'], reporter: ['text-summary', 'html'] },
    // Each project compiles and loads all modules for itself, so there are few. A folder is run by its path.
    projects: [
      project('main', ['*'], { exclude: [...mock, ...packed, ...apart].map((folder) => `test/${folder}/**`) }),
      project('mock', mock, { globalSetup: ['test/mock.setup.ts'] }),
      project('package', packed, { globalSetup: ['test/package/packed.setup.ts'] }),
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

/** @param folders - Those in `test/` whose tests belong to it. */
function project(name: string, folders: string[], options: object = {}) {
  return { extends: true as const, test: { name, include: folders.map((it) => `test/${it}/**/*.test.ts`), ...options } }
}
