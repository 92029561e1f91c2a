import { createRequire } from 'node:module'

/** Builds with webpack or Rspack, which have the same options. */
export const buildWith =
  (bundler, output) =>
  async ({ entry, folder, target, external }) => {
    const isNode = target === 'node'
    const options = {
      mode: 'production',
      target: isNode ? 'node20' : 'web',
      context: process.cwd(),
      entry,
      ...(isNode ? output.options : {}),
      output: { path: folder, filename: isNode ? output.file : 'main.js', ...(isNode ? output.output : {}) },
      externalsType: 'import',
      externals: external ? [/^sceyt-platform/] : [],
      performance: { hints: false },
    }
    const stats = await new Promise((resolve, reject) =>
      bundler(options, (error, stats) => (error ? reject(error) : resolve(stats))),
    )
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true })
    return [...errors, ...warnings].map(({ message }) => message)
  }

/** Its output is CommonJS by default. */
export const webpack = buildWith(createRequire(import.meta.url)('webpack'), { file: 'main.cjs' })
