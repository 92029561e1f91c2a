import { Parcel } from '@parcel/core'

export async function parcel({ entry, folder, target, external }) {
  const isNode = target === 'node'
  const environment = isNode
    ? { context: 'node', engines: { node: '>=20' }, outputFormat: 'esmodule' }
    : { context: 'browser', engines: { browsers: ['last 1 chrome version'] }, outputFormat: 'global' }
  const { diagnostics = [] } = await new Parcel({
    entries: entry,
    mode: 'production',
    defaultConfig: import.meta.resolve('@parcel/config-default').replace('file://', ''),
    defaultTargetOptions: { shouldOptimize: true, shouldScopeHoist: true, sourceMaps: false },
    targets: {
      main: {
        distDir: folder,
        distEntry: isNode ? 'main.mjs' : 'main.js',
        includeNodeModules: !external,
        ...environment,
      },
    },
    shouldDisableCache: true,
    shouldAutoInstall: false,
    logLevel: 'none',
  }).run()
  return diagnostics.map(({ message }) => message)
}
