import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/** In the build for pages, `name.page.ts` takes the place of `name.ts`: it leaves out what only a server needs. */
export const forPages: Plugin = {
  name: 'for-pages',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir, importer }) => {
      const page = join(resolveDir, path.replace(/\.js$/, '.page.ts'))
      return !importer.endsWith('.page.ts') && existsSync(page) ? { path: page } : undefined
    }),
}
