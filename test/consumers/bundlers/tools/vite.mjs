import { build as buildWith8, createLogger } from 'vite'
import { build as buildWith7 } from 'vite-7'

const buildWith =
  (build) =>
  async ({ entry, folder, target, external }) => {
    const warnings = []
    const warn = (message) => warnings.push(message)
    const isNode = target === 'node'
    await build({
      configFile: false,
      logLevel: 'silent',
      customLogger: { ...createLogger('silent'), warn, warnOnce: warn, error: warn },
      ssr: { noExternal: external ? [] : true },
      build: {
        ssr: isNode,
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        rollupOptions: { input: entry, output: { entryFileNames: isNode ? 'main.mjs' : 'main.js' } },
      },
    })
    return warnings
  }

export const vite = buildWith(buildWith8)
export const vite7 = buildWith(buildWith7)
