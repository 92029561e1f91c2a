import { build } from 'esbuild'

const buildAs =
  (format, file) =>
  async ({ entry, folder, target, external }) => {
    const { errors, warnings } = await build({
      entryPoints: [entry],
      outfile: `${folder}/${target === 'node' ? file : 'main.js'}`,
      bundle: true,
      minify: true,
      platform: target === 'node' ? 'node' : 'browser',
      format: target === 'page' ? 'iife' : format,
      ...(external && { packages: 'external' }),
      logLevel: 'silent',
    })
    return [...errors, ...warnings].map(({ text }) => text)
  }

export const esbuild = buildAs('esm', 'main.mjs')

/** What it does by default for Node. */
export const esbuildToCommonJs = buildAs('cjs', 'main.cjs')
