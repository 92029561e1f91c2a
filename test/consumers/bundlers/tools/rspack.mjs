import { rspack as bundler } from '@rspack/core'
import { buildWith } from './webpack.mjs'

export const rspack = buildWith(bundler, {
  file: 'main.mjs',
  options: { experiments: { outputModule: true } },
  output: { module: true, chunkFormat: 'module', library: { type: 'module' } },
})
